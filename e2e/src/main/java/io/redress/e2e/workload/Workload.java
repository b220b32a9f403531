package io.redress.e2e.workload;

import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The stories' commands, by several clients at once, through the gateway of a running suite. Each client makes journey
 * after journey; each journey is a merchant of its own, as drawn from the seed, and goes as far as it gets. Blocks, and
 * is used from threads of one's own.
 */
public final class Workload implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration CONTROL = Duration.ofSeconds(10);

    /**
     * What is drawn and how.
     *
     * @param run with which every id and key begins; another one for each run on the same suite
     * @param clients journeys at the same time
     * @param patience how long one command is sent again, and one thing waited for
     */
    public record Settings(long seed, String run, int clients, Duration patience) {}

    private final Settings settings;
    private final Instant began;
    private final Client client;
    private final History history = new History();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final List<String> brokenOff = new ArrayList<>();
    private final List<Future<?>> clients = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /**
     * @param watch sees every answer
     * @throws IllegalStateException if the suite does not tell its business time
     */
    public Workload(SuiteAddress suite, Settings settings, AnswerWatch watch) {
        HttpJson control = new HttpJson(suite.control(), CONTROL);
        this.settings = settings;
        this.began = now(control);
        this.client = new Client(
                new Wire(suite.gateway()), new Tokens(control, settings.patience()), settings.patience(), watch);
    }

    private static Instant now(HttpJson control) {
        HttpAnswer answer = control.get("/control/clock", Map.of());
        if (!answer.succeeded()) {
            throw new IllegalStateException("the suite's clock answers " + answer.brief());
        }
        return Instant.parse(answer.body().path("now").asText());
    }

    /** The clients begin; returns at once. */
    public void start() {
        for (int i = 0; i < settings.clients(); i++) {
            clients.add(threads.submit(this::journeys));
        }
    }

    /** No journey begins any more; returns when those under way have ended. */
    public void stop() {
        stopping.set(true);
        for (Future<?> one : clients) {
            try {
                one.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw new IllegalStateException("a client of the workload broke", e.getCause());
            }
        }
    }

    /** Begins journeys for this long, and at least so many, and sees all of them to their end. */
    public void run(Duration duration, int journeys) {
        long end = System.nanoTime() + duration.toNanos();
        start();
        while (System.nanoTime() < end || next.get() < journeys) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        stop();
    }

    /** Asks once more, with the same key, for every command whose end is not known. For a suite without faults. */
    public void drain() {
        history.of(Outcome.UNKNOWN).forEach(unknown -> history.note(client.settle(unknown.command())));
    }

    private void journeys() {
        while (!stopping.get()) {
            Plan plan = Plan.draw(settings.seed(), settings.run(), next.incrementAndGet(), began);
            Steps steps = new Steps(plan, client, history, threads, settings.patience());
            try {
                String penaltyId = new Punishing(plan, steps).tell();
                if (plan.verdict() != Verdict.NO_APPEAL) {
                    new Appealing(plan, steps, penaltyId).tell();
                }
                finished.incrementAndGet();
            } catch (JourneyOver e) {
                synchronized (brokenOff) {
                    brokenOff.add(e.getMessage());
                }
            }
        }
    }

    public Settings settings() {
        return settings;
    }

    public History history() {
        return history;
    }

    /** Sends commands as the workload does. */
    public Client client() {
        return client;
    }

    public int finished() {
        return finished.get();
    }

    /** Why journeys did not come to their end. */
    public List<String> brokenOff() {
        synchronized (brokenOff) {
            return List.copyOf(brokenOff);
        }
    }

    public Tally tally() {
        return new Tally(history.all());
    }

    /** The run in lines: the seed first, then commands by kind and outcome. */
    public List<String> report() {
        List<String> lines = new ArrayList<>();
        lines.add("seed " + settings.seed() + ", run " + settings.run() + ", " + settings.clients() + " clients, "
                + finished() + " journeys to their end, " + brokenOff().size() + " broken off");
        lines.addAll(tally().lines());
        return lines;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
