package io.redress.benchmarks.points;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Callers;
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
    private final int operations;
    private final Callers callers;

    StandingReads(
            String name,
            Infrastructure infrastructure,
            ServiceProcess service,
            Ledgers ledgers,
            int shops,
            int operations) {
        this.name = name;
        this.operations = operations;
        String token = infrastructure.issuer().staff("ops-1", "operator");
        this.callers = new Callers(infrastructure, service, 200, number -> {
            String shop = ledgers.shop((int) (number * STRIDE % shops));
            return Call.get("/v1/shops/" + shop + "/standing?at=" + AT, token);
        });
    }

    /** The answer for the first shop. */
    String first() {
        return callers.one().toString();
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
        return callers.parts();
    }

    @Override
    public void wake() {
        callers.wake();
    }

    @Override
    public void work(int count) {
        callers.work(count, answer -> {});
    }

    @Override
    public void rest() {
        callers.rest();
    }

    @Override
    public void close() {
        callers.close();
    }
}
