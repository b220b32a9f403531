package io.redress.benchmarks.lodge;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import java.util.List;
import java.util.stream.IntStream;

/** Ours: fileBrief over HTTP at the version seen, and its event sent to the broker. */
final class Lodgings implements Contender, AutoCloseable {

    private final int operations;
    private final Callers callers;

    Lodgings(Infrastructure infrastructure, ServiceProcess service, OpenAppeals appeals, int operations) {
        this.operations = operations;
        List<String> tokens = IntStream.range(0, OpenAppeals.ADVOCATES)
                .mapToObj(number -> infrastructure.issuer().staff(OpenAppeals.advocate(number), "advocate"))
                .toList();
        this.callers = new Callers(
                infrastructure, service, 200, number -> appeals.lodge(number, tokens.get(number % tokens.size())));
    }

    /** How many appeals so many rounds take. */
    int needed(int rounds) {
        return Callers.needed(warmUp(), operations, rounds);
    }

    /** Files the first brief by itself. */
    void first() {
        callers.one();
    }

    /** How many briefs must be there. */
    int lodged() {
        return callers.answered();
    }

    @Override
    public String name() {
        return "case-service";
    }

    @Override
    public int operations() {
        return operations;
    }

    @Override
    public int warmUp() {
        return operations * 12;
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
        callers.work(count, answer -> {});
        awaitPublished();
    }

    /** Until nothing waits for the relay. */
    void awaitPublished() {
        callers.awaitNone("events are with the broker", "cases.outbox");
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
