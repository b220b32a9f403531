package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an employee has declared of a case's shop and merchant keeps him out of the case: own, family and former shops. */
public final class Interests {

    private Interests() {}

    /** Why this employee has no part in the case; empty where nothing was declared. */
    static Optional<Refusal> refusal(Set<Relation> declared) {
        if (declared.isEmpty()) {
            return Optional.empty();
        }
        String names = declared.stream()
                .map(relation -> Conflict.of(relation).name())
                .sorted()
                .collect(Collectors.joining(", "));
        return Optional.of(Refusal.of(
                CaseRefusal.CONFLICT_OF_INTEREST, "You have declared an interest in this case: " + names + "."));
    }

    /**
     * What an advocate does on her own motion, unless she has declared an interest.
     *
     * @param opened by the merchant's side too, whose interest in its own shop is none
     */
    public static Outcome<CaseChange> free(Outcome<CaseChange> opened, boolean ownMotion, Set<Relation> declared) {
        return opened instanceof Outcome.Done<CaseChange> && ownMotion
                ? refusal(declared).map(Outcome::<CaseChange>refused).orElse(opened)
                : opened;
    }
}
