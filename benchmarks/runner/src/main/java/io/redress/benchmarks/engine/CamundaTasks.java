package io.redress.benchmarks.engine;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Ours;
import java.util.List;

/**
 * The peer: an embedded engine starts process instances that wait in a user task, or completes the task with what is
 * argued as variables, so that the instance waits in the next one.
 */
public final class CamundaTasks implements Contender, AutoCloseable {

    private final CamundaEngine engine;
    private final Ours.Size size;
    private final String order;
    private final int prepared;
    private long done;

    private CamundaTasks(CamundaEngine engine, Ours.Size size, String order, int prepared) {
        this.engine = engine;
        this.size = size;
        this.order = order;
        this.prepared = prepared;
    }

    public static CamundaTasks starts(Infrastructure infrastructure, Ours.Size size) {
        return new CamundaTasks(new CamundaEngine(infrastructure), size, "run", 0);
    }

    /** @param rounds to start an instance for each task that is completed in them */
    public static CamundaTasks completes(Infrastructure infrastructure, Ours.Size size, int rounds) {
        CamundaEngine engine = new CamundaEngine(infrastructure);
        int prepared = size.operations() * (size.warmUps() + 2 * rounds);
        engine.wake();
        engine.order("prepare", prepared);
        engine.rest();
        return new CamundaTasks(engine, size, "complete", prepared);
    }

    @Override
    public String name() {
        return CamundaEngine.NAME;
    }

    @Override
    public int operations() {
        return size.operations();
    }

    @Override
    public int warmUp() {
        return size.operations() * size.warmUps();
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
        engine.order(order, count);
        done += count;
    }

    @Override
    public void rest() {
        engine.rest();
    }

    /** Each instance has a task that waits and a row of history, and so has each task before it. */
    public void check() {
        engine.check(prepared == 0 ? done : prepared, prepared == 0 ? 0 : done);
    }

    @Override
    public void close() {
        engine.close();
    }
}
