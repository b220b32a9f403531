package io.redress.cases.domain;

import java.util.List;

/**
 * The decision on one violation.
 *
 * @param facts what it rests on; at least one is a disclosed fact of the violation
 */
public record ViolationRuling(String violationId, RulingOutcome outcome, BilingualText reasons, List<String> facts) {

    public ViolationRuling {
        facts = List.copyOf(facts);
    }
}
