package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties from proposal to the end of their measures, on real Postgres and Kafka. */
class PenaltyLifeIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void two_clauses_on_two_listings_are_one_decision_of_twenty_four_and_its_threshold_fires_once() {
        Answer proposed = suite.enforcement()
                .post(
                        "/v1/penalties",
                        proposal(shop, violation("C-01", "l-1"), violation("C-02", "l-2"))
                                .put("investigationId", "inv-" + shop));

        JsonObject penalty = suite.inForce(proposed);

        assertThat(penalty.getInteger("points")).isEqualTo(24);
        assertThat(penalty.getJsonArray("violations").stream()
                        .map(violation -> ((JsonObject) violation).getInteger("points")))
                .containsExactly(24, 0);
        assertThat(suite.measures(shop)).containsExactly("LISTINGS_REMOVED IN_FORCE", "SHOP_HIDDEN IN_FORCE");
        JsonObject reached = suite.awaited("s-" + shop + ":COUNTERFEIT", "ThresholdReached");
        assertThat(reached.getInteger("threshold")).isEqualTo(24);
        assertThat(suite.published.types("s-" + shop + ":COUNTERFEIT")).containsExactly("ThresholdReached");
    }

    @Test
    void two_penalties_of_ten_points_at_the_same_time_fire_the_threshold_of_twelve_once() {
        Answer first = suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-01", "l-1", 10, "danger")));
        Answer second = suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-01", "l-2", 10, "danger")));

        suite.store(first.json());
        suite.store(second.json());
        suite.awaitStatus(first.json().getString("id"), "IN_FORCE");
        suite.awaitStatus(second.json().getString("id"), "IN_FORCE");

        assertThat(suite.points(shop, "SERIOUS")).isEqualTo(20);
        assertThat(suite.measures(shop)).containsExactly("NEW_LISTING_BAN IN_FORCE");
        suite.awaited("s-" + shop + ":SERIOUS", "ThresholdReached");
        assertThat(suite.ofShop("s-" + shop, "ThresholdReached")).hasSize(1);
    }

    @Test
    void a_closure_is_held_approved_announced_and_waits_for_an_open_appeal() {
        Answer held = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-91", "l-1")));
        String id = held.json().getString("id");
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        assertThat(held.json().containsKey("statementId")).isFalse();
        Answer seen = suite.staff("enf-lead", "enforcement-approver").get("/v1/penalties/" + id);
        assertThat(seen.json().getJsonArray("nextActions")).containsExactly("approve", "refuse");

        Answer approved = suite.staff("enf-lead", "enforcement-approver")
                .ifMatch(seen)
                .post("/v1/penalties/" + id + "/approve", new JsonObject());

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().getString("status")).isEqualTo("ANNOUNCED");
        assertThat(approved.json().getString("announcedUntil")).isEqualTo("2018-05-20T02:00:00Z");
        suite.store(approved.json());
        suite.awaited(id, "StatementStored");
        caseEvent("CaseOpened", id);
        suite.awaited(id, "PenaltyAppealOpened");

        suite.clock.set("2018-05-20T10:00:00+08:00");

        suite.awaitStatus(id, "IN_FORCE");
        assertThat(suite.points(shop, "COUNTERFEIT")).isEqualTo(48);
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE SUSPENDED");

        caseEvent("CaseWithdrawn", id);

        suite.awaited(suite.measure(shop, "SHOP_CLOSURE").getString("measureId"), "MeasureInForce");
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE IN_FORCE");
    }

    @Test
    void a_refused_penalty_never_comes_into_force_and_its_facts_are_free() {
        Answer held = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-91", "l-1")));

        Answer refused = suite.staff("enf-lead", "enforcement-approver")
                .ifMatch(held)
                .post(
                        "/v1/penalties/" + held.json().getString("id") + "/refuse",
                        new JsonObject().put("reason", "the making is not proven"));

        assertThat(refused.json().getString("status")).isEqualTo("REVERSED");
        assertThat(suite.enforcement()
                        .post("/v1/penalties", proposal(shop, violation("C-91", "l-1")))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_measure_with_days_is_served_when_they_are_over_and_the_closed_window_makes_final() {
        JsonObject penalty = suite.inForce(
                suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-03", "l-1", 12, "volume"))));
        String id = penalty.getString("id");
        String ban = suite.measure(shop, "NEW_LISTING_BAN").getString("measureId");
        suite.read(penalty);
        suite.awaited(id, "StatementDelivered");

        suite.clock.set("2018-04-27T10:00:00+08:00");
        suite.awaited(ban, "MeasureServed");
        windowClosed(id);
        suite.awaited(id, "PenaltyFinal");

        assertThat(suite.measures(shop)).containsExactly("NEW_LISTING_BAN SERVED");
        JsonObject served = suite.penalty(id);
        assertThat(served.getString("status")).isEqualTo("SERVED");
        assertThat(served.getBoolean("final")).isTrue();
        assertThat(served.getString("statementDeliveredAt")).isEqualTo("2018-04-20T02:00:00Z");
    }

    @Test
    void the_merchants_mail_server_taking_the_statement_delivers_it_and_a_text_message_or_a_bounce_does_not() {
        JsonObject penalty = suite.inForce(
                suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-03", "l-1", 12, "volume"))));
        suite.carried(penalty, "NoticeBounced", "EMAIL");
        suite.carried(penalty, "NoticeAccepted", "SMS");
        suite.clock.set("2018-04-20T11:00:00+08:00");
        suite.carried(penalty, "NoticeAccepted", "EMAIL");
        suite.awaited(penalty.getString("id"), "StatementDelivered");
        suite.clock.set("2018-04-20T12:00:00+08:00");
        suite.read(penalty);

        assertThat(suite.penalty(penalty.getString("id")).getString("statementDeliveredAt"))
                .isEqualTo("2018-04-20T03:00:00Z");
    }

    @Test
    void a_confirmation_is_kept_apart_and_an_older_one_changes_nothing() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-03", "l-1", 12, "volume"))));
        String ban = suite.measure(shop, "NEW_LISTING_BAN").getString("measureId");
        assertThat(suite.measure(shop, "NEW_LISTING_BAN").containsKey("confirmedState"))
                .isFalse();

        Answer confirmed = confirm(ban, "IN_FORCE", 1);
        Answer older = confirm(ban, "SCHEDULED", 0);

        assertThat(confirmed.json().getString("confirmedState")).isEqualTo("IN_FORCE");
        assertThat(older.status()).isEqualTo(200);
        assertThat(older.json().getString("confirmedState")).isEqualTo("IN_FORCE");
        suite.awaited(ban, "MeasureConfirmed");
        assertThat(confirm("mea_nobody", "IN_FORCE", 1).status()).isEqualTo(404);
    }

    @Test
    void the_merchants_standing_lists_its_shops_and_lists_come_in_pages() {
        for (String listing : List.of("l-1", "l-2", "l-3")) {
            suite.inForce(
                    suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-03", listing, 2, "volume"))));
        }

        JsonObject standing = suite.get("/v1/merchants/m-" + shop + "/standing");
        JsonObject page = suite.get("/v1/shops/s-" + shop + "/points?limit=2");
        JsonObject rest = suite.get("/v1/shops/s-" + shop + "/points?limit=2&cursor=" + page.getString("next"));

        assertThat(standing.getJsonArray("shops")).hasSize(1);
        assertThat(standing.encode()).contains("{\"bucket\":\"SERIOUS\",\"points\":6}");
        assertThat(page.getJsonArray("items")).hasSize(2);
        assertThat(rest.getJsonArray("items")).hasSize(1);
        assertThat(rest.containsKey("next")).isFalse();
        assertThat(suite.get("/v1/penalties?shopId=s-" + shop + "&limit=2").getJsonArray("items"))
                .hasSize(2);
    }

    @Test
    void the_history_verifies() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-1"))));

        JsonObject audit = suite.management().get("/audit").json();

        assertThat(audit.getJsonArray("problems")).isEqualTo(new JsonArray());
        assertThat(audit.getLong("rows")).isPositive();
    }

    private Answer confirm(String measureId, String state, int targetVersion) {
        return suite.machine()
                .post(
                        "/v1/measure-confirmations",
                        new JsonObject()
                                .put("measureId", measureId)
                                .put("state", state)
                                .put("at", suite.clock.now().toString())
                                .put("targetVersion", targetVersion));
    }

    private void caseEvent(String type, String penaltyId) {
        suite.cases.publish(
                "cas_" + shop,
                "cas_" + shop,
                type,
                suite.clock.now().toString(),
                new JsonObject()
                        .put("caseId", "cas_" + shop)
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("penaltyId", penaltyId));
    }

    private void windowClosed(String penaltyId) {
        suite.cases.publish(
                penaltyId,
                penaltyId + ":window",
                "AppealWindowClosed",
                suite.clock.now().toString(),
                new JsonObject()
                        .put("penaltyId", penaltyId)
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("deliveredAt", "2018-04-20T02:00:00Z")
                        .put("closesAt", "2018-05-04T02:00:00Z"));
    }
}
