package io.redress.benchmarks.list;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.IntFunction;

/** Ours: pages of lists over HTTP, each answer looked at. */
final class ListReads implements Contender, AutoCloseable {

    private final String name;
    private final int operations;
    private final int items;
    private final Callers callers;

    /** @param items that every page must have */
    ListReads(
            String name,
            Infrastructure infrastructure,
            ServiceProcess service,
            int operations,
            int items,
            IntFunction<Call> calls) {
        this.name = name;
        this.operations = operations;
        this.items = items;
        this.callers = new Callers(infrastructure, service, 200, calls);
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
        callers.work(
                count,
                answer -> Demand.equal(
                        "items of a page of " + name,
                        items,
                        new JsonObject(answer).getJsonArray("items").size()));
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
