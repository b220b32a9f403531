package io.redress.cases.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one table of what may happen to a case: status × command → next status, guards, clock effect. What it does not
 * list is an illegal transition. The diagram in {@code docs/case-states.md} is generated from it.
 */
public final class CaseTransitions {

    private static final List<Transition> TABLE = Stream.of(
                    ArgumentTransitions.rows(),
                    RulingTransitions.rows(),
                    AdvocateTransitions.rows(),
                    AdjudicatorTransitions.rows(),
                    HearingTransitions.rows(),
                    EffectTransitions.rows())
            .flatMap(rows -> rows)
            .toList();

    private CaseTransitions() {}

    /** All rows: a case's life in its order, then its advocate, and who is heard with it. */
    public static List<Transition> table() {
        return TABLE;
    }

    /** The row for a command in a status; empty when it is illegal there. */
    public static Optional<Transition> find(CaseStatus from, CaseCommand command) {
        return TABLE.stream()
                .filter(row -> row.command() == command && row.from().equals(Optional.of(from)))
                .findFirst();
    }
}
