package io.redress.penalties;

import static io.redress.penalties.FiledPenalties.awaitFiled;
import static io.redress.penalties.FiledPenalties.awaitRefused;
import static io.redress.penalties.FiledPenalties.composed;
import static io.redress.penalties.FiledPenalties.inForce;
import static io.redress.penalties.FiledPenalties.state;
import static io.redress.penalties.FiledPenalties.statement;
import static io.redress.penalties.FiledPenalties.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.app.transparency.FileStatements;
import io.redress.penalties.app.transparency.TransparencyDatabase;
import io.redress.penalties.store.PgFilings;
import io.redress.simulators.transparency.TransparencyDatabaseSimulator;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a penalty that enters into force to a database that has its statement, once, whatever happens between. */
class TransparencyExportIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    private final TransparencyDatabaseSimulator database =
            new TransparencyDatabaseSimulator(SUITE.infrastructure.vertx(), "secret", 0);

    @BeforeEach
    void start() {
        SUITE.clock.set(FiledPenalties.APRIL);
        drain();
        database.start().await();
    }

    @AfterEach
    void stop() {
        database.stop().await();
        SUITE.clock.set(PenaltySuite.START);
    }

    @Test
    void statements_are_filed_together_and_once() {
        String one = composed();
        String two = composed();
        FileStatements worker = worker(database);

        worker.round().await();

        assertThat(taken(one)).isEqualTo(1);
        assertThat(taken(two)).isEqualTo(1);
        assertThat(posts()).isEqualTo(1);
        JsonObject filed = statement(one);
        assertThat(filed.getString("state")).isEqualTo("FILED");
        assertThat(filed.getString("filedAt")).isEqualTo("2026-04-20T02:00:00Z");
        assertThat(filed.getString("uuid")).isEqualTo(stored(one).getString("uuid"));
        assertThat(filed.getJsonArray("corrections")).isEmpty();

        worker.round().await();
        assertThat(posts()).isEqualTo(1);
    }

    @Test
    void what_is_filed_is_what_was_decided_and_nothing_a_person_wrote() {
        String shop = SUITE.newShop();
        String puid = composed(inForce(shop, "EU"));

        JsonObject filed = statement(puid).getJsonObject("statement");

        assertThat(filed.getString("puid")).isEqualTo(puid);
        assertThat(filed.getJsonArray("decision_visibility"))
                .containsExactly("DECISION_VISIBILITY_CONTENT_DISABLED", "DECISION_VISIBILITY_CONTENT_REMOVED");
        assertThat(filed.getString("incompatible_content_ground")).isEqualTo("C-01@12");
        assertThat(filed.getString("application_date")).isEqualTo("2026-04-20");
        assertThat(filed.getString("content_date")).isEqualTo("2016-01-01");
        assertThat(filed.getJsonArray("territorial_scope")).hasSize(27);
        assertThat(filed.getString("automated_detection")).isEqualTo("Yes");
        assertThat(filed.encode())
                .doesNotContain("Fakes were sold")
                .doesNotContain("An explanation")
                .doesNotContain(shop);
    }

    @Test
    void a_bad_statement_is_refused_alone_and_the_rest_of_its_batch_is_filed() {
        String one = composed();
        String bad = composed();
        String two = composed();
        database.refuse(bad, "decision_facts", "Names a person.");

        worker(database).round().await();

        assertThat(state(one)).isEqualTo("FILED");
        assertThat(state(two)).isEqualTo("FILED");
        JsonObject refused = statement(bad);
        assertThat(refused.getString("state")).isEqualTo("REFUSED");
        assertThat(refused.getJsonArray("problems"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("field", "decision_facts").put("detail", "Names a person.")));
        assertThat(taken(bad)).isZero();
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void a_lost_answer_leads_to_a_question_and_not_to_a_second_statement() {
        String puid = composed();
        database.loseNextAnswers(1);
        FileStatements worker = worker(database);

        worker.round().await();
        assertThat(state(puid)).isEqualTo("PENDING");
        assertThat(taken(puid)).isEqualTo(1);
        awaitFiled(worker, puid);

        assertThat(taken(puid)).isEqualTo(1);
        assertThat(posts()).isEqualTo(1);
        assertThat(statement(puid).getString("uuid")).isEqualTo(stored(puid).getString("uuid"));
    }

    @Test
    void a_search_that_lags_behind_what_was_taken_leads_to_no_second_statement_either() {
        String puid = composed();
        database.loseNextAnswers(1);
        database.searchLags(true);
        FileStatements worker = worker(database);
        worker.round().await();

        Awaitility.await("sent again and refused as known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> {
                    worker.round().await();
                    return posts() >= 2;
                });

        assertThat(state(puid)).isEqualTo("PENDING");
        assertThat(taken(puid)).isEqualTo(1);
        database.searchLags(false);
        awaitFiled(worker, puid);
        assertThat(taken(puid)).isEqualTo(1);
    }

    @Test
    void a_worker_that_died_before_or_after_sending_leaves_nothing_undone_and_nothing_done_twice() {
        String unsent = composed();
        String sent = composed();
        PgFilings filings = new PgFilings();
        SUITE.database
                .inTransaction(tx -> filings.claim(tx, 100, Duration.ofMillis(1)))
                .compose(claimed -> FiledPenalties.client(database)
                        .file(claimed.stream()
                                .filter(one -> one.puid().equals(sent))
                                .map(one -> new TransparencyDatabase.Item(one.puid(), one.payload()))
                                .toList()))
                .await();
        assertThat(taken(sent)).isEqualTo(1);

        FileStatements another = worker(database);
        awaitFiled(another, unsent);
        awaitFiled(another, sent);

        assertThat(taken(unsent)).isEqualTo(1);
        assertThat(taken(sent)).isEqualTo(1);
        assertThat(posts()).isEqualTo(2);
    }

    @Test
    void a_busy_and_a_failing_database_are_tried_again_later() {
        String puid = composed();
        FileStatements worker = worker(database);
        database.busyForNext(1);
        worker.round().await();
        assertThat(state(puid)).isEqualTo("PENDING");
        assertThat(taken(puid)).isZero();

        database.failNext(1);
        awaitFiled(worker, puid);

        assertThat(taken(puid)).isEqualTo(1);
    }

    @Test
    void a_decision_of_before_2020_is_refused_here_and_nothing_is_sent() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        JsonObject refused = awaitRefused(inForce(SUITE.newShop(), "DE").getString("statementId"));

        assertThat(refused.getJsonArray("problems"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("field", "application_date")
                                .put("detail", "is 2018-04-20, and the format starts in 2020")));
        assertThat(refused.containsKey("statement")).isFalse();
        worker(database).round().await();
        assertThat(posts()).isZero();
    }

    @Test
    void a_penalty_without_a_measure_is_no_restriction_and_has_no_statement_there() {
        String shop = SUITE.newShop();
        JsonObject mild = PenaltySuite.violation("G-01", "l-" + shop)
                .put("from", "2026-03-01T12:00:00+08:00")
                .put("to", "2026-03-01T13:00:00+08:00");
        JsonObject proposed = SUITE.enforcement()
                .post("/v1/penalties", PenaltySuite.proposal(shop, mild))
                .json();
        SUITE.store(proposed);
        SUITE.clock.set("2026-04-24T10:00:00+08:00");
        SUITE.awaitStatus(proposed.getString("id"), "IN_FORCE");

        assertThat(SUITE.staff("ops-1", "operator")
                        .get("/v1/transparency-statements/" + proposed.getString("statementId"))
                        .status())
                .isEqualTo(404);
    }

    /** What other tests left to be sent is no matter of this one. */
    private static void drain() {
        TransparencyDatabaseSimulator other =
                new TransparencyDatabaseSimulator(SUITE.infrastructure.vertx(), "secret", 0);
        other.start().await();
        FileStatements worker = worker(other);
        Awaitility.await("nothing waits").atMost(PenaltySuite.PATIENCE).until(() -> {
            worker.round().await();
            return SUITE.get("/v1/transparency-statements?state=PENDING")
                    .getJsonArray("items")
                    .isEmpty();
        });
        other.stop().await();
    }

    private int taken(String puid) {
        return stored().stream()
                .filter(one -> one.getString("puid").equals(puid))
                .toList()
                .size();
    }

    private JsonObject stored(String puid) {
        return stored().stream()
                .filter(one -> one.getString("puid").equals(puid))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> stored() {
        return database.statements();
    }

    private long posts() {
        return database.requests().stream()
                .filter(request -> request.equals("POST /api/v1/statements"))
                .count();
    }
}
