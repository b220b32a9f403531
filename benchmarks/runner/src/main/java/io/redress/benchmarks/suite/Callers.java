package io.redress.benchmarks.suite;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.ClosedLoop;
import io.redress.benchmarks.rounds.Part;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.awaitility.Awaitility;

/** A service of ours that a closed loop asks over HTTP, each of its calls once, in their order. */
public final class Callers implements AutoCloseable {

    private static final Duration DONE_WITHIN = Duration.ofMinutes(4);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int SETTLE = 32;

    private final Infrastructure infrastructure;
    private final ServiceProcess service;
    private final ClosedLoop loop;
    private final int status;
    private final IntFunction<Call> calls;
    private int answered;

    /**
     * @param status that every answer must have
     * @param calls by their numbers, from 0
     */
    public Callers(Infrastructure infrastructure, ServiceProcess service, int status, IntFunction<Call> calls) {
        this.infrastructure = infrastructure;
        this.service = service;
        this.loop = new ClosedLoop(infrastructure.vertx(), service.port());
        this.status = status;
        this.calls = calls;
    }

    /** How many calls so many rounds take, where the first is sent alone and every leg begins with {@link #settle}. */
    public static int needed(int warmUp, int operations, int rounds) {
        return 1 + warmUp + SETTLE * (1 + 2 * rounds) + operations * 2 * rounds;
    }

    /** How many calls were answered. */
    public int answered() {
        return answered;
    }

    /** Sends the next call by itself. */
    public Buffer one() {
        Buffer answer = loop.one(calls.apply(answered), status);
        answered++;
        return answer;
    }

    /** Sends the next so many calls. */
    public void work(int count, Consumer<Buffer> answers) {
        int first = answered;
        loop.run(count, status, number -> calls.apply(first + number), answers);
        answered += count;
    }

    /** Before a leg; {@code work} does so many operations of it, so that what has rested is at work again. */
    public void settle(IntConsumer work) {
        service.program().resume();
        work.accept(SETTLE);
        infrastructure.postgres().execute("CHECKPOINT");
    }

    /** Before a leg of reads. */
    public void wake() {
        service.program().resume();
        infrastructure.postgres().execute("CHECKPOINT");
    }

    /** After a leg. */
    public void rest() {
        service.program().pause();
    }

    /** Until there is no such row. */
    public void awaitNone(String what, String rows) {
        Awaitility.await(what)
                .atMost(DONE_WITHIN)
                .pollInterval(LOOK_EVERY)
                .until(() ->
                        infrastructure.postgres().number("SELECT count(*) FROM (SELECT FROM " + rows + " LIMIT 1) o")
                                == 0);
    }

    /** The service and Postgres; the broker is only noted. */
    public List<Part> parts() {
        return List.of(
                new Part("service", service.program().pid(), true),
                new Part("postgres", infrastructure.postgres().pid(), true),
                new Part("broker", infrastructure.broker().pid(), false));
    }

    @Override
    public void close() {
        loop.close();
    }
}
