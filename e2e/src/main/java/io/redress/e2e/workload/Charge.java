package io.redress.e2e.workload;

import java.util.List;
import java.util.Optional;

/** What a merchant of the workload is punished for, with clauses that every version of the sample rulebook has. */
enum Charge {
    /** A fixed tariff: no points are asked for. */
    COUNTERFEIT("C-01", 24, 24, List.of()),
    INFLATED_SALES("S-03", 4, 12, List.of("volume", "repeat")),
    FRAUD("S-04", 12, 24, List.of("amount", "victims")),
    /** A penalty of the former system, above the cap, with a closure of its own. */
    LEGACY("C-01", 48, 48, List.of()),
    /** On the closed list: held for a second person. */
    CLOSURE("S-91", 48, 48, List.of()),
    /** Beside another one. */
    BROKEN_PROMISE("G-04", 4, 6, List.of("amount", "repeat")),
    /** Curable, beside another one: announced, not in force. */
    WRONG_CATEGORY("G-03", 1, 1, List.of());

    private final String clause;
    private final int fewest;
    private final int most;
    private final List<String> factors;

    Charge(String clause, int fewest, int most, List<String> factors) {
        this.clause = clause;
        this.fewest = fewest;
        this.most = most;
        this.factors = factors;
    }

    String clause() {
        return clause;
    }

    List<String> factors() {
        return factors;
    }

    /** Within the tariff. */
    int points(java.util.Random dice) {
        return fewest + dice.nextInt(most - fewest + 1);
    }

    /** What a proposal says about points: nothing on a fixed tariff, but for an import. */
    Optional<Integer> asked(int points) {
        return fewest == most && this != LEGACY ? Optional.empty() : Optional.of(points);
    }
}
