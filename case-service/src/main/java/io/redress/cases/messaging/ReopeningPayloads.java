package io.redress.cases.messaging;

import io.redress.cases.domain.CaseEvent;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.ReopeningRequest;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** What is told of a case that is reopened or gone on with. */
final class ReopeningPayloads {

    private ReopeningPayloads() {}

    /** What the case is about; its owners begin with it again. */
    static JsonObject matter(JsonObject data, CaseFile file) {
        return CasePayloads.withPenalty(data, file)
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId());
    }

    static JsonObject proposed(JsonObject data, CaseFile file, CaseEvent.CaseReopeningProposed event) {
        return reopening(data, file, event.reopening(), event.requestId())
                .put("proposedBy", event.reopening().proposedBy())
                .put("reasons", CasePayloads.text(event.reopening().reasons()));
    }

    static JsonObject decided(JsonObject data, CaseFile file, Reopening reopening, Optional<String> requestId) {
        Reopening.Decision decision = reopening.decision().orElseThrow();
        return reopening(data, file, reopening, requestId)
                .put("decidedBy", decision.decidedBy())
                .put("reasons", CasePayloads.text(decision.reasons()));
    }

    /** The words of the merchant's side stay in the case. */
    static JsonObject requested(JsonObject data, CaseFile file, CaseEvent.ReopeningRequested event) {
        event.headId().ifPresent(head -> data.put("headId", head));
        return request(PrecedentPayloads.files(data, event.files()), file, event.request())
                .put("from", event.request().from().name())
                .put("requestedBy", event.request().requestedBy())
                .put("dueAt", event.request().dueAt().toString());
    }

    static JsonObject refused(JsonObject data, CaseFile file, ReopeningRequest request) {
        ReopeningRequest.Answer answer = request.answer().orElseThrow();
        return request(data, file, request)
                .put("refusedBy", answer.answeredBy())
                .put("reasons", CasePayloads.text(answer.reasons()));
    }

    static JsonObject overdue(JsonObject data, CaseFile file, CaseEvent.ReopeningRequestOverdue event) {
        event.headId().ifPresent(head -> data.put("headId", head));
        return request(data, file, event.request())
                .put("dueAt", event.request().dueAt().toString());
    }

    private static JsonObject request(JsonObject data, CaseFile file, ReopeningRequest request) {
        return CasePayloads.withAdvocate(matter(data, file), file)
                .put("reopeningRequestId", request.requestId())
                .put("ground", request.ground().name())
                .put("rulingId", file.proceedings().ruling().orElseThrow().rulingId());
    }

    private static JsonObject reopening(
            JsonObject data, CaseFile file, Reopening reopening, Optional<String> requestId) {
        requestId.ifPresent(id -> data.put("reopeningRequestId", id));
        return CasePayloads.withAdvocate(matter(data, file), file)
                .put("reopeningId", reopening.reopeningId())
                .put("ground", reopening.ground().name())
                .put("rulingId", reopening.former().rulingId());
    }
}
