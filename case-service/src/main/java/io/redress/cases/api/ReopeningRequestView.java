package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Correspondent;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.ReopeningRequest;
import io.redress.cases.domain.ReopeningRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the merchant's side has asked about a closed case, and the answer; those who answer for a department see none. */
record ReopeningRequestView(
        String id,
        Reopening.Ground ground,
        BilingualText reasons,
        List<EvidenceView> evidence,
        Correspondent from,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        boolean overdue,
        ReopeningRequest.State state,
        Optional<String> reopeningId,
        Optional<AnswerView> answer) {

    record EvidenceView(String kind, String reference) {}

    record AnswerView(boolean granted, BilingualText reasons, String answeredBy, Instant answeredAt) {

        static AnswerView of(ReopeningRequest.Answer answer) {
            return new AnswerView(answer.granted(), answer.reasons(), answer.answeredBy(), answer.answeredAt());
        }
    }

    /** First one first; none where they are not for this viewer. */
    static List<ReopeningRequestView> of(CaseResult result) {
        return ReopeningRequests.seenBy(result.file(), result.viewer())
                ? result.file().proceedings().requests().stream()
                        .map(ReopeningRequestView::of)
                        .toList()
                : List.of();
    }

    private static ReopeningRequestView of(ReopeningRequest request) {
        return new ReopeningRequestView(
                request.requestId(),
                request.ground(),
                request.reasons(),
                request.evidence().stream()
                        .map(piece -> new EvidenceView(piece.kind(), piece.reference()))
                        .toList(),
                request.from(),
                request.requestedBy(),
                request.requestedAt(),
                request.dueAt(),
                request.overdue(),
                request.state(),
                request.reopeningId(),
                request.answer().map(AnswerView::of));
    }
}
