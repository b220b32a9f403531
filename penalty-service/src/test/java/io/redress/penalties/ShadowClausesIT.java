package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clauses of announced drafts in shadow: what they would have done, and that nothing comes of it. */
class ShadowClausesIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner");
    private static final AtomicInteger NUMBERS = new AtomicInteger(1500);

    private final int number = NUMBERS.incrementAndGet();
    private final String shop = SUITE.newShop();
    private final ApiClient detector = SUITE.staff("detector-of-" + shop, "machine");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_hit_is_what_the_clause_would_have_done_to_the_shop_as_it_stands_and_nothing_comes_of_it() {
        SUITE.inForce(SUITE.enforcement().post("/v1/penalties", proposal(shop, ranged("S-01", "l-0", 10, "danger"))));
        String draft = inShadow("S-02");
        JsonObject before = SUITE.get("/v1/shops/s-" + shop + "/standing");

        // the act is before the delivery of that statement: one decision, in which 14 of 24 are left
        JsonObject result = only(hit(draft, "r-1", violation("S-02", "l-1")));

        assertThat(result.getString("shadowHitId")).startsWith("shh_");
        assertThat(result.containsKey("penaltyId")).isFalse();
        JsonObject hit = hits(draft, "S-02").get(0);
        assertThat(hit.getString("id")).isEqualTo(result.getString("shadowHitId"));
        assertThat(hit.getString("bucket")).isEqualTo("SERIOUS");
        assertThat(hit.getInteger("tariff")).isEqualTo(24);
        assertThat(hit.getInteger("points")).isEqualTo(14);
        assertThat(hit.getInteger("pointsBefore")).isEqualTo(10);
        assertThat(hit.getInteger("threshold")).isEqualTo(24);
        assertThat(hit.getJsonArray("measures")).containsExactly("SHOP_HIDDEN", "PROMOTION_BAN");
        assertThat(hit.getBoolean("held")).isFalse();
        assertThat(SUITE.get("/v1/shops/s-" + shop + "/standing")).isEqualTo(before);
        assertThat(SUITE.get("/v1/penalties?shopId=s-" + shop).getJsonArray("items"))
                .hasSize(1);
        for (String table : List.of("outbox", "history", "violation_report")) {
            assertThat(SUITE.holds(table, result.getString("shadowHitId")))
                    .as(table)
                    .isFalse();
        }
        for (String table : List.of("shadow_hit", "penalty", "violation", "detection_record", "outbox", "history")) {
            assertThat(SUITE.holds(table, "the cerulean signal")).as(table).isFalse();
        }
    }

    @Test
    void tariffs_and_thresholds_are_those_of_the_draft_and_a_closure_would_be_held() {
        JsonObject rules = rules();
        rules.getJsonArray("clauses").getJsonObject(0).getJsonObject("tariff").put("fixed", 12);
        String draft = announced(rules);
        shadow(draft, "G-01");
        shadow(draft, "C-91");

        results(hit(draft, "r-1", violation("G-01", "l-1")), hit(draft, "r-2", violation("C-91", "l-2")));

        JsonObject late = hits(draft, "G-01").get(0);
        assertThat(late.getInteger("points")).isEqualTo(12);
        assertThat(late.getInteger("threshold")).isEqualTo(12);
        JsonObject making = hits(draft, "C-91").get(0);
        assertThat(making.getInteger("points")).isEqualTo(48);
        assertThat(making.getJsonArray("measures")).containsExactly("SHOP_CLOSURE");
        assertThat(making.getBoolean("held")).isTrue();
    }

    @Test
    void a_report_counts_hits_shops_points_thresholds_measures_and_days() {
        String other = SUITE.newShop();
        String draft = inShadow("G-05");
        results(hit(draft, "r-1", violation("G-05", "l-1")), hit(draft, "r-2", violation("G-05", "l-2")));
        SUITE.clock.set("2018-04-21T00:30:00+08:00");
        results(hit(draft, "r-3", violation("G-05", "l-1")).put("shopId", "s-" + other));

        JsonObject report = OWNER.get(draft + "/shadow-clauses/G-05/report").json();

        assertThat(report.getInteger("hits")).isEqualTo(3);
        assertThat(report.getInteger("shops")).isEqualTo(2);
        assertThat(report.getInteger("merchants")).isEqualTo(2);
        assertThat(report.getInteger("points")).isEqualTo(36);
        assertThat(report.getJsonArray("thresholds").encode())
                .isEqualTo("[{\"bucket\":\"GENERAL\",\"points\":12,\"hits\":3}]");
        assertThat(report.getJsonArray("measures").encode())
                .isEqualTo("[{\"kind\":\"PROMOTION_BAN\",\"hits\":3},{\"kind\":\"SHOP_HIDDEN\",\"hits\":3}]");
        assertThat(report.getJsonArray("days").encode())
                .isEqualTo(
                        "[{\"day\":\"2018-04-21\",\"hits\":1,\"points\":12},{\"day\":\"2018-04-20\",\"hits\":2,\"points\":24}]");
        Answer first = OWNER.get(draft + "/shadow-clauses/G-05/hits?limit=2");
        assertThat(first.json().getJsonArray("items")).hasSize(2);
        assertThat(OWNER.get(draft + "/shadow-clauses/G-05/hits?limit=2&cursor="
                                + first.json().getString("next"))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
        assertThat(OWNER.get(draft + "/shadow-clauses/G-05/hits?cursor=eA").code())
                .isEqualTo("validation-failed");
    }

    @Test
    void a_fact_that_is_punished_already_would_have_brought_nothing() {
        Answer penalty = SUITE.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-1")));
        String draft = inShadow("C-02");

        only(hit(draft, "r-1", violation("C-02", "l-1")));

        JsonObject hit = hits(draft, "C-02").get(0);
        assertThat(hit.getInteger("points")).isZero();
        assertThat(hit.getString("punishedBy")).isEqualTo(penalty.json().getString("id"));
        assertThat(OWNER.get(draft + "/shadow-clauses/C-02/report").json().getInteger("punishedAlready"))
                .isEqualTo(1);
    }

    @Test
    void the_same_report_is_one_hit_and_other_content_a_duplicate_beside_penalties_of_the_same_batch() {
        String draft = inShadow("G-03");
        JsonObject hit = hit(draft, "r-1", violation("G-03", "l-1"));

        List<JsonObject> results = results(
                hit,
                hit,
                hit(draft, "r-1", violation("G-03", "l-2")),
                item("r-1", violation("G-03", "l-1")),
                item("r-2", violation("G-03", "l-1")),
                hit(draft, "r-2", violation("G-03", "l-1")));

        assertThat(results)
                .extracting(result -> result.containsKey("problem")
                        ? result.getJsonObject("problem").getString("code")
                        : (result.containsKey("shadowHitId") ? "hit " : result.getString("status") + " ")
                                + result.getBoolean("repeated"))
                .containsExactly("hit false", "hit true", "duplicate", "duplicate", "ANNOUNCED false", "duplicate");
        assertThat(hits(draft, "G-03")).hasSize(1);
    }

    @Test
    void a_bad_hit_is_refused_as_a_proposal_would_be_and_leaves_nothing() {
        String draft = inShadow("S-01");

        List<JsonObject> results = results(
                hit(
                        draft,
                        "r-1",
                        violation("S-01", "l-1")
                                .put("to", "2018-06-01T12:00:00+08:00")
                                .put("points", 10)
                                .put("factors", new JsonObject().put("danger", "high"))
                                .put("factorReasons", "So.")),
                hit(draft, "r-2", ranged("S-01", "l-2", 10, "mood")),
                hit(draft, "r-3", ranged("S-01", "l-3", 30, "danger")),
                hit(draft, "r-4", ranged("S-01", "l-4", 5, "danger")),
                hit(draft, "r-5", violation("S-01", "l-5")),
                hit(draft, "r-6", ranged("S-01", "l-6", 10, "danger").put("facts", new JsonObject())),
                hit(draft, "r-7", violation("S-02", "l-7")),
                hit("/v1/rulebook-drafts/rbd_none", "r-8", violation("S-01", "l-8")),
                hit(draft, "r-9", violation("S-01", "l-9")).put("shopId", "s-nobody-knows"));

        assertThat(results)
                .extracting(result -> result.getJsonObject("problem").getString("code"))
                .containsExactly(
                        "act-time-invalid",
                        "unknown-factor",
                        "closure-not-enumerated",
                        "tariff-mismatch",
                        "points-not-reasoned",
                        "no-disclosed-fact",
                        "clause-not-in-shadow",
                        "clause-not-in-shadow",
                        "unknown-shop");
        assertThat(results.get(6)
                        .getJsonObject("problem")
                        .getJsonArray("errors")
                        .getJsonObject(0)
                        .getString("pointer"))
                .isEqualTo("/items/6/violation/clauseId");
        assertThat(hits(draft, "S-01")).isEmpty();
    }

    @Test
    void a_clause_of_an_announced_draft_is_put_in_shadow_once_by_its_owner() {
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules());
        String unannounced = opened.header("location").orElseThrow();
        assertThat(put(unannounced, "G-01").json().getString("currentStatus")).isEqualTo("DRAFT");
        String draft = inShadow("G-01");

        assertThat(put(draft, "G-01").code()).isEqualTo("duplicate");
        assertThat(put(draft, "Z-99").code()).isEqualTo("unknown-clause");
        assertThat(SUITE.enforcement()
                        .post(draft + "/shadow-clauses", new JsonObject().put("clauseId", "G-02"))
                        .status())
                .isEqualTo(403);
        assertThat(put("/v1/rulebook-drafts/rbd_none", "G-01").status()).isEqualTo(404);
        assertThat(OWNER.get(draft + "/shadow-clauses/G-02/report").status()).isEqualTo(404);
        String shadowId = OWNER.get(draft + "/shadow-clauses")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        EventSchemas.assertValid("penalties.events.v1", "ClauseInShadow", SUITE.awaited(shadowId, "ClauseInShadow"));
    }

    @Test
    void it_ends_with_its_draft_and_what_was_written_down_stays_readable() {
        String withdrawn = inShadow("G-03");
        String published = inShadow("G-03");
        results(hit(withdrawn, "r-1", violation("G-03", "l-1")), hit(published, "r-2", violation("G-03", "l-1")));
        JsonObject reasons = new JsonObject()
                .put("reasons", new JsonObject().put("zh", "不改了。").put("en", "Not now."));
        assertThat(OWNER.ifMatch(OWNER.get(withdrawn))
                        .post(withdrawn + "/withdrawals", reasons)
                        .status())
                .isEqualTo(200);
        SUITE.clock.set("2018-05-06T10:00:00+08:00");
        Answer publication = OWNER.ifMatch(OWNER.get(published)).post(published + "/publication", new JsonObject());
        assertThat(publication.status()).as(publication.text()).isEqualTo(200);

        List<JsonObject> late = results(
                hit(withdrawn, "r-3", violation("G-03", "l-3")),
                hit(published, "r-4", violation("G-03", "l-4")),
                hit(withdrawn, "r-1", violation("G-03", "l-1")));

        assertThat(late.get(0).getJsonObject("problem").getString("code")).isEqualTo("clause-not-in-shadow");
        assertThat(late.get(1).getJsonObject("problem").getString("code")).isEqualTo("clause-not-in-shadow");
        assertThat(late.get(2).getBoolean("repeated")).isTrue();
        for (String draft : List.of(withdrawn, published)) {
            assertThat(hits(draft, "G-03")).hasSize(1);
            assertThat(OWNER.get(draft + "/shadow-clauses/G-03/report")
                            .json()
                            .getJsonObject("clause")
                            .containsKey("endedAt"))
                    .isTrue();
        }
        assertThat(put(withdrawn, "G-01").code()).isEqualTo("illegal-transition");
    }

    @Test
    void merchants_see_nothing_of_it() {
        String draft = inShadow("G-05");
        only(hit(draft, "r-1", violation("G-05", "l-1")));
        ApiClient merchant = SUITE.merchant("m-" + shop);

        for (String path : List.of("/shadow-clauses", "/shadow-clauses/G-05/report", "/shadow-clauses/G-05/hits")) {
            assertThat(merchant.get(draft + path).status()).as(path).isEqualTo(403);
            assertThat(SUITE.enforcement().get(draft + path).status()).as(path).isEqualTo(403);
            assertThat(SUITE.staff("int-1", "integrity").get(draft + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        assertThat(merchant.get(draft).text()).doesNotContain("hadow");
        assertThat(merchant.get("/v1/penalties?shopId=s-" + shop).json().getJsonArray("items"))
                .isEmpty();
        assertThat(SUITE.points(shop, "GENERAL")).isZero();
    }

    private String inShadow(String clauseId) {
        String draft = announced(rules());
        shadow(draft, clauseId);
        return draft;
    }

    private static void shadow(String draft, String clauseId) {
        Answer put = put(draft, clauseId);
        assertThat(put.status()).as(put.text()).isEqualTo(201);
    }

    private static Answer put(String draft, String clauseId) {
        return OWNER.post(draft + "/shadow-clauses", new JsonObject().put("clauseId", clauseId));
    }

    private JsonObject rules() {
        return SampleRulebooks.json(12).put("version", number);
    }

    /** Answers the path of the draft. */
    private String announced(JsonObject rules) {
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String draft = opened.header("location").orElseThrow();
        Answer announced = OWNER.ifMatch(opened)
                .post(
                        draft + "/notices",
                        new JsonObject().put("effectiveFrom", (2600 + number - 1500) + "-01-01T00:00:00Z"));
        assertThat(announced.status()).as(announced.text()).isEqualTo(200);
        return draft;
    }

    private JsonObject hit(String draft, String sourceId, JsonObject violation) {
        return item(sourceId, violation).put("shadowOf", draft.substring(draft.lastIndexOf('/') + 1));
    }

    private JsonObject item(String sourceId, JsonObject violation) {
        JsonObject item = proposal(shop, violation)
                .put("sourceId", sourceId)
                .put("violation", violation)
                .put(
                        "detectionRecord",
                        new JsonObject().put("summary", "the cerulean signal").put("signals", new JsonArray()));
        item.remove("violations");
        return item;
    }

    private JsonObject only(JsonObject item) {
        return results(item).get(0);
    }

    private List<JsonObject> results(JsonObject... items) {
        Answer answer = detector.post(
                "/v1/violations",
                new JsonObject().put("items", new JsonArray(Stream.of(items).toList())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static List<JsonObject> hits(String draft, String clauseId) {
        Answer answer = OWNER.get(draft + "/shadow-clauses/" + clauseId + "/hits");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
