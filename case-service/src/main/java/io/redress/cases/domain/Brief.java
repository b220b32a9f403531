package io.redress.cases.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The advocate's argument.
 *
 * @param forRequirements what it puts forward for requirements of the case
 */
public record Brief(
        String briefId,
        String advocateId,
        String relief,
        List<BriefPoint> points,
        List<RequirementEvidence> forRequirements,
        Instant filedAt) {

    public Brief {
        points = List.copyOf(points);
        forRequirements = List.copyOf(forRequirements);
    }

    /** The ids of the earlier rulings that it cites, each once. */
    public Set<String> precedents() {
        return points.stream()
                .flatMap(point -> point.precedents().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The references of all that it puts forward. */
    Set<String> evidence() {
        return pieces().map(Evidence::reference).collect(Collectors.toSet());
    }

    /** True when this reference is evidence of hardship. */
    public boolean hardship(String reference) {
        return pieces().anyMatch(
                        evidence -> evidence.hardship() && evidence.reference().equals(reference));
    }

    private Stream<Evidence> pieces() {
        return Stream.concat(
                points.stream().flatMap(point -> point.evidence().stream()),
                forRequirements.stream().map(RequirementEvidence::evidence));
    }
}
