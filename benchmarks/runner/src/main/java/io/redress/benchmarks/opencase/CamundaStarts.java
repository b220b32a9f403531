package io.redress.benchmarks.opencase;

import io.redress.benchmarks.engine.CamundaEngine;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import java.util.List;

/** The peer: an embedded engine starts a process instance that waits in a user task. */
final class CamundaStarts implements Contender, AutoCloseable {

    private final CamundaEngine engine;
    private final int operations;
    private long started;

    CamundaStarts(Infrastructure infrastructure, int operations) {
        this.engine = new CamundaEngine(infrastructure);
        this.operations = operations;
    }

    @Override
    public String name() {
        return CamundaEngine.NAME;
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
        return engine.parts();
    }

    @Override
    public void wake() {
        engine.wake();
    }

    @Override
    public void work(int count) {
        engine.order("run", count);
        started += count;
    }

    @Override
    public void rest() {
        engine.rest();
    }

    /** Each start has an instance, a task and a row of history. */
    void check() {
        engine.check(started, 0);
    }

    @Override
    public void close() {
        engine.close();
    }
}
