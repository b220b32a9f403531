package io.redress.benchmarks.propose;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import java.util.List;

/** Ours: the proposal over HTTP, the stored statement as an event, and all events of both sent to the broker. */
final class Proposals implements Contender, AutoCloseable {

    private final int operations;
    private final Callers callers;
    private final Statements statements;

    Proposals(Infrastructure infrastructure, ServiceProcess service, Shops shops, int operations) {
        this.operations = operations;
        String token = infrastructure.issuer().staff("enf-1", "enforcement");
        this.callers = new Callers(infrastructure, service, 201, number -> shops.propose(number, token));
        this.statements = new Statements(infrastructure);
    }

    /** How many shops so many rounds take. */
    int needed(int rounds) {
        return Callers.needed(warmUp(), operations, rounds);
    }

    /** How many penalties must be in force. */
    int proposed() {
        return callers.answered();
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
        return callers.parts();
    }

    @Override
    public void wake() {
        callers.settle(this::work);
    }

    @Override
    public void work(int count) {
        callers.work(count, statements::store);
        awaitEnd();
    }

    /** Until nothing waits to come into force, nor for the relay. */
    void awaitEnd() {
        callers.awaitNone("penalties are in force", "penalties.penalty WHERE status = 'PROPOSED'");
        callers.awaitNone("events are with the broker", "penalties.outbox");
    }

    @Override
    public void rest() {
        callers.rest();
    }

    @Override
    public void close() {
        statements.close();
        callers.close();
    }
}
