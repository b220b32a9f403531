package io.redress.benchmarks.lodge;

import io.redress.benchmarks.engine.CamundaEngine;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import java.util.List;

/** The peer: an embedded engine completes a user task with what is argued as variables, and waits in the next one. */
final class CamundaCompletes implements Contender, AutoCloseable {

    private static final int WARM_UP = 12;

    private final CamundaEngine engine;
    private final int operations;
    private final int started;
    private long completed;

    /** @param rounds to start an instance for each task that is completed in them */
    CamundaCompletes(Infrastructure infrastructure, int operations, int rounds) {
        this.engine = new CamundaEngine(infrastructure);
        this.operations = operations;
        this.started = operations * (WARM_UP + 2 * rounds);
        engine.wake();
        engine.order("prepare", started);
        engine.rest();
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
        return operations * WARM_UP;
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
        engine.order("complete", count);
        completed += count;
    }

    @Override
    public void rest() {
        engine.rest();
    }

    /** Each completed task has its row of history, and its instance waits in the next one. */
    void check() {
        engine.check(started, completed);
    }

    @Override
    public void close() {
        engine.close();
    }
}
