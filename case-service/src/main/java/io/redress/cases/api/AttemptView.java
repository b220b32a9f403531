package io.redress.cases.api;

import io.redress.cases.app.advocacy.IndependenceLog.Attempt;
import io.redress.cases.domain.Respondents;
import java.time.Instant;
import java.util.Optional;

/** A refused attempt as integrity reads it. */
record AttemptView(
        String id,
        String caseId,
        String merchantId,
        String advocateId,
        Kind kind,
        Optional<Choice> choice,
        String by,
        Respondents.Standing standing,
        Instant at) {

    enum Kind {
        REASSIGN,
        ABSENCE,
        RATE
    }

    /** What was to be chosen, where it was not another advocate or adjudicator. */
    enum Choice {
        FIRST_ADVOCATE,
        QUEUE
    }

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.id(),
                attempt.caseId(),
                attempt.merchantId(),
                attempt.advocateId(),
                kind(attempt),
                choice(attempt),
                attempt.by(),
                attempt.standing(),
                attempt.at());
    }

    private static Kind kind(Attempt attempt) {
        return switch (attempt.kind()) {
            case REASSIGN, ASSIGN, MOVE -> Kind.REASSIGN;
            case ABSENCE -> Kind.ABSENCE;
            case RATE -> Kind.RATE;
        };
    }

    private static Optional<Choice> choice(Attempt attempt) {
        return switch (attempt.kind()) {
            case ASSIGN -> Optional.of(Choice.FIRST_ADVOCATE);
            case MOVE -> Optional.of(Choice.QUEUE);
            case REASSIGN, ABSENCE, RATE -> Optional.empty();
        };
    }
}
