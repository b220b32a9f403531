package io.redress.quickstart.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child process with nothing but its environment variables, which is started again when it ends by itself. */
final class KeptProcess implements Part {

    private static final Logger LOG = LoggerFactory.getLogger(KeptProcess.class);
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final long BACK_OFF_MILLIS = 200;
    private static final long BACK_OFF_LIMIT_MILLIS = 5_000;

    /** What to run, with which environment, and where its output goes. */
    record Command(List<String> line, Map<String, String> environment, Path log) {}

    private final String name;
    private final Command command;
    private final BooleanSupplier ready;
    private final ExecutorService keeper;
    private final Runnable changed;
    // read without the lock: the table of processes asks while another part starts
    private volatile Process process;
    private boolean wanted;
    private boolean over;
    private volatile int starts;
    private final List<Integer> exits = new CopyOnWriteArrayList<>();
    private long startedNanos;
    private long backOffMillis = BACK_OFF_MILLIS;

    /**
     * @param keeper where it is started again
     * @param changed called after each start
     */
    KeptProcess(String name, Command command, BooleanSupplier ready, ExecutorService keeper, Runnable changed) {
        this.name = name;
        this.command = command;
        this.ready = ready;
        this.keeper = keeper;
        this.changed = changed;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OptionalLong pid() {
        Process running = process;
        return running != null && running.isAlive() ? OptionalLong.of(running.pid()) : OptionalLong.empty();
    }

    @Override
    public int starts() {
        return starts;
    }

    @Override
    public List<Integer> exits() {
        return List.copyOf(exits);
    }

    @Override
    public void start() {
        launch();
        awaitReady();
    }

    /**
     * Returns at once.
     *
     * @throws IllegalStateException after {@link #end()}
     */
    synchronized void launch() {
        if (over) {
            throw new IllegalStateException(name + " has ended for good");
        }
        wanted = true;
        if (process != null && process.isAlive()) {
            return;
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command.line());
            builder.environment().clear();
            builder.environment().putAll(command.environment());
            builder.redirectErrorStream(true);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectOutput(
                    ProcessBuilder.Redirect.appendTo(command.log().toFile()));
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + name, e);
        }
        starts = starts + 1;
        startedNanos = System.nanoTime();
        Process started = process;
        started.onExit().thenAcceptAsync(this::ended, keeper);
        changed.run();
    }

    @Override
    public void awaitReady() {
        long end = System.nanoTime() + READY_LIMIT.toNanos();
        while (pid().isEmpty() || !ready.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(name + " is not ready after " + READY_LIMIT.toSeconds() + " s; see "
                        + command.log().getFileName());
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void stop() {
        Process running = unwanted();
        if (running == null) {
            return;
        }
        Signals.resume(running.pid());
        running.destroy();
        try {
            if (!running.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("{} did not stop within {} s and is killed", name, STOP_LIMIT.toSeconds());
                running.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running.destroyForcibly();
        }
    }

    @Override
    public void end() {
        Process running;
        synchronized (this) {
            over = true;
            running = unwanted();
        }
        if (running != null) {
            Signals.kill(running.pid());
            running.onExit().join();
        }
    }

    private synchronized Process unwanted() {
        wanted = false;
        return process;
    }

    private void ended(Process ended) {
        exits.add(ended.exitValue());
        long pause;
        synchronized (this) {
            if (!wanted || process != ended) {
                return;
            }
            boolean lasted = System.nanoTime() - startedNanos > READY_LIMIT.toNanos();
            backOffMillis = lasted ? BACK_OFF_MILLIS : Math.min(BACK_OFF_LIMIT_MILLIS, backOffMillis * 2);
            pause = backOffMillis;
        }
        LOG.warn("{} ended with {} and is started again", name, ended.exitValue());
        LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
        synchronized (this) {
            if (wanted && process == ended) {
                launch();
            }
        }
    }
}
