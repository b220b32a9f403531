package io.redress.cases.domain;

import java.util.Optional;
import java.util.Set;

/**
 * A violation of the penalty under appeal.
 *
 * @param disclosedFacts what a ruling may cite: names of disclosed facts, and the orders, listings and objects they name
 * @param rulebookVersion of the rules that it was judged by; empty for a penalty older than this record of it
 */
public record PenaltyViolation(
        String violationId, String clauseId, Set<String> disclosedFacts, Optional<Integer> rulebookVersion) {

    /** Of rules whose version is not known. */
    public PenaltyViolation(String violationId, String clauseId, Set<String> disclosedFacts) {
        this(violationId, clauseId, disclosedFacts, Optional.empty());
    }

    public PenaltyViolation {
        disclosedFacts = Set.copyOf(disclosedFacts);
    }

    /** True unless the clauses are others, or of versions that are known to be others. */
    boolean ofTheSameClause(PenaltyViolation other) {
        return clauseId.equals(other.clauseId)
                && (rulebookVersion.isEmpty()
                        || other.rulebookVersion.isEmpty()
                        || rulebookVersion.equals(other.rulebookVersion));
    }
}
