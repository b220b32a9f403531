package io.redress.benchmarks.limit;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Reads by pgbench, prepared, on as many connections as the service has. */
public final class RawReads implements Contender {

    private final Infrastructure infrastructure;
    private final String name;
    private final Pgbench pgbench;
    private final int operations;
    private int read;

    /** @param script as {@link Pgbench} takes it */
    public RawReads(
            Infrastructure infrastructure, String schema, Path pgbench, String name, String script, int operations) {
        this.infrastructure = infrastructure;
        this.name = name;
        this.pgbench = new Pgbench(infrastructure, schema, pgbench, name, script);
        this.operations = operations;
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
        read += pgbench.run(count, read, Map.of());
    }

    @Override
    public void rest() {
        // pgbench has ended
    }
}
