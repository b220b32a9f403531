package io.redress.e2e.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.oracles.CleanAnswers;
import io.redress.e2e.oracles.EffectsOnce;
import io.redress.e2e.oracles.Oracle;
import io.redress.e2e.oracles.Planted;
import io.redress.e2e.oracles.PrivateAnswers;
import io.redress.e2e.oracles.ReplaysIdentical;
import io.redress.infra.PgUrl;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Twenty seconds of the workload on a suite without faults, and what the oracles of its history then say. */
class WorkloadE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final SuiteAddress ADDRESS = SUITE.address();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long SEED = 20_260_704L;
    private static final CleanAnswers ANSWERS = new CleanAnswers();
    private static final PrivateAnswers SECRETS = new PrivateAnswers(ADDRESS, Planted.sampleTerms(), "w1");
    private static Workload workload;

    @BeforeAll
    static void run() {
        SUITE.loadSample();
        workload = new Workload(ADDRESS, new Workload.Settings(SEED, "w1", 4, LIMIT), ANSWERS.and(SECRETS));
        workload.run(Duration.ofSeconds(20), Plan.ROUND);
        workload.drain();
        workload.report().forEach(System.out::println);
        Awaitility.await().atMost(LIMIT).until(WorkloadE2E::atRest);
    }

    @AfterAll
    static void close() {
        workload.close();
    }

    @Test
    void every_journey_comes_to_its_end_and_every_command_ends_as_expected() {
        assertThat(workload.brokenOff()).isEmpty();
        assertThat(workload.history().surprises()).isEmpty();
        assertThat(workload.history().of(Outcome.UNKNOWN)).isEmpty();
        assertThat(workload.finished()).isGreaterThanOrEqualTo(Plan.ROUND);
        assertThat(workload.tally().of(Outcome.REFUSED)).isPositive();
        assertThat(Kind.values()).filteredOn(Kind::changes).allSatisfy(kind -> assertThat(
                        workload.tally().of(kind, Outcome.OK))
                .as(kind.name())
                .isPositive());
    }

    @Test
    void every_effect_is_there_once_and_none_of_what_was_refused() throws SQLException {
        try (Connection superuser = connect()) {
            assertFoundNothing(new EffectsOnce(workload.history().all(), "w1", superuser));
        }
    }

    @Test
    void an_effect_that_nobody_has_asked_for_and_one_that_is_missing_are_found() throws SQLException {
        List<Settled> history = workload.history().all();
        Settled proposal = history.stream()
                .filter(one -> one.command().kind() == Kind.PROPOSE && one.outcome() == Outcome.OK)
                .findFirst()
                .orElseThrow();
        List<Settled> forgetful = new ArrayList<>(history);
        forgetful.remove(proposal);
        Command never = proposal.command().contradicted();
        Settled lost = new Settled(never, Outcome.OK, 1, 0, proposal.answer());
        List<Settled> deceived = new ArrayList<>(history);
        deceived.removeIf(one -> one.command().marker().equals(never.marker()));
        deceived.add(lost);
        try (Connection superuser = connect()) {
            assertThat(new EffectsOnce(forgetful, "w1", superuser).check())
                    .hasSize(2)
                    .allSatisfy(one ->
                            assertThat(one.what()).contains(proposal.command().marker()));
            assertThat(new EffectsOnce(deceived, "w1", superuser).check())
                    .hasSize(2)
                    .allSatisfy(one -> assertThat(one.what()).contains(never.marker(), "has 0"));
        }
    }

    @Test
    void a_command_sent_again_is_answered_alike_also_by_a_service_that_was_restarted() {
        assertFoundNothing(replays(200));
        SUITE.without(ServiceName.CASES, () -> {});
        SUITE.without(ServiceName.PENALTIES, () -> {});
        assertFoundNothing(replays(60));
    }

    @Test
    void no_answer_shows_what_is_behind_it() {
        assertThat(ANSWERS.seen()).isGreaterThan(workload.tally().commands());
        assertFoundNothing(ANSWERS);
    }

    @Test
    void no_answer_tells_a_sealed_term_or_a_merchant_of_another_one() {
        assertThat(SECRETS.ofMerchants()).isGreaterThan(100);
        assertFoundNothing(SECRETS);
    }

    private static ReplaysIdentical replays(int most) {
        History history = workload.history();
        return new ReplaysIdentical(
                history.all(), history.differences(), most, new Random(SEED), workload.client()::settle);
    }

    private static void assertFoundNothing(Oracle oracle) {
        assertThat(oracle.check()).as(oracle.guarantees()).isEmpty();
    }

    private static boolean atRest() {
        return ADDRESS.management().entrySet().stream()
                .filter(service -> service.getKey().messages())
                .flatMap(service -> service.getValue().stream())
                .map(origin ->
                        new HttpJson(origin, LIMIT).get("/activity", Map.of()).body())
                .allMatch(activity -> activity.path("outboxRows").asLong() == 0
                        && activity.path("consumerLag").asLong() == 0
                        && activity.path("dueDeadlines").asLong() == 0);
    }

    private static Connection connect() throws SQLException {
        PgUrl superuser = ADDRESS.superuser();
        return DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
    }
}
