package io.redress.penalties;

import static io.redress.penalties.FiledPenalties.rule;
import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.violation;
import static io.redress.penalties.SettledPenalties.awaitFinal;
import static io.redress.penalties.SettledPenalties.delivered;
import static io.redress.penalties.SettledPenalties.inForce;
import static io.redress.penalties.SettledPenalties.proposed;
import static io.redress.penalties.SettledPenalties.windowClosed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The register of closures, as anybody reads it. */
class ClosureRegisterIT {

    private static final String CLOSED_AT = "2018-04-01T00:00:00+08:00";
    private static final String WINDOW_CLOSES = "2018-05-04T10:00:00+08:00";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @AfterEach
    void backToTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_closure_is_listed_when_it_is_final_and_not_before() {
        JsonObject penalty = closed();

        assertThat(entry()).isEmpty();
        windowClosed(shop, penalty, WINDOW_CLOSES);

        assertThat(entry())
                .hasValue(new JsonObject()
                        .put("id", closure())
                        .put("shopId", "s-" + shop)
                        .put("status", "IN_FORCE")
                        .put("basis", "SINGLE_DECISION")
                        .put("clauses", clauses("C-02"))
                        .put("from", "2018-03-31T16:00:00Z"));
    }

    @Test
    void one_that_is_overturned_before_it_was_final_is_never_listed() {
        JsonObject penalty = closed();
        suite.clock.set(WINDOW_CLOSES);

        rule(shop, penalty, "OVERTURN", null);
        awaitFinal(penalty);

        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE LIFTED");
        assertThat(entry()).isEmpty();
    }

    @Test
    void one_that_was_listed_and_is_overturned_stays_without_clause_and_basis() {
        JsonObject penalty = closed();
        windowClosed(shop, penalty, WINDOW_CLOSES);
        suite.clock.set("2018-05-10T10:00:00+08:00");

        rule(shop, penalty, "OVERTURN", null);
        suite.awaitStatus(penalty.getString("id"), "REVERSED");

        assertThat(entry())
                .hasValue(new JsonObject()
                        .put("id", closure())
                        .put("shopId", "s-" + shop)
                        .put("status", "REVERSED")
                        .put("from", "2018-03-31T16:00:00Z")
                        .put("until", "2018-05-10T02:00:00Z"));
    }

    @Test
    void one_that_a_later_reduction_ends_stays_with_its_clause() {
        JsonObject penalty = closed();
        windowClosed(shop, penalty, WINDOW_CLOSES);
        suite.clock.set("2018-05-10T10:00:00+08:00");

        rule(shop, penalty, "PARTIAL", 24);
        Awaitility.await("points").atMost(PenaltySuite.PATIENCE).until(() -> suite.points(shop, "COUNTERFEIT") == 24);

        JsonObject entry = entry().orElseThrow();
        assertThat(entry.getString("status")).isEqualTo("ENDED");
        assertThat(entry.getString("until")).isEqualTo("2018-05-10T02:00:00Z");
        assertThat(entry.getJsonArray("clauses")).isEqualTo(clauses("C-02"));
    }

    @Test
    void points_of_two_final_decisions_close_by_accumulation() {
        JsonObject first = inForce(proposed(shop, PenaltySuite.START, violation("C-02", "l-1")));
        delivered(first);
        windowClosed(shop, first, WINDOW_CLOSES);
        JsonObject held = proposed(
                shop,
                "2018-05-06T10:00:00+08:00",
                violation("C-01", "l-2")
                        .put("from", "2018-05-05T10:00:00+08:00")
                        .put("to", "2018-05-05T10:00:00+08:00"));
        assertThat(held.getString("status")).isEqualTo("HELD");
        Answer approved = suite.staff("enf-lead", "enforcement-approver")
                .with("If-Match", "\"" + held.getLong("version") + "\"")
                .post("/v1/penalties/" + held.getString("id") + "/approve", new JsonObject());
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        suite.store(approved.json());
        suite.awaited(held.getString("id"), "StatementStored");
        suite.clock.set("2018-06-05T10:00:00+08:00");
        suite.awaitStatus(held.getString("id"), "IN_FORCE");
        windowClosed(shop, held, "2018-06-20T10:00:00+08:00");
        assertThat(entry()).isEmpty();

        suite.clock.set("2018-07-20T10:00:00+08:00");
        Awaitility.await("the shop is closed").atMost(PenaltySuite.PATIENCE).until(() -> suite.measures(shop)
                .contains("SHOP_CLOSURE IN_FORCE"));

        JsonObject entry = entry().orElseThrow();
        assertThat(entry.getString("basis")).isEqualTo("ACCUMULATION");
        assertThat(entry.getJsonArray("clauses")).isEqualTo(clauses("C-01"));
        assertThat(entry.getString("from")).isEqualTo("2018-07-20T02:00:00Z");
    }

    @Test
    void other_measures_without_end_are_no_closures() {
        JsonObject hidden = inForce(proposed(shop, PenaltySuite.START, violation("C-02", "l-1")));
        windowClosed(shop, hidden, WINDOW_CLOSES);

        assertThat(suite.measures(shop)).contains("LISTINGS_REMOVED IN_FORCE");
        assertThat(entry()).isEmpty();
    }

    @Test
    void anybody_reads_it_page_by_page_and_learns_nothing_about_the_merchant() {
        windowClosed(shop, closed(), WINDOW_CLOSES);
        List<JsonObject> all = entries(200);

        assertThat(entries(1)).isEqualTo(all);
        assertThat(all.toString()).doesNotContain("m-" + shop, "Riverside Bags", "merchant", "penaltyId", "pen_");
        for (ApiClient caller : List.of(
                suite.anonymous(), suite.anonymous().as("no token"), suite.merchant("m-1"), suite.enforcement())) {
            assertThat(caller.get("/v1/closures").status()).isEqualTo(200);
        }
    }

    @Test
    void a_page_may_be_kept_and_is_not_sent_again_while_it_is_the_same() {
        windowClosed(shop, closed(), WINDOW_CLOSES);
        Answer page = suite.anonymous().get("/v1/closures?limit=200");

        assertThat(page.header("Cache-Control")).hasValue("public, max-age=300");
        assertThat(suite.anonymous()
                        .with("If-None-Match", page.etag())
                        .get("/v1/closures?limit=200")
                        .status())
                .isEqualTo(304);
        assertThat(suite.anonymous()
                        .with("If-None-Match", "\"other\"")
                        .get("/v1/closures?limit=200")
                        .status())
                .isEqualTo(200);
        assertThat(suite.anonymous().get("/v1/closures?limit=0").status()).isEqualTo(400);
    }

    /** Closed by an imported penalty. */
    private JsonObject closed() {
        return suite.inForce(suite.staff("ops-1", "operator")
                .post(
                        "/v1/penalties/import",
                        legacy(shop, CLOSED_AT, violation("C-02", "l-1").put("points", 48))));
    }

    private String closure() {
        return suite.measure(shop, "SHOP_CLOSURE").getString("measureId");
    }

    private static JsonArray clauses(String clause) {
        return new JsonArray().add(new JsonObject().put("clauseId", clause).put("rulebookVersion", 12));
    }

    private Optional<JsonObject> entry() {
        return entries(200).stream()
                .filter(entry -> entry.getString("shopId").equals("s-" + shop))
                .findFirst();
    }

    private List<JsonObject> entries(int limit) {
        List<JsonObject> entries = new ArrayList<>();
        String path = "/v1/closures?limit=" + limit;
        while (path != null) {
            Answer page = suite.anonymous().get(path);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().getJsonArray("items").forEach(entry -> entries.add((JsonObject) entry));
            String next = page.json().getString("next");
            path = next == null ? null : "/v1/closures?limit=" + limit + "&cursor=" + next;
        }
        return entries;
    }
}
