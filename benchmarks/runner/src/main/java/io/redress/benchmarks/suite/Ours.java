package io.redress.benchmarks.suite;

import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Part;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.function.Consumer;

/** A service of ours that is asked over HTTP, each call once, until all that follows from them is done. */
public final class Ours implements Contender, AutoCloseable {

    /**
     * How much is done.
     *
     * @param operations of a leg
     * @param warmUps legs before the first round
     */
    public record Size(int operations, int warmUps) {}

    private final String name;
    private final Callers callers;
    private final Size size;
    private final Consumer<Buffer> answers;
    private final Runnable ended;
    private final Runnable woken;

    private Ours(
            String name,
            Callers callers,
            Size size,
            Consumer<Buffer> answers,
            Runnable ended,
            boolean leavesWorkBehind) {
        this.name = name;
        this.callers = callers;
        this.size = size;
        this.answers = answers;
        this.ended = ended;
        this.woken = leavesWorkBehind ? () -> callers.settle(this::work) : callers::wake;
    }

    /** @param answers looks at each of them */
    public static Ours reads(String name, Callers callers, Size size, Consumer<Buffer> answers) {
        return new Ours(name, callers, size, answers, () -> {}, false);
    }

    /**
     * @param answers does what somebody else does when a command was answered
     * @param ended returns when nothing of what was done is left to do
     */
    public static Ours commands(String name, Callers callers, Size size, Consumer<Buffer> answers, Runnable ended) {
        return new Ours(name, callers, size, answers, ended, true);
    }

    /** How many calls so many rounds of commands take. */
    public int needed(int rounds) {
        return Callers.needed(warmUp(), size.operations(), rounds);
    }

    /** Sends the next call by itself. */
    public Buffer one() {
        return callers.one();
    }

    /** How many calls were answered. */
    public int answered() {
        return callers.answered();
    }

    /** Until nothing of what was done is left to do. */
    public void awaitEnd() {
        ended.run();
    }

    @Override
    public String name() {
        return name;
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
        return callers.parts();
    }

    @Override
    public void wake() {
        woken.run();
    }

    @Override
    public void work(int count) {
        callers.work(count, answers);
        ended.run();
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
