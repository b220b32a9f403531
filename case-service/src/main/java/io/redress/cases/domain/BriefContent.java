package io.redress.cases.domain;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a brief says.
 *
 * @param relief what is asked for
 * @param evidence beside that of the points
 */
public record BriefContent(String relief, List<BriefPoint> points, List<TiedEvidence> evidence) {

    /** Before anything is said. */
    public static final BriefContent EMPTY = new BriefContent("", List.of(), List.of());

    public BriefContent {
        points = List.copyOf(points);
        evidence = List.copyOf(evidence);
    }

    /** All of its evidence. */
    public List<Evidence> pieces() {
        return Stream.concat(
                        points.stream().flatMap(point -> point.evidence().stream()),
                        evidence.stream().map(TiedEvidence::evidence))
                .toList();
    }

    /** The rulings that it cites. */
    public Set<String> precedents() {
        return points.stream().flatMap(point -> point.precedents().stream()).collect(Collectors.toSet());
    }
}
