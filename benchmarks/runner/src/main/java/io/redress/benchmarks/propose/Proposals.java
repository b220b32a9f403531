package io.redress.benchmarks.propose;

import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Ours: the proposal over HTTP, the stored statement as an event, and all events of both sent to the broker. */
final class Proposals implements Contender, AutoCloseable {

    private static final Duration IN_FORCE_WITHIN = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int SETTLE = 32;

    private final Infrastructure infrastructure;
    private final ServiceProcess service;
    private final Shops shops;
    private final int operations;
    private final ClosedLoop loop;
    private final Statements statements;
    private final String token;
    private int proposed;

    Proposals(Infrastructure infrastructure, ServiceProcess service, Shops shops, int operations) {
        this.infrastructure = infrastructure;
        this.service = service;
        this.shops = shops;
        this.operations = operations;
        this.loop = new ClosedLoop(infrastructure.vertx(), service.port());
        this.statements = new Statements(infrastructure);
        this.token = infrastructure.issuer().staff("enf-1", "enforcement");
    }

    /** How many shops so many rounds take. */
    int needed(int rounds) {
        return 1 + warmUp() + SETTLE * (1 + 2 * rounds) + operations * 2 * rounds;
    }

    /** How many penalties must be in force. */
    int proposed() {
        return proposed;
    }

    @Override
    public String name() {
        return "penalty-service";
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations * 10;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("service", service.program().pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true),
                new Part("broker", infrastructure.broker().pid(), false));
    }

    @Override
    public void wake() {
        service.program().resume();
        work(SETTLE);
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        int first = proposed;
        loop.run(count, 201, number -> shops.propose(first + number, token), statements::store);
        proposed += count;
        awaitEnd();
    }

    /** Until nothing waits to come into force, nor for the relay. */
    void awaitEnd() {
        await("penalties are in force", "penalties.penalty WHERE status = 'PROPOSED'");
        await("events are with the broker", "penalties.outbox");
    }

    private void await(String what, String rows) {
        Awaitility.await(what)
                .atMost(IN_FORCE_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() ->
                        infrastructure.postgres().number("SELECT count(*) FROM (SELECT FROM " + rows + " LIMIT 1) o")
                                == 0);
    }

    @Override
    public void rest() {
        service.program().pause();
    }

    @Override
    public void close() {
        statements.close();
        loop.close();
    }
}
