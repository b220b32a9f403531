package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;

/** The advocate's argument. */
public record Brief(String briefId, String advocateId, String relief, List<BriefPoint> points, Instant filedAt) {

    public Brief {
        points = List.copyOf(points);
    }

    /** True when this reference is evidence of hardship. */
    public boolean hardship(String reference) {
        return points.stream()
                .flatMap(point -> point.evidence().stream())
                .anyMatch(
                        evidence -> evidence.hardship() && evidence.reference().equals(reference));
    }
}
