package io.redress.benchmarks.opencase;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.infra.PgUrl;
import java.util.List;
import java.util.Map;

/** The peer: an embedded engine starts a process instance that waits in a user task. */
final class CamundaStarts implements Contender, AutoCloseable {

    private static final String MAIN = "io.redress.peers.camunda.CamundaPeer";

    private final Infrastructure infrastructure;
    private final Program engine;
    private final int operations;
    private long started;

    CamundaStarts(Infrastructure infrastructure, int operations) {
        this.infrastructure = infrastructure;
        this.operations = operations;
        PgUrl database = infrastructure.postgres().databaseOf("camunda");
        this.engine = Program.startTalking(
                "camunda",
                infrastructure.directory(),
                Map.of(
                        "PEER_JDBC_URL",
                        database.jdbc(),
                        "PEER_USER",
                        database.user(),
                        "PEER_PASSWORD",
                        database.password()),
                infrastructure.jvm().peerCommand("camunda", MAIN));
        demand("ready", engine.nextLine());
        rest();
    }

    @Override
    public String name() {
        return "Camunda 7.24";
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations * 16;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("engine", engine.pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true));
    }

    @Override
    public void wake() {
        engine.resume();
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        demand("done " + count, engine.ask("run " + count));
        started += count;
    }

    @Override
    public void rest() {
        engine.pause();
    }

    /** Each start has an instance, a task and a row of history. */
    void check() {
        engine.resume();
        demand("count " + started + " " + started + " " + started, engine.ask("count"));
        engine.pause();
    }

    private static void demand(String expected, String said) {
        if (!said.equals(expected)) {
            throw new IllegalStateException("the engine says '" + said + "' instead of '" + expected + "'");
        }
    }

    @Override
    public void close() {
        engine.close();
    }
}
