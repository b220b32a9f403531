package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.crash.CrashMatrix;
import io.redress.e2e.oracles.Expectations;
import io.redress.e2e.planted.Experiment;
import io.redress.e2e.planted.Planted;
import io.redress.e2e.planted.PlantedBugs;
import io.redress.quickstart.suite.ServiceName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A suite of processes with a bug in some of them, under what the bug is exposed by, for at most a few rounds. */
final class PlantedExperiment implements Experiment {

    private static final int ROUNDS = 3;
    private static final int CLIENTS = 4;
    private static final long SEED = 20180115;
    private static final int RECORDS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration WORK = Duration.ofSeconds(8);
    private static final Duration SLOW = Duration.ofSeconds(25);
    /** A producer tries for 15 seconds. */
    private static final Duration OUTAGE = Duration.ofSeconds(16);

    private static final Expectations SAMPLE = Expectations.ofSample();

    private final Path data;

    /** @param data where each bug's suite gets a directory of its own */
    PlantedExperiment(Path data) {
        this.data = data;
    }

    /** @throws IllegalArgumentException if one of the names is none */
    static List<Planted> chosen(List<String> names) {
        return names.isEmpty()
                ? PlantedBugs.all()
                : names.stream()
                        .map(name -> PlantedBugs.find(name)
                                .orElseThrow(() -> new IllegalArgumentException("no planted bug " + name)))
                        .toList();
    }

    @Override
    public List<String> violations(Planted bug, Path classes) {
        Map<ServiceName, Map<String, String>> environment = new EnumMap<>(ServiceName.class);
        EnumSet.allOf(ServiceName.class).forEach(service -> environment.put(service, CrashMatrix.environment()));
        ProcessSuite.Settings settings =
                new ProcessSuite.Settings(Map.of(), environment, bug.classPathInFront(classes));
        try (ProcessSuite suite =
                ProcessSuite.start(TortureData.root(), data.resolve("suite-" + bug.name()), settings)) {
            return switch (bug.exposure()) {
                case CRASH_POINTS -> crashes(suite, bug);
                case WORKLOAD, REPEATED_KEYS, CLOCK -> rounds(suite, bug, SAMPLE, new Harm.Calm(WORK));
                case SLOW_POSTGRES -> rounds(suite, bug, SAMPLE, new Harm.SlowPostgres(names(bug.services()), SLOW));
                case BROKER_OUTAGE -> rounds(suite, bug, SAMPLE, new Harm.Outage("kafka", OUTAGE), new Harm.Calm(WORK));
                case DUPLICATES -> rounds(suite, bug, SAMPLE, new Harm.Calm(WORK), new Harm.Duplicate(RECORDS));
                case SHUFFLE ->
                    rounds(
                            suite,
                            bug,
                            SAMPLE.withOvertaken(Set.of("penalties.events.v1")),
                            new Harm.Overtake(ServiceName.PENALTIES, WORK, SEED));
            };
        }
    }

    /** What the first round found that names the bug, or else all that was found. */
    private static List<String> rounds(ProcessSuite suite, Planted bug, Expectations expectations, Harm... harms) {
        Rounds rounds = new Rounds(suite, SEED, CLIENTS, PATIENCE, expectations);
        List<String> all = new ArrayList<>();
        for (int number = 0; number < ROUNDS; number++) {
            List<String> found = rounds.run(number, List.of(harms)).violations().stream()
                    .map(violation -> violation.oracle() + ": " + violation.what())
                    .toList();
            if (bug.named(found).isPresent()) {
                return found;
            }
            all.addAll(found);
        }
        return all;
    }

    /** A kill at random hardly ever meets the moment that matters: the crash points are such moments. */
    private static List<String> crashes(ProcessSuite suite, Planted bug) {
        Set<ServiceName> one = bug.services().contains(ServiceName.CASES) ? Set.of(ServiceName.CASES) : bug.services();
        return new CrashMatrix(suite.address(), service -> suite.part(service.service()), "planted", System.out)
                .run(one);
    }

    private static Set<String> names(Set<ServiceName> services) {
        return services.stream().map(ServiceName::service).collect(Collectors.toSet());
    }
}
