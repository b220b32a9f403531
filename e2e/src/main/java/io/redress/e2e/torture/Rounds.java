package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.oracles.Bounds;
import io.redress.e2e.oracles.CleanAnswers;
import io.redress.e2e.oracles.EffectsOnce;
import io.redress.e2e.oracles.Expectations;
import io.redress.e2e.oracles.Oracles;
import io.redress.e2e.oracles.PrivateAnswers;
import io.redress.e2e.oracles.ReplaysIdentical;
import io.redress.e2e.oracles.Rest;
import io.redress.e2e.oracles.Violation;
import io.redress.e2e.workload.Outcome;
import io.redress.e2e.workload.Workload;
import io.redress.infra.PgUrl;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Rounds of harm. In each, clients send the stories' commands while the suite is harmed; then it is made whole, what
 * had no answer is asked for once more with the same keys, deadlines are let come, and every oracle is asked.
 */
public final class Rounds {

    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration CLOCK_LIMIT = Duration.ofMinutes(3);
    /** Longer than an event may be parked: what waits for one that never comes is buried by then. */
    private static final Duration REST_LIMIT = Duration.ofSeconds(90);

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final int REPLAYED = 40;

    private final ProcessSuite suite;
    private final long seed;
    private final int clients;
    private final Duration patience;
    private final Expectations expectations;
    private Optional<Bounds.Sample> baseline = Optional.empty();

    /** @param patience how long a client sends one command again */
    public Rounds(ProcessSuite suite, long seed, int clients, Duration patience) {
        this(suite, seed, clients, patience, Expectations.ofSample());
    }

    /** @param expectations what the oracles of the suite's data are to know */
    Rounds(ProcessSuite suite, long seed, int clients, Duration patience, Expectations expectations) {
        this.suite = suite;
        this.expectations = expectations;
        this.seed = seed;
        this.clients = clients;
        this.patience = patience;
    }

    /**
     * A round without harm, after which everything is warm: what the suite then holds is what the rounds that follow are
     * compared with.
     */
    public Round warmUp() {
        Round calm = run(0, List.of(new Harm.Calm(WARM_UP)));
        baseline = Optional.of(Bounds.sample(suite.address(), suite.processIds()));
        return calm;
    }

    /**
     * One round with these harms, one after the other.
     *
     * @param number another one for each round on the same suite; 0 is the warm-up
     */
    public Round run(int number, List<Harm> harms) {
        CleanAnswers clean = new CleanAnswers();
        PrivateAnswers secret = new PrivateAnswers(suite.address(), expectations.planted(), "t" + seed + "n\\d+");
        List<Violation> violations = new ArrayList<>();
        Workload.Settings settings =
                new Workload.Settings(seed * 1_000 + number, "t" + seed + "n" + number, clients, patience);
        try (Workload workload = new Workload(suite.address(), settings, clean.and(secret))) {
            Felt felt = harmed(workload, harms);
            int unknown = workload.history().of(Outcome.UNKNOWN).size();
            workload.drain();
            violations.addAll(oracles());
            violations.addAll(effects(workload));
            violations.addAll(replays(workload).check());
            violations.addAll(clean.check());
            violations.addAll(secret.check());
            violations.addAll(bounds());
            return new Round(number, felt.courses(), felt.reads(), workload.tally(), unknown, violations);
        }
    }

    /** What the probe saw, during the harms and after them. */
    private record Felt(List<Course> courses, List<Duration> reads) {}

    private Felt harmed(Workload workload, List<Harm> harms) {
        Tormentor tormentor = new Tormentor(suite);
        List<Long> begins = new ArrayList<>();
        List<Long> ends = new ArrayList<>();
        try (Probe probe = Probe.start(suite.address())) {
            workload.start();
            try {
                Tormentor.pause(BEFORE);
                for (Harm harm : harms) {
                    begins.add(System.nanoTime());
                    tormentor.inflict(harm);
                    ends.add(System.nanoTime());
                    Tormentor.pause(BETWEEN);
                }
            } finally {
                suite.heal();
            }
            long whole = System.nanoTime();
            workload.stop();
            long over = System.nanoTime();
            begins.add(over);
            List<Course> courses = new ArrayList<>();
            for (int i = 0; i < harms.size(); i++) {
                courses.add(Course.of(harms.get(i), begins.get(i), ends.get(i), begins.get(i + 1), probe));
            }
            return new Felt(
                    courses,
                    probe.between(whole, over).stream().map(Probe.Look::took).toList());
        }
    }

    private List<Violation> oracles() {
        List<Violation> restless = new Rest(suite.address(), REST_LIMIT).await();
        if (!restless.isEmpty()) {
            return restless;
        }
        List<Violation> violations = new ArrayList<>();
        passTime(violations);
        violations.addAll(new Oracles(suite.address(), expectations).check());
        return violations;
    }

    /** What goes beyond its bound is looked at again: it may be what the oracles themselves have just asked for. */
    private List<Violation> bounds() {
        if (baseline.isEmpty()) {
            return List.of();
        }
        Bounds bounds = new Bounds(suite.address(), suite.processIds(), baseline.get());
        List<Violation> found = bounds.check();
        if (found.isEmpty()) {
            return found;
        }
        Tormentor.pause(SETTLING);
        return bounds.check();
    }

    private ReplaysIdentical replays(Workload workload) {
        return new ReplaysIdentical(
                workload.history().all(),
                workload.history().differences(),
                REPLAYED,
                new Random(seed),
                workload.client()::settle);
    }

    /** Windows close and measures end, so that deadlines act in a suite that has been through it. */
    private void passTime(List<Violation> violations) {
        HttpAnswer moved = new HttpJson(suite.address().control(), CLOCK_LIMIT)
                .sendJson("POST", "/control/clock/advance", Map.of(), Map.of("duration", "P15D"));
        if (!moved.succeeded()) {
            violations.add(new Violation("I9", "the clock cannot pass the deadlines: " + moved.brief()));
        }
    }

    private List<Violation> effects(Workload workload) {
        SuiteAddress address = suite.address();
        PgUrl url = address.superuser();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password())) {
            return new EffectsOnce(workload.history().all(), workload.settings().run(), connection).check();
        } catch (SQLException e) {
            throw new IllegalStateException("the suite's database cannot be read", e);
        }
    }
}
