package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import io.redress.e2e.planted.Experiment;
import io.redress.e2e.planted.Exposure;
import io.redress.e2e.planted.Planted;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One round of harm on a suite of its own for each planted bug, with what exposes it. */
final class PlantedTorture implements Experiment {

    private static final Duration HELD = Duration.ofSeconds(4);
    private static final int RECORDS = 500;
    private static final List<String> WORKING = List.of("penalty-service", "case-service", "notification-service");

    private final Path root;
    private final Path data;
    private final long seed;
    private final int clients;

    /** @param data where each suite has a directory */
    PlantedTorture(Path root, Path data, long seed, int clients) {
        this.root = root;
        this.data = data;
        this.seed = seed;
        this.clients = clients;
    }

    @Override
    public List<String> violations(Planted bug, Path classes) {
        ProcessSuite.Settings settings = new ProcessSuite.Settings(Map.of(), Map.of(), bug.classPathInFront(classes));
        try (ProcessSuite suite = ProcessSuite.start(root, data.resolve("suite-" + bug.name()), settings)) {
            Round round = new Rounds(suite, seed, clients, Torture.PATIENCE).run(0, harms(bug.exposure()));
            return round.violations().stream()
                    .map(violation -> violation.oracle() + ": " + violation.what())
                    .toList();
        }
    }

    private List<Harm> harms(Exposure exposure) {
        return switch (exposure) {
            case WORKLOAD, REPEATED_KEYS, CLOCK -> List.of();
            case SLOW_POSTGRES ->
                Stream.concat(WORKING.stream(), WORKING.stream())
                        .map(this::slow)
                        .toList();
            case BROKER_OUTAGE -> List.of(new Harm.Outage("kafka", HELD), new Harm.Outage("kafka", HELD));
            case KILL ->
                Stream.concat(WORKING.stream(), WORKING.stream())
                        .<Harm>map(Harm.Kill::new)
                        .toList();
            case DUPLICATES -> List.of(new Harm.Duplicate(RECORDS));
            case BACKLOG ->
                WORKING.stream().<Harm>map(part -> new Harm.Freeze(part, HELD)).toList();
        };
    }

    private Harm slow(String service) {
        Fault latency = new Fault.Latency(Duration.ofMillis(5), Duration.ofMillis(5), Duration.ofMillis(5), seed);
        return new Harm.Cut(new Link(service, "postgres"), latency, HELD);
    }
}
