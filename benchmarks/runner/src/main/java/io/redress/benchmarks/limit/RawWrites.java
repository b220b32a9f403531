package io.redress.benchmarks.limit;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import java.nio.file.Path;
import java.util.List;

/** The limit: the statements that the service sends, prepared, one commit each, by pgbench on as many connections. */
public final class RawWrites implements Contender {

    private final Infrastructure infrastructure;
    private final String schema;
    private final Pgbench pgbench;
    private final LimitScript script;
    private final int operations;
    private int written;

    public RawWrites(Infrastructure infrastructure, String schema, Path pgbench, LimitScript script, int operations) {
        this.schema = schema;
        this.infrastructure = infrastructure;
        this.pgbench = new Pgbench(infrastructure, schema, pgbench, "limit", script.text());
        this.script = script;
        this.operations = operations;
    }

    /** How often. */
    public int written() {
        return written;
    }

    @Override
    public String name() {
        return "pgbench";
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
        written += pgbench.run(count, written, script.values());
    }

    /** Nobody is to publish these events. */
    @Override
    public void rest() {
        infrastructure.postgres().execute("TRUNCATE " + schema + ".outbox");
    }
}
