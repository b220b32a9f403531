package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.oracles.CleanAnswers;
import io.redress.e2e.oracles.EffectsOnce;
import io.redress.e2e.oracles.Expectations;
import io.redress.e2e.oracles.Oracles;
import io.redress.e2e.oracles.ReplaysIdentical;
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
import java.util.Random;

/**
 * Rounds of harm. In each, clients send the stories' commands while the suite is harmed; then it is made whole, what
 * had no answer is asked for once more with the same keys, deadlines are let come, and every oracle is asked.
 */
public final class Rounds {

    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final Duration CLOCK_LIMIT = Duration.ofMinutes(3);
    private static final int REPLAYED = 40;

    private final ProcessSuite suite;
    private final long seed;
    private final int clients;
    private final Duration patience;
    private final Expectations expectations;

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

    /** One round with these harms, one after the other. */
    public Round run(int number, List<Harm> harms) {
        CleanAnswers answers = new CleanAnswers();
        Tormentor tormentor = new Tormentor(suite);
        List<Violation> violations = new ArrayList<>();
        Workload.Settings settings =
                new Workload.Settings(seed * 1_000 + number, "t" + seed + "n" + number, clients, patience);
        try (Workload workload = new Workload(suite.address(), settings, answers)) {
            workload.start();
            try {
                Tormentor.pause(BEFORE);
                for (Harm harm : harms) {
                    tormentor.inflict(harm);
                    Tormentor.pause(BETWEEN);
                }
            } finally {
                suite.heal();
            }
            workload.stop();
            int unknown = workload.history().of(Outcome.UNKNOWN).size();
            workload.drain();
            passTime(violations);
            violations.addAll(new Oracles(suite.address(), expectations).check());
            violations.addAll(effects(workload));
            violations.addAll(replays(workload).check());
            violations.addAll(answers.check());
            return new Round(number, harms, workload.history().all().size(), unknown, List.copyOf(violations));
        }
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
