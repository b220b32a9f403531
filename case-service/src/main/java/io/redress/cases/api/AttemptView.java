package io.redress.cases.api;

import io.redress.cases.app.advocacy.IndependenceLog;
import io.redress.cases.app.advocacy.IndependenceLog.Attempt;
import io.redress.cases.domain.Respondents;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** What is kept of one kind as it is shown. */
    static Set<IndependenceLog.Kind> kept(Kind shown) {
        return Arrays.stream(IndependenceLog.Kind.values())
                .filter(kind -> shown(kind) == shown)
                .collect(Collectors.toSet());
    }

    static AttemptView of(Attempt attempt) {
        return new AttemptView(
                attempt.id(),
                attempt.caseId(),
                attempt.merchantId(),
                attempt.advocateId(),
                shown(attempt.kind()),
                choice(attempt),
                attempt.by(),
                attempt.standing(),
                attempt.at());
    }

    private static Kind shown(IndependenceLog.Kind kept) {
        return switch (kept) {
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
