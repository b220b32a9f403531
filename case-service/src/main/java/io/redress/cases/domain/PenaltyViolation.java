package io.redress.cases.domain;

import java.util.Set;

/**
 * A violation of the penalty under appeal.
 *
 * @param disclosedFacts what a ruling may cite: names of disclosed facts, and the orders, listings and objects they name
 */
public record PenaltyViolation(String violationId, String clauseId, Set<String> disclosedFacts) {

    public PenaltyViolation {
        disclosedFacts = Set.copyOf(disclosedFacts);
    }
}
