package io.redress.cases.messaging;

import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Reopening;
import io.vertx.core.json.JsonObject;

/** What is told of a case that is reopened or gone on with. */
final class ReopeningPayloads {

    private ReopeningPayloads() {}

    /** What the case is about; its owners begin with it again. */
    static JsonObject matter(JsonObject data, CaseFile file) {
        return CasePayloads.withPenalty(data, file)
                .put("kind", file.kind().name())
                .put("shopId", file.party().shopId());
    }

    static JsonObject proposed(JsonObject data, CaseFile file, Reopening reopening) {
        return reopening(data, file, reopening)
                .put("proposedBy", reopening.proposedBy())
                .put("reasons", CasePayloads.text(reopening.reasons()));
    }

    static JsonObject decided(JsonObject data, CaseFile file, Reopening reopening) {
        Reopening.Decision decision = reopening.decision().orElseThrow();
        return reopening(data, file, reopening)
                .put("decidedBy", decision.decidedBy())
                .put("reasons", CasePayloads.text(decision.reasons()));
    }

    private static JsonObject reopening(JsonObject data, CaseFile file, Reopening reopening) {
        return CasePayloads.withAdvocate(matter(data, file), file)
                .put("reopeningId", reopening.reopeningId())
                .put("ground", reopening.ground().name())
                .put("rulingId", reopening.former().rulingId());
    }
}
