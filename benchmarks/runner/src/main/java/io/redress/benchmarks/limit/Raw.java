package io.redress.benchmarks.limit;

import io.redress.benchmarks.machine.Tools;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The limit: statements sent by pgbench, prepared, each its own transaction, on as many connections as a service has. */
public final class Raw implements Contender {

    private final Infrastructure infrastructure;
    private final String name;
    private final Pgbench pgbench;
    private final LimitScript script;
    private final int operations;
    private final Runnable rested;
    private int done;

    private Raw(
            Infrastructure infrastructure,
            String name,
            Pgbench pgbench,
            LimitScript script,
            int operations,
            Runnable rested) {
        this.infrastructure = infrastructure;
        this.name = name;
        this.pgbench = pgbench;
        this.script = script;
        this.operations = operations;
        this.rested = rested;
    }

    /**
     * Reads of a service's schema; empty where the machine has no pgbench.
     *
     * @param name which no other has
     * @param script as {@link Pgbench} takes it
     */
    public static Optional<Raw> reads(
            Infrastructure infrastructure, String schema, String name, String script, int operations) {
        return of(infrastructure, schema, name, new LimitScript(script, Map.of()), operations, () -> {});
    }

    /** What a service has written, written again into its schema; empty where the machine has no pgbench. */
    public static Optional<Raw> writes(
            Infrastructure infrastructure, String schema, LimitScript script, int operations) {
        // Nobody is to publish these events.
        Runnable rested = () -> infrastructure.postgres().execute("TRUNCATE " + schema + ".outbox");
        return of(infrastructure, schema, "pgbench", script, operations, rested);
    }

    private static Optional<Raw> of(
            Infrastructure infrastructure,
            String schema,
            String name,
            LimitScript script,
            int operations,
            Runnable rested) {
        Optional<Path> program = Tools.pgbench();
        if (program.isEmpty()) {
            System.out.println("pgbench is missing (Debian: postgresql-15): no limit, " + name);
        }
        return program.map(found -> new Raw(
                infrastructure,
                name,
                new Pgbench(infrastructure, schema, found, name, script.text()),
                script,
                operations,
                rested));
    }

    /** Ours beside what this took; said to be missing where there is none. */
    public static Comparison beside(Measured ours, Optional<Measured> raw, String name, double floor, double target) {
        return raw.map(other -> Comparison.of(ours, other, name, floor, target))
                .orElseGet(() -> Comparison.missing(name, floor, target));
    }

    /** How often. */
    public int done() {
        return done;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("postgres", infrastructure.postgres().pid(), true));
    }

    @Override
    public void wake() {
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        done += pgbench.run(count, done, script.values());
    }

    @Override
    public void rest() {
        rested.run();
    }
}
