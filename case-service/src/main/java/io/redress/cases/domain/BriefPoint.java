package io.redress.cases.domain;

import java.util.List;

/** What a brief says on one violation. */
public record BriefPoint(String violationId, List<Ground> grounds, BilingualText argument, List<Evidence> evidence) {

    public BriefPoint {
        grounds = List.copyOf(grounds);
        evidence = List.copyOf(evidence);
    }
}
