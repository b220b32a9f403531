package io.redress.penalties;

import static io.redress.penalties.FiledPenalties.awaitFiled;
import static io.redress.penalties.FiledPenalties.awaitRefused;
import static io.redress.penalties.FiledPenalties.composed;
import static io.redress.penalties.FiledPenalties.inForce;
import static io.redress.penalties.FiledPenalties.rule;
import static io.redress.penalties.FiledPenalties.statement;
import static io.redress.penalties.FiledPenalties.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.app.transparency.FileStatements;
import io.redress.simulators.transparency.TransparencyDatabaseSimulator;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What rulings leave of filed decisions, what operators may do, and the file. */
class TransparencyCorrectionsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    private final TransparencyDatabaseSimulator database =
            new TransparencyDatabaseSimulator(SUITE.infrastructure.vertx(), "secret", 0);
    private final String shop = SUITE.newShop();

    @BeforeEach
    void start() {
        SUITE.clock.set(FiledPenalties.APRIL);
        database.start().await();
    }

    @AfterEach
    void stop() {
        database.stop().await();
        SUITE.clock.set(PenaltySuite.START);
    }

    @Test
    void a_filed_decision_that_is_overturned_stays_there_and_is_corrected_here() {
        JsonObject penalty = inForce(shop, "DE");
        String puid = composed(penalty);
        awaitFiled(worker(database), puid);
        SUITE.clock.set("2026-04-25T10:00:00+08:00");

        rule(shop, penalty, "OVERTURN", null);

        assertThat(corrected(puid))
                .isEqualTo(new JsonObject()
                        .put("change", "REVERSED")
                        .put("rulingId", "rul_" + shop)
                        .put("caseId", "cas_" + shop)
                        .put("pointsBefore", 24)
                        .put("pointsAfter", 0)
                        .put("measuresLeft", 0)
                        .put("effectiveAt", "2026-04-20T02:00:00Z")
                        .put("knownAt", "2026-04-25T02:00:00Z"));
        assertThat(statement(puid).getString("state")).isEqualTo("FILED");
        assertThat(statement(puid).getString("uuid")).isNotBlank();
        assertThat(database.statements()).anyMatch(one -> one.getString("puid").equals(puid));
    }

    @Test
    void a_filed_decision_that_is_reduced_is_corrected_here() {
        JsonObject penalty = inForce(shop, "DE");
        String puid = composed(penalty);
        awaitFiled(worker(database), puid);

        rule(shop, penalty, "PARTIAL", 10);

        JsonObject correction = corrected(puid);
        assertThat(correction.getString("change")).isEqualTo("REDUCED");
        assertThat(correction.getInteger("pointsBefore")).isEqualTo(24);
        assertThat(correction.getInteger("pointsAfter")).isEqualTo(10);
    }

    @Test
    void a_filed_decision_that_loses_a_measure_is_corrected_here() {
        JsonObject penalty = inForce(shop, "DE");
        String puid = composed(penalty);
        awaitFiled(worker(database), puid);

        rule(
                shop,
                penalty,
                new JsonObject()
                        .put("outcome", "PARTIAL")
                        .put(
                                "measuresLifted",
                                new JsonArray()
                                        .add(SUITE.measure(shop, "SHOP_HIDDEN").getString("measureId"))));

        JsonObject correction = corrected(puid);
        assertThat(correction.getString("change")).isEqualTo("REDUCED");
        assertThat(correction.getInteger("pointsBefore")).isEqualTo(24);
        assertThat(correction.getInteger("pointsAfter")).isEqualTo(24);
        assertThat(correction.getInteger("measuresLeft")).isEqualTo(1);
        assertThat(correction.getString("rulingId")).isEqualTo("rul_" + shop);
    }

    @Test
    void a_decision_that_is_overturned_before_it_was_sent_is_never_sent() {
        JsonObject penalty = inForce(shop, "DE");
        String puid = composed(penalty);

        rule(shop, penalty, "OVERTURN", null);

        JsonObject refused = awaitRefused(puid);
        assertThat(refused.getJsonArray("problems"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject().put("field", "statement").put("detail", "reversed before it was filed")));
        worker(database).round().await();
        assertThat(database.statements()).noneMatch(one -> one.getString("puid").equals(puid));
        Answer again = operator().post("/v1/transparency-statements/" + puid + "/retries", new JsonObject());
        assertThat(again.status()).as(again.text()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("illegal-transition");
        assertThat(again.json().getString("currentStatus")).isEqualTo("REFUSED");
    }

    @Test
    void a_decision_that_is_overturned_while_nobody_knows_whether_it_is_there_is_asked_for_until_it_shows() {
        JsonObject penalty = inForce(shop, "DE");
        String puid = composed(penalty);
        FileStatements worker = worker(database);
        database.loseNextAnswers(1);
        database.searchLags(true);
        Awaitility.await("sent").atMost(PenaltySuite.PATIENCE).until(() -> {
            worker.round().await();
            return database.statements().stream()
                    .anyMatch(one -> one.getString("puid").equals(puid));
        });

        rule(shop, penalty, "OVERTURN", null);
        corrected(puid);
        worker.round().await();

        assertThat(FiledPenalties.state(puid)).isEqualTo("PENDING");
        database.searchLags(false);
        awaitFiled(worker, puid);
        assertThat(database.statements())
                .filteredOn(one -> one.getString("puid").equals(puid))
                .hasSize(1);
    }

    @Test
    void what_was_refused_is_composed_and_sent_once_more_when_an_operator_says_so() {
        String puid = composed(inForce(shop, "DE"));
        database.refuse(puid, "decision_facts", "Names a person.");
        Awaitility.await("refused").atMost(PenaltySuite.PATIENCE).until(() -> {
            worker(database).round().await();
            return FiledPenalties.state(puid).equals("REFUSED");
        });
        TransparencyDatabaseSimulator mended =
                new TransparencyDatabaseSimulator(SUITE.infrastructure.vertx(), "secret", 0);
        mended.start().await();
        String retries = "/v1/transparency-statements/" + puid + "/retries";

        Answer again = operator().post(retries, new JsonObject());

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().getString("state")).isEqualTo("PENDING");
        assertThat(again.json().getJsonArray("problems")).isEmpty();
        awaitFiled(worker(mended), puid);
        mended.stop().await();
        Answer late = operator().post(retries, new JsonObject());
        assertThat(late.code()).isEqualTo("illegal-transition");
        assertThat(late.json().getString("currentStatus")).isEqualTo("FILED");
    }

    @Test
    void a_text_with_a_sealed_term_never_leaves_the_platform() {
        ApiClient integrity = SUITE.staff("int-1", "integrity");
        JsonArray before = integrity.get("/v1/sealed-terms").json().getJsonArray("terms");
        JsonArray terms = before.copy()
                .add(new JsonObject().put("en", "under a trade mark").put("zh", "暗语九七三一"));
        assertThat(integrity
                        .put("/v1/sealed-terms", new JsonObject().put("terms", terms))
                        .status())
                .isEqualTo(200);
        try {
            JsonObject refused = awaitRefused(inForce(shop, "DE").getString("statementId"));

            assertThat(refused.getJsonArray("problems"))
                    .isEqualTo(new JsonArray()
                            .add(new JsonObject()
                                    .put("field", "incompatible_content_explanation")
                                    .put("detail", "holds a sealed term")));
            assertThat(refused.encode()).doesNotContain("under a trade mark");
        } finally {
            integrity.put("/v1/sealed-terms", new JsonObject().put("terms", before));
        }
    }

    @Test
    void a_penalty_outside_the_union_is_refused_with_its_territory() {
        JsonObject refused = awaitRefused(inForce(shop, "CN").getString("statementId"));

        assertThat(refused.getJsonArray("problems"))
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("field", "territorial_scope")
                                .put("detail", "the penalty holds in CN, which is no country of the format")));
    }

    @Test
    void the_file_comes_in_parts_that_hold_each_composed_statement_once() {
        SUITE.clock.set("2026-06-01T10:00:00+08:00");
        List<String> puids = List.of(
                composed(inForce(shop, "DE")),
                composed(inForce(SUITE.newShop(), "FR")),
                composed(inForce(SUITE.newShop(), "EU")));
        List<String> exported = new ArrayList<>();
        Optional<String> next =
                Optional.of("/v1/transparency-export?from=2026-05-31T16:00:00Z&to=2026-06-02T00:00:00Z&limit=2");
        int parts = 0;
        while (next.isPresent()) {
            Answer part = operator().get(next.get());
            assertThat(part.status()).as(part.text()).isEqualTo(200);
            assertThat(part.header("content-type")).contains("application/x-ndjson");
            part.text().lines().map(JsonObject::new).forEach(line -> {
                assertThat(line.getJsonObject("statement").getString("puid")).isEqualTo(line.getString("puid"));
                exported.add(line.getString("puid"));
            });
            next = part.header("link").map(NEXT::matcher).filter(Matcher::find).map(found -> found.group(1));
            parts++;
        }

        assertThat(exported).containsAll(puids).doesNotHaveDuplicates();
        assertThat(parts).isEqualTo((exported.size() + 1) / 2);
        assertThat(operator().get("/v1/transparency-export?from=yesterday").status())
                .isEqualTo(400);
    }

    @Test
    void they_are_for_those_who_run_watch_and_answer_for_rules_alone() {
        String puid = composed(inForce(shop, "DE"));
        String one = "/v1/transparency-statements/" + puid;

        for (String path : List.of("/v1/transparency-statements", one, "/v1/transparency-export")) {
            for (String role : List.of("integrity", "operator", "rule-owner")) {
                assertThat(SUITE.staff("some-1", role).get(path).status())
                        .as(role + " " + path)
                        .isEqualTo(200);
            }
            assertThat(SUITE.merchant("m-" + shop).get(path).status()).isEqualTo(403);
            assertThat(SUITE.enforcement().get(path).status()).isEqualTo(403);
        }
        assertThat(SUITE.staff("int-1", "integrity")
                        .post(one + "/retries", new JsonObject())
                        .status())
                .isEqualTo(403);
        assertThat(operator().get("/v1/transparency-statements/sta_unknown").status())
                .isEqualTo(404);
    }

    private static ApiClient operator() {
        return SUITE.staff("ops-1", "operator");
    }

    private static JsonObject corrected(String puid) {
        Awaitility.await("the correction")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> !statement(puid).getJsonArray("corrections").isEmpty());
        JsonArray corrections = statement(puid).getJsonArray("corrections");
        assertThat(corrections).hasSize(1);
        return corrections.getJsonObject(0);
    }
}
