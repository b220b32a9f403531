package io.redress.benchmarks.opencase;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Ours: openCase over HTTP, and its events sent to the broker. */
final class OpenCases implements Contender, AutoCloseable {

    private final int operations;
    private final Callers callers;

    OpenCases(Infrastructure infrastructure, ServiceProcess service, Penalties penalties, int operations) {
        this.operations = operations;
        MerchantTokens tokens = new MerchantTokens(infrastructure.issuer());
        this.callers = new Callers(infrastructure, service, 201, number -> penalties.open(number, tokens.of(number)));
    }

    /** How many penalties so many rounds take. */
    int needed(int rounds) {
        return Callers.needed(warmUp(), operations, rounds);
    }

    /** Opens the first case by itself and answers its id. */
    String first() {
        return new JsonObject(callers.one()).getString("id");
    }

    /** How many cases must be there. */
    int opened() {
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
        return operations * 14;
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
