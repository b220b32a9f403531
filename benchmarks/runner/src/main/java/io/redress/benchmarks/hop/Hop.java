package io.redress.benchmarks.hop;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Program;
import java.util.List;
import java.util.function.IntFunction;

/** A proxy under one kind of request. Only the proxy's own time counts, not the upstream's behind it. */
final class Hop implements Contender, AutoCloseable {

    private final String name;
    private final Program proxy;
    private final ClosedLoop loop;
    private final int operations;
    private final int warmUp;
    private final int status;
    private final IntFunction<Call> calls;
    private long answered;

    Hop(
            Infrastructure infrastructure,
            String name,
            Program proxy,
            int port,
            int operations,
            int warmUp,
            int status,
            IntFunction<Call> calls) {
        this.name = name;
        this.proxy = proxy;
        this.loop = new ClosedLoop(infrastructure.vertx(), port);
        this.operations = operations;
        this.warmUp = warmUp;
        this.status = status;
        this.calls = calls;
    }

    long answered() {
        return answered;
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
        return warmUp;
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("proxy", proxy.pid(), true));
    }

    @Override
    public void wake() {
        // a proxy that is asked nothing uses next to nothing, and only its own time is read
    }

    @Override
    public void work(int count) {
        loop.run(count, status, calls);
        answered += count;
    }

    @Override
    public void rest() {
        // as wake
    }

    @Override
    public void close() {
        loop.close();
    }
}
