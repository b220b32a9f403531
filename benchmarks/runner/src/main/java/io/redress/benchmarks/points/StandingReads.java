package io.redress.benchmarks.points;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import java.util.List;

/** Standings of shops asked for over HTTP by staff, a different shop each time. */
final class StandingReads implements Contender, AutoCloseable {

    /** Prime, so that every shop has its turn and neighbours do not follow each other. */
    private static final long STRIDE = 7_368_787;

    /** When all that was booked still counts. */
    private static final String AT = "2018-12-01T00:00:00Z";

    private final String name;
    private final Infrastructure infrastructure;
    private final ServiceProcess service;
    private final Ledgers ledgers;
    private final int shops;
    private final int operations;
    private final ClosedLoop loop;
    private final String token;
    private long asked;

    StandingReads(
            String name,
            Infrastructure infrastructure,
            ServiceProcess service,
            Ledgers ledgers,
            int shops,
            int operations) {
        this.name = name;
        this.infrastructure = infrastructure;
        this.service = service;
        this.ledgers = ledgers;
        this.shops = shops;
        this.operations = operations;
        this.loop = new ClosedLoop(infrastructure.vertx(), service.port());
        this.token = infrastructure.issuer().staff("ops-1", "operator");
    }

    /** The answer for the first shop. */
    String first() {
        return loop.one(call(0), 200).toString();
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
        return operations * 4;
    }

    @Override
    public List<Part> parts() {
        return List.of(
                new Part("service", service.program().pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true));
    }

    @Override
    public void wake() {
        service.program().resume();
        infrastructure.postgres().execute("CHECKPOINT");
    }

    @Override
    public void work(int count) {
        long first = asked;
        loop.run(count, 200, number -> call(first + number));
        asked += count;
    }

    private Call call(long number) {
        return Call.get("/v1/shops/" + ledgers.shop((int) (number * STRIDE % shops)) + "/standing?at=" + AT, token);
    }

    @Override
    public void rest() {
        service.program().pause();
    }

    @Override
    public void close() {
        loop.close();
    }
}
