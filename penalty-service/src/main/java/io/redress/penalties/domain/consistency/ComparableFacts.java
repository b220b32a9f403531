package io.redress.penalties.domain.consistency;

import java.util.Map;

/**
 * On what decisions are compared: the clause, its range, and the value of each factor that was weighed. Versions of the
 * rules that give the clause the same range are compared with each other.
 */
public record ComparableFacts(String clauseId, int min, int max, Map<String, String> factors) {

    public ComparableFacts {
        factors = Map.copyOf(factors);
    }
}
