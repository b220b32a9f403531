package io.redress.e2e.planted;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All bugs that can be planted. A bug that was found in the suite and could come back belongs here too. */
public final class PlantedBugs {

    private PlantedBugs() {}

    public static List<Planted> all() {
        return Stream.of(OutboxBugs.all(), ConsumerBugs.all(), CommandBugs.all(), RuleBugs.all())
                .flatMap(List::stream)
                .toList();
    }

    public static Optional<Planted> find(String name) {
        return all().stream().filter(bug -> bug.name().equals(name)).findFirst();
    }
}
