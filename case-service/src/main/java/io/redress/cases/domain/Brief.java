package io.redress.cases.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The advocate's argument. */
public record Brief(String briefId, String advocateId, String relief, List<BriefPoint> points, Instant filedAt) {

    public Brief {
        points = List.copyOf(points);
    }

    /** The references of all that it puts forward. */
    Set<String> evidence() {
        return points.stream()
                .flatMap(point -> point.evidence().stream())
                .map(Evidence::reference)
                .collect(Collectors.toSet());
    }

    /** True when this reference is evidence of hardship. */
    public boolean hardship(String reference) {
        return points.stream()
                .flatMap(point -> point.evidence().stream())
                .anyMatch(
                        evidence -> evidence.hardship() && evidence.reference().equals(reference));
    }
}
