package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an employee has declared of a case's shop and merchant keeps him out of the case: own, family and former shops. */
public final class Interests {

    private Interests() {}

    /** Why this employee has no part in the case; empty where nothing was declared. */
    static Optional<Refusal> refusal(Set<Relation> declared) {
        return declared.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        CaseRefusal.CONFLICT_OF_INTEREST,
                        "You have declared an interest in this case: " + names(of(declared)) + "."));
    }

    /** Why this advocate cannot act on her own motion; empty where nothing stands against her. */
    static Optional<Refusal> conflicts(Set<Conflict> conflicts) {
        return conflicts.isEmpty()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        CaseRefusal.CONFLICT_OF_INTEREST,
                        "You have a conflict of interest in this case: " + names(conflicts) + "."));
    }

    /**
     * What an advocate opens on her own motion, unless something stands against her.
     *
     * @param opened by the merchant's side too, whose interest in its own shop is none
     * @param inLine whether she is in the reporting line of who proposed what the case is about
     */
    public static Outcome<CaseChange> free(
            Outcome<CaseChange> opened, boolean ownMotion, Set<Relation> declared, boolean inLine) {
        if (!(opened instanceof Outcome.Done<CaseChange>) || !ownMotion) {
            return opened;
        }
        Set<Conflict> conflicts = of(declared);
        if (inLine) {
            conflicts.add(Conflict.REPORTING_LINE);
        }
        return conflicts(conflicts).map(Outcome::<CaseChange>refused).orElse(opened);
    }

    private static Set<Conflict> of(Set<Relation> declared) {
        return declared.stream()
                .map(Conflict::of)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Conflict.class)));
    }

    private static String names(Set<Conflict> conflicts) {
        return conflicts.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
