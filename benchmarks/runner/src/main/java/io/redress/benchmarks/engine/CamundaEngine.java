package io.redress.benchmarks.engine;

import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import io.redress.infra.PgUrl;
import java.util.List;
import java.util.Map;

/** An embedded engine on the same server, in a database of its own, at rest unless it is woken. */
final class CamundaEngine implements AutoCloseable {

    static final String NAME = "Camunda 7.24";

    private static final String MAIN = "io.redress.peers.camunda.CamundaPeer";

    private final Infrastructure infrastructure;
    private final Program engine;

    CamundaEngine(Infrastructure infrastructure) {
        this.infrastructure = infrastructure;
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
        engine.pause();
    }

    List<Part> parts() {
        return List.of(
                new Part("engine", engine.pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true));
    }

    /** Before a leg. */
    void wake() {
        engine.resume();
        infrastructure.postgres().execute("CHECKPOINT");
    }

    /** Has the order carried out so many times. */
    void order(String what, int count) {
        demand("done " + count, engine.ask(what + " " + count));
    }

    /** After a leg. */
    void rest() {
        engine.pause();
    }

    /**
     * Each instance that was started has a task that waits and a row of history.
     *
     * @param completed tasks before that one
     */
    void check(long started, long completed) {
        engine.resume();
        demand("count " + started + " " + started + " " + started + " " + completed, engine.ask("count"));
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
