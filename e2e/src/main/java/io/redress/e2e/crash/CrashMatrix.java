package io.redress.e2e.crash;

import io.redress.e2e.SuiteAddress;
import io.redress.kit.faults.CrashPoint;
import io.redress.quickstart.suite.Part;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A command and a consumer of services of a running suite, each ended at every crash point it has. The suite's services
 * have to be processes of their own, one instance each, with {@link #environment}. Blocks.
 */
public final class CrashMatrix {

    private final SuiteAddress address;
    private final Function<ServiceName, Part> parts;
    private final String run;
    private final PrintStream out;

    /**
     * @param parts the process of a service
     * @param run sets the ids of this run apart from those of every other on the same suite
     * @param out where the matrix is printed
     */
    public CrashMatrix(SuiteAddress address, Function<ServiceName, Part> parts, String run, PrintStream out) {
        this.address = address;
        this.parts = parts;
        this.run = run;
        this.out = out;
    }

    /** What the processes of a service have to be given so that faults can be ordered of them. */
    public static Map<String, String> environment(ServiceName service) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("REDRESS_FAULTS", "on");
        if (service.messages()) {
            // its place in the consumer group is kept while it is started again
            environment.put("REDRESS_KAFKA_INSTANCE", service.service() + "-1");
        }
        return environment;
    }

    /**
     * Runs and prints the rows of these services.
     *
     * @return what did not hold; empty if everything did
     */
    public List<String> run(Set<ServiceName> services) {
        return run(services, (row, step) -> true);
    }

    /** The same without the relay's points in the rows of consumers: a service has one relay. */
    public List<String> runBriefly(Set<ServiceName> services) {
        return run(
                services, (row, step) -> !row.consumes() || (step != Row.Step.PRODUCE && step != Row.Step.ACKNOWLEDGE));
    }

    private List<String> run(Set<ServiceName> services, BiPredicate<Row, Row.Step> chosen) {
        Client client = new Client(address);
        List<String> violations = new ArrayList<>();
        try (Evidence evidence = new Evidence(address)) {
            Table table = new Table(out);
            for (Row row : new Rows(new World(client, evidence, run)).all()) {
                if (services.contains(row.service())) {
                    Map<CrashPoint, Verdict> verdicts = run(row, chosen, client, evidence);
                    table.print(row, verdicts);
                    verdicts.forEach((point, verdict) -> verdict.wrong()
                            .forEach(wrong -> violations.add(row.title() + ", " + point + ": " + wrong)));
                }
            }
            table.end();
        }
        violations.forEach(violation -> out.println("FAILED " + violation));
        return List.copyOf(violations);
    }

    private Map<CrashPoint, Verdict> run(Row row, BiPredicate<Row, Row.Step> chosen, Client client, Evidence evidence) {
        Map<CrashPoint, Verdict> verdicts = new EnumMap<>(CrashPoint.class);
        Map<CrashPoint, Deed> deeds = new EnumMap<>(CrashPoint.class);
        for (CrashPoint point : CrashPoint.values()) {
            if (row.scope(point).isPresent() && chosen.test(row, Row.Step.of(point))) {
                // all of them before the first crash: what is made ready needs the service
                try {
                    deeds.put(point, row.deeds().get());
                } catch (RuntimeException e) {
                    verdicts.put(point, new Verdict(List.of("could not be made ready: " + e)));
                }
            }
        }
        Target target = new Target(
                parts.apply(row.service()),
                address.management().get(row.service()).get(0));
        Crash crash = new Crash(client, evidence, target);
        deeds.forEach((point, deed) ->
                verdicts.put(point, crash.at(row, deed, point, row.scope(point).orElseThrow())));
        return verdicts;
    }
}
