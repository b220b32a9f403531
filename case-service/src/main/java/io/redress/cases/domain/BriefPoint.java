package io.redress.cases.domain;

import java.util.List;

/**
 * What a brief says on one violation.
 *
 * @param precedents ids of the earlier rulings that it cites
 */
public record BriefPoint(
        String violationId,
        List<Ground> grounds,
        BilingualText argument,
        List<Evidence> evidence,
        List<String> precedents) {

    public BriefPoint {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
        precedents = List.copyOf(precedents);
    }

    /** One that cites no earlier ruling. */
    public BriefPoint(String violationId, List<Ground> grounds, BilingualText argument, List<Evidence> evidence) {
        this(violationId, grounds, argument, evidence, List.of());
    }
}
