package io.redress.cases;

import static io.redress.cases.QueueDesk.OPERATOR;
import static io.redress.cases.QueueDesk.place;
import static io.redress.cases.QueueDesk.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueRoutingIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    @BeforeEach
    void sample() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        QueueDesk.queue("night", false, "PT10M", QueueDesk.employees("adj-1"));
        QueueDesk.put();
    }

    @AfterEach
    void putBack() {
        QueueDesk.put();
    }

    @Test
    void a_case_lies_in_the_queue_of_its_phase_from_opening_to_the_end() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        String id = opened.json().getString("id");

        assertThat(place(id)).isEqualTo("advocacy ADVOCACY 3 before-the-brief -");
        Answer assigned = SUITE.command(OPERATOR, opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        assertThat(place(id)).isEqualTo("advocacy ADVOCACY 3 before-the-brief adv-1");
        Answer submitted = SUITE.command(
                SUITE.staff("adv-1", "advocate"), assigned, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        assertThat(place(id)).isEqualTo("rulings ADJUDICATION 1 heavy-penalties -");
        Answer claimed = SUITE.command(SUITE.staff("adj-1", "adjudicator"), submitted, "claim", CaseSuite.NOTHING);
        assertThat(place(id)).isEqualTo("rulings ADJUDICATION 1 heavy-penalties adj-1");
        SUITE.command(SUITE.merchant(penalty.merchantId()), claimed, "withdraw", CaseSuite.NOTHING);
        assertThat(place(id)).isEmpty();
    }

    @Test
    void after_the_ruling_a_case_lies_with_those_who_see_to_its_effects() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());

        String id = CaseSteps.ruled(SUITE, penalty).json().getString("id");

        assertThat(place(id)).isIn("effects EXECUTION 3 after-the-ruling -", "");
    }

    @Test
    void new_rules_hold_for_the_next_case_at_once_and_say_under_which_version() {
        Shop shop = SUITE.shop();
        int version = QueueDesk.put(rule("night", "shopId == '" + shop.id() + "'", "night", "URGENT"));

        String id = RequestSteps.opened(shop, shop.complaint()).json().getString("id");

        assertThat(place(id)).isEqualTo("night ADVOCACY 1 night -");
        assertThat(QueueDesk.one("SELECT routed_under::text FROM cases.queue_item WHERE case_id = ?", id))
                .isEqualTo(Integer.toString(version));
    }

    @Test
    void a_rule_that_cannot_be_asked_costs_no_case_its_place_and_is_counted() {
        Shop shop = SUITE.shop();
        QueueDesk.put(rule("by-nothing", "shopId == '" + shop.id() + "' && 1 / violations > 0", "night", "HIGH"));

        String id = RequestSteps.opened(shop, shop.complaint()).json().getString("id");

        assertThat(place(id)).isEqualTo("advocacy ADVOCACY 3 before-the-brief -");
        assertThat(SUITE.management().get("/metrics").text())
                .contains("redress_routing_rules_passed_over_total{rule=\"by-nothing\"}");
    }

    @Test
    void a_case_is_due_when_the_first_of_its_clocks_is() {
        String id = CaseSteps.submitted(SUITE, SUITE.penalty()).json().getString("id");
        assertThat(due(id)).isEqualTo("9999-12-31T00:00:00Z");

        SUITE.clock.set("2018-04-20T10:16:00+08:00"); // the clocks are looked at after a quarter of an hour
        SUITE.awaitDeadlines();

        // five business days to rule: the 28th, a Saturday, would be worked, but Friday the 27th comes first
        assertThat(due(id)).isEqualTo("2018-04-27T02:00:00Z");
    }

    private static String due(String caseId) {
        return QueueDesk.one(
                "SELECT to_char(due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM cases.queue_item WHERE case_id = ?",
                caseId);
    }

    @Test
    void a_case_that_is_late_can_rise_and_comes_back_when_that_is_made_good() {
        Penalty penalty = SUITE.penalty();
        String ofMerchant = "merchantId == '" + penalty.merchantId() + "'";
        QueueDesk.put(rule("late", "pastDue && " + ofMerchant, "night", "URGENT"));
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        String id = opened.json().getString("id");
        assertThat(place(id)).isEqualTo("advocacy ADVOCACY 3 before-the-brief -");

        SUITE.clock.set("2018-04-23T10:00:00+08:00"); // a business day: the first response is late
        SUITE.awaitDeadlines();
        assertThat(place(id)).isEqualTo("night ADVOCACY 1 late -");

        SUITE.command(
                SUITE.staff("adv-1", "advocate"), opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        assertThat(place(id)).isEqualTo("night ADVOCACY 1 late adv-1"); // until the next look at its clocks
        SUITE.clock.set("2018-04-23T10:16:00+08:00");
        SUITE.awaitDeadlines();
        assertThat(place(id)).isEqualTo("advocacy ADVOCACY 3 before-the-brief adv-1");
    }

    @Test
    void what_was_moved_by_hand_or_is_restricted_stays_though_it_is_late() {
        Penalty penalty = SUITE.penalty();
        Penalty hidden = SUITE.penalty();
        QueueDesk.put(
                rule(
                        "late",
                        "pastDue && merchantId in ['" + penalty.merchantId() + "', '" + hidden.merchantId() + "']",
                        "rulings",
                        "URGENT"),
                rule("hidden", "merchantId == '" + hidden.merchantId() + "'", "sensitive", "LOW"));
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        JsonObject aside =
                new JsonObject().put("queueId", "night").put("priority", "LOW").put("reasons", "later");
        SUITE.command(OPERATOR, opened, "queue-moves", aside);
        String id =
                SUITE.open(SUITE.merchant(hidden.merchantId()), hidden).json().getString("id");

        SUITE.clock.set("2018-04-23T10:00:00+08:00");
        SUITE.awaitDeadlines();

        assertThat(place(opened.json().getString("id"))).isEqualTo("night ADVOCACY 4 - -");
        assertThat(place(id)).isEqualTo("sensitive ADVOCACY 4 hidden -");
    }

    @Test
    void whoever_has_it_on_lease_keeps_it_when_it_rises_in_its_queue() {
        Penalty penalty = SUITE.penalty();
        QueueDesk.put(
                rule("late", "pastDue && merchantId == '" + penalty.merchantId() + "'", "night", "HIGH"),
                rule("here", "merchantId == '" + penalty.merchantId() + "'", "night", "LOW"));
        String id =
                SUITE.open(SUITE.merchant(penalty.merchantId()), penalty).json().getString("id");
        ApiClient adj1 = SUITE.staff("adj-1", "adjudicator");
        assertThat(adj1.post("/v1/cases/" + id + "/lease", CaseSuite.NOTHING).status())
                .isEqualTo(200);

        SUITE.clock.set("2018-04-23T10:00:00+08:00");
        SUITE.awaitDeadlines();

        assertThat(place(id)).isEqualTo("night ADVOCACY 2 late -");
        assertThat(QueueDesk.one("SELECT lease_holder FROM cases.queue_item WHERE case_id = ?", id))
                .isEqualTo("adj-1");
    }

    @Test
    void an_appeal_of_a_shop_that_is_closed_can_come_first() {
        Penalty penalty = SUITE.penalty();
        SUITE.penalties.publish(
                penalty.shopId(),
                "mea_" + penalty.id(),
                "MeasureInForce",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("measureId", "mea_" + penalty.id())
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("penaltyId", penalty.id())
                        .put("kind", "SHOP_CLOSURE")
                        .put("state", "IN_FORCE")
                        .put("origin", "IMPOSED")
                        .put("startsAt", "2018-04-20T10:00:00+08:00")
                        .put("target", new JsonObject()));
        Awaitility.await("the closure is known").atMost(CaseSuite.PATIENCE).until(() -> !QueueDesk.one(
                        "SELECT shop_id FROM cases.shop_closure WHERE shop_id = ?", penalty.shopId())
                .isEmpty());
        QueueDesk.put(rule("closed", "shopClosed && merchantId == '" + penalty.merchantId() + "'", "night", "URGENT"));

        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        String id = opened.json().getString("id");

        assertThat(place(id)).isEqualTo("night ADVOCACY 1 closed -");
        SUITE.command(OPERATOR, opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        assertThat(place(id)).isEqualTo("night ADVOCACY 1 closed adv-1"); // read again with the next step
    }

    @Test
    void the_same_document_again_changes_nothing() {
        int first = QueueDesk.put();

        assertThat(QueueDesk.put()).isEqualTo(first);
    }

    @Test
    void an_expression_that_cannot_be_used_is_refused_with_its_place() {
        Answer refused = OPERATOR.put(
                "/v1/queues",
                QueueDesk.document(
                        rule("good", "ownMotion", "night", "HIGH"), rule("bad", "loss.amount > 3", "night", "HIGH")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("rule-invalid");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/rules/1/when");
    }

    @Test
    void a_document_that_contradicts_itself_is_refused_with_the_place() {
        JsonObject document = QueueDesk.document(rule("lost", "ownMotion", "nowhere", "HIGH"));
        document.getJsonArray("queues").getJsonObject(1).put("lease", "P30D");

        Answer lease = OPERATOR.put("/v1/queues", document);
        document.getJsonArray("queues").getJsonObject(1).put("lease", "PT30M");
        Answer queue = OPERATOR.put("/v1/queues", document);

        assertThat(lease.code()).isEqualTo("inconsistent-data");
        assertThat(lease.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/queues/1/lease");
        assertThat(queue.code()).isEqualTo("inconsistent-data");
        assertThat(queue.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/rules/0/queue");
    }

    @Test
    void a_queue_that_nobody_could_work_on_is_refused() {
        JsonObject document = QueueDesk.document();
        document.getJsonArray("queues").getJsonObject(3).put("members", new JsonObject());

        Answer refused = OPERATOR.put("/v1/queues", document);

        assertThat(refused.code()).isEqualTo("inconsistent-data");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/queues/3/members");
    }

    @Test
    void a_queue_that_holds_cases_is_not_left_out() {
        Penalty penalty = SUITE.penalty();
        SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        JsonObject document = QueueDesk.document();
        document.getJsonArray("queues").remove(0);
        document.put("rules", new io.vertx.core.json.JsonArray());

        Answer refused = OPERATOR.put("/v1/queues", document);

        assertThat(refused.code()).isEqualTo("inconsistent-data");
        assertThat(refused.json().getString("detail")).contains("advocacy");
    }

    @Test
    void only_an_operator_puts_queues() {
        assertThat(SUITE.staff("adj-lead", "adjudicator")
                        .put("/v1/queues", QueueDesk.document())
                        .status())
                .isEqualTo(403);
    }
}
