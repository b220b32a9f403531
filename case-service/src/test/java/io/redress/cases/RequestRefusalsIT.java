package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bad input gets in cases that are no appeals, through HTTP. */
class RequestRefusalsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    @BeforeEach
    void beginInApril() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void what_is_missing_wrong_too_long_or_too_much_is_refused_by_the_contract() {
        Shop shop = SUITE.shop();
        List<JsonObject> bad = new ArrayList<>();
        for (String member : List.of("reference", "amount", "lostAt", "liableDepartments")) {
            JsonObject body = shop.loss();
            body.getJsonObject("loss").remove(member);
            bad.add(body);
        }
        for (String amount : List.of("0", "-5", "4500.00", "1000000000000000")) {
            JsonObject body = shop.loss();
            body.getJsonObject("loss").put("amount", Shop.money(amount));
            bad.add(body);
        }
        bad.add(with(shop.loss(), "loss", "lostAt", "yesterday"));
        bad.add(with(shop.loss(), "loss", "description", "x".repeat(4001)));
        bad.add(with(shop.loss(), "loss", "liableDepartments", new JsonArray()));
        bad.add(with(
                shop.loss(),
                "loss",
                "liableDepartments",
                new JsonArray().add("technology").add("technology")));
        bad.add(with(shop.fee(), "fee", "chargedBy", 7));
        bad.add(with(shop.transfer(), "transfer", "surprise", true));
        bad.add(shop.loss().put("kind", "LOTTERY"));

        for (JsonObject body : bad) {
            assertRefused(merchant(shop).post("/v1/cases", body), 400, "validation-failed");
        }
        assertNothingOpened(shop);
    }

    @Test
    void a_case_names_what_its_kind_is_about_and_nothing_else() {
        Shop shop = SUITE.shop();
        JsonObject withoutShop = shop.loss();
        withoutShop.remove("shopId");
        JsonObject appealWithoutPenalty = new JsonObject().put("kind", "PENALTY_APPEAL");

        for (JsonObject body : List.of(
                shop.loss().put("kind", "FEE_RELIEF"),
                shop.loss().put("penaltyId", "pen_1"),
                shop.loss().put("fee", shop.fee().getJsonObject("fee")),
                withoutShop,
                appealWithoutPenalty,
                appealWithoutPenalty.copy().put("penaltyId", "pen_1").put("shopId", shop.id()))) {
            Answer refused = merchant(shop).post("/v1/cases", body);
            assertRefused(refused, 400, "validation-failed");
            assertThat(refused.json().getJsonArray("errors")).isNotEmpty();
        }
        assertNothingOpened(shop);
    }

    @Test
    void another_merchants_shop_does_not_exist() {
        Shop shop = SUITE.shop();
        Shop other = SUITE.shop();

        for (JsonObject body : List.of(shop.loss(), shop.fee(), shop.transfer(), shop.complaint())) {
            assertRefused(SUITE.request(merchant(other), body), 404, "not-found");
            assertRefused(SUITE.request(SUITE.agency("agency-7", other.merchantId(), "man_1"), body), 404, "not-found");
        }
        assertRefused(SUITE.request(merchant(shop), shop.loss().put("shopId", "s-none")), 404, "not-found");
    }

    @Test
    void what_has_yet_to_happen_and_what_is_too_old_is_refused() {
        Shop shop = SUITE.shop();

        assertRefused(
                opening(shop, with(shop.loss(), "loss", "lostAt", "2018-04-20T10:00:01+08:00")), 422, "time-in-future");
        assertRefused(
                opening(shop, with(shop.loss(), "loss", "lostAt", "2017-04-20T10:00:00+08:00")),
                422,
                "request-window-closed");
        assertRefused(
                opening(shop, with(shop.fee(), "fee", "chargedAt", "2017-04-20T10:00:00+08:00")),
                422,
                "request-window-closed");
        JsonObject withCause = with(shop.fee(), "fee", "chargedAt", "2017-04-20T10:00:00+08:00")
                .put("lateBecause", "The settlement came a year late.");
        Answer late = RequestSteps.ok(SUITE.request(merchant(shop), withCause));
        assertThat(late.json().getString("lateBecause")).isEqualTo("The settlement came a year late.");
        JsonObject lastMoment = with(shop.loss(), "loss", "lostAt", "2017-04-20T10:00:01+08:00");
        RequestSteps.ok(SUITE.request(merchant(shop), lastMoment));
    }

    @Test
    void departments_are_those_of_the_organisation() {
        Shop shop = SUITE.shop();

        assertRefused(
                opening(
                        shop,
                        with(
                                shop.loss(),
                                "loss",
                                "liableDepartments",
                                new JsonArray().add("technology").add("nowhere"))),
                422,
                "unknown-department");
        assertRefused(opening(shop, with(shop.fee(), "fee", "chargedBy", "nowhere")), 422, "unknown-department");
        assertRefused(
                opening(shop, with(shop.complaint(), "complaint", "about", "nowhere")), 422, "unknown-department");
    }

    @Test
    void there_is_one_case_for_each_loss_and_fee_and_one_transfer_of_a_shop_at_a_time() {
        Shop shop = SUITE.shop();
        for (JsonObject body : List.of(shop.loss(), shop.fee(), shop.transfer())) {
            RequestSteps.opened(shop, body);
            assertRefused(opening(shop, body), 409, "duplicate");
        }
        RequestSteps.opened(shop, with(shop.loss(), "loss", "reference", "inc-another"));
        RequestSteps.opened(shop, shop.complaint());
        RequestSteps.opened(shop, shop.complaint());
    }

    @Test
    void a_shop_that_was_not_transferred_can_be_asked_for_again() {
        Shop shop = SUITE.shop();
        Answer first =
                RequestSteps.submitted(RequestSteps.assigned(shop, shop.transfer()), "transfer", "IMPOSSIBLE_PROOF");
        RequestSteps.ok(SUITE.command(merchant(shop), first, "withdraw", CaseSuite.NOTHING));

        RequestSteps.opened(shop, shop.transfer());
    }

    @Test
    void of_many_who_ask_for_the_same_at_once_one_gets_it() throws Exception {
        Shop shop = SUITE.shop();
        for (JsonObject body : List.of(shop.loss(), shop.transfer())) {
            List<Callable<Answer>> openings = Stream.<Callable<Answer>>generate(
                            () -> () -> SUITE.request(merchant(shop), body))
                    .limit(10)
                    .toList();
            ExecutorService callers = Executors.newFixedThreadPool(openings.size());
            List<Future<Answer>> asked = callers.invokeAll(openings);
            callers.shutdown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> one : asked) {
                statuses.add(one.get().status());
                assertThat(one.get().status() == 201 || one.get().code().equals("duplicate"))
                        .as(one.get().text())
                        .isTrue();
            }
            assertThat(statuses).containsOnlyOnce(201);
        }
    }

    @Test
    void owner_transferee_and_claimants_are_different_people() {
        Shop shop = SUITE.shop();
        JsonArray twice = new JsonArray()
                .add(new JsonObject().put("id", "child-1").put("relation", "child"))
                .add(new JsonObject().put("id", "child-1").put("relation", "heir"));

        assertRefused(
                opening(shop, with(shop.transfer(), "transfer", "transfereeId", shop.merchantId())),
                422,
                "transfer-invalid");
        assertRefused(opening(shop, with(shop.transfer(), "transfer", "claimants", twice)), 422, "transfer-invalid");
        assertRefused(
                opening(shop, with(shop.transfer(), "transfer", "transfereeId", "child-1")), 422, "transfer-invalid");
    }

    @Test
    void a_shop_stays_while_a_penalty_is_pending_or_a_closure_in_force_and_may_go_afterwards() {
        Penalty pending = SUITE.penaltyPending();
        Shop shop = new Shop(pending.merchantId(), pending.shopId());

        Answer barred = opening(shop, shop.transfer());
        assertRefused(barred, 409, "transfer-barred");
        assertThat(barred.json().getString("detail")).contains("pending");
        publish(pending, pending.id(), "PenaltyInForce", new JsonObject().put("penaltyId", pending.id()));
        measure(pending, "MeasureInForce", "IN_FORCE");
        Awaitility.await("closure is known").atMost(CaseSuite.PATIENCE).until(() -> opening(shop, shop.transfer())
                .json()
                .getString("detail", "")
                .contains("closure"));
        measure(pending, "MeasureLifted", "LIFTED");
        Awaitility.await("closure is lifted")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> opening(shop, shop.transfer()).status() == 201);
    }

    @Test
    void a_shop_that_is_closed_in_the_meantime_is_not_transferred() {
        Shop shop = SUITE.shop();
        Penalty none = new Penalty("pen_of_" + shop.id(), "vio_none", shop.merchantId(), shop.id());
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.transfer()),
                "transfer",
                "IMPOSSIBLE_PROOF",
                SUITE.staff("gov-vp", "respondent"));
        JsonObject grant = RequestSteps.decision("GRANT", "transfer", "grandchild-1");
        Answer drafted = RequestSteps.ok(RequestSteps.draft(answered, grant));
        measure(none, "MeasureInForce", "IN_FORCE");
        Awaitility.await("closure is known")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> RequestSteps.draft(drafted, grant).code().equals("transfer-barred"));

        assertRefused(RequestSteps.rule(drafted), 409, "transfer-barred");
    }

    @Test
    void an_outcome_belongs_to_its_kind_and_money_to_its_outcome() {
        Shop shop = SUITE.shop();
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.loss()),
                "loss",
                "PLATFORM_FAULT",
                SUITE.staff("campaigns-1", "respondent"));
        JsonObject mixed = RequestSteps.decision("GRANT", "loss", "amount");
        mixed.getJsonArray("violations").getJsonObject(0).put("outcome", "DENY");

        for (JsonObject draft : List.of(
                RequestSteps.decision("UPHOLD", "loss", "amount"),
                RequestSteps.decision("GRANT", "loss", "amount").put("points", 3),
                mixed)) {
            assertRefused(RequestSteps.draft(answered, draft), 422, "outcome-mismatch");
        }
        for (JsonObject draft : List.of(
                RequestSteps.decision("PARTLY_GRANT", "loss", "amount"),
                RequestSteps.decision("PARTLY_GRANT", "loss", "amount").put("moneyBack", Shop.money("450000")),
                RequestSteps.decision("PARTLY_GRANT", "loss", "amount").put("moneyBack", Shop.money("0")),
                RequestSteps.decision("GRANT", "loss", "amount").put("moneyBack", Shop.money("450001")),
                RequestSteps.decision("DENY", "loss", "amount").put("moneyBack", Shop.money("1")))) {
            assertRefused(RequestSteps.draft(answered, draft), 422, "amount-mismatch");
        }
        assertRefused(
                RequestSteps.draft(answered, RequestSteps.decision("GRANT", "fee", "amount")),
                422,
                "unknown-violation");
        assertRefused(
                RequestSteps.draft(answered, RequestSteps.decision("GRANT", "loss", "hearsay")),
                422,
                "sealed-material-alone");
    }

    @Test
    void a_department_that_a_request_names_neither_argues_nor_decides_it() {
        Shop shop = SUITE.shop();
        assertRefused(SUITE.request(SUITE.staff("campaigns-1", "advocate"), shop.fee()), 403, "own-cause");
        Answer submitted =
                RequestSteps.submitted(RequestSteps.assigned(shop, shop.fee()), "fee", "MANIFEST_UNFAIRNESS");

        assertRefused(
                SUITE.command(SUITE.staff("campaigns-lead", "adjudicator"), submitted, "claim", CaseSuite.NOTHING),
                403,
                "own-cause");
        Answer claimed = RequestSteps.claimed(submitted);
        assertRefused(
                SUITE.command(
                        SUITE.staff("enf-2", "respondent"),
                        claimed,
                        "answers",
                        new JsonObject().put("text", CaseSuite.REASONS)),
                403,
                "not-the-respondent");
    }

    @Test
    void who_asks_and_whose_motion_it_is_fit_together() {
        Shop shop = SUITE.shop();

        assertRefused(SUITE.request(merchant(shop), shop.loss().put("ownMotion", true)), 422, "own-motion-mismatch");
        assertRefused(
                SUITE.request(SUITE.staff("adv-1", "advocate"), shop.loss().put("ownMotion", false)),
                422,
                "own-motion-mismatch");
        assertRefused(SUITE.staff("fin-1", "finance").post("/v1/cases", shop.loss()), 403, "forbidden");
    }

    @Test
    void only_a_transfer_that_a_ruling_ordered_can_be_confirmed_and_only_by_a_machine() {
        JsonObject body = new JsonObject().put("effectId", "eff_none").put("result", "APPLIED");

        assertRefused(
                SUITE.staff("marketplace", "machine").post("/v1/transfer-confirmations", body), 422, "unknown-effect");
        assertRefused(SUITE.staff("adv-1", "advocate").post("/v1/transfer-confirmations", body), 403, "forbidden");
        assertRefused(
                SUITE.staff("marketplace", "machine")
                        .post("/v1/transfer-confirmations", body.copy().put("result", "PENDING")),
                400,
                "validation-failed");
        Shop shop = SUITE.shop();
        Answer ruled = RequestSteps.ruled(RequestSteps.draft(
                RequestSteps.heard(
                        RequestSteps.assigned(shop, shop.loss()),
                        "loss",
                        "PLATFORM_FAULT",
                        SUITE.staff("campaigns-1", "respondent")),
                RequestSteps.decision("GRANT", "loss", "amount")));
        String money = ruled.json().getJsonArray("effects").getJsonObject(0).getString("effectId");
        assertRefused(
                SUITE.staff("marketplace", "machine")
                        .post("/v1/transfer-confirmations", body.copy().put("effectId", money)),
                422,
                "unknown-effect");
    }

    private static Answer opening(Shop shop, JsonObject body) {
        return SUITE.request(merchant(shop), body);
    }

    private static JsonObject with(JsonObject body, String subject, String member, Object value) {
        body.getJsonObject(subject).put(member, value);
        return body;
    }

    private static void measure(Penalty penalty, String type, String state) {
        publish(
                penalty,
                "mea_" + penalty.id(),
                type,
                new JsonObject()
                        .put("measureId", "mea_" + penalty.id())
                        .put("kind", "SHOP_CLOSURE")
                        .put("state", state));
    }

    private static void publish(Penalty penalty, String subject, String type, JsonObject data) {
        SUITE.penalties.publish(
                penalty.shopId(),
                subject,
                type,
                SUITE.clock.now().toString(),
                data.put("merchantId", penalty.merchantId()).put("shopId", penalty.shopId()));
    }

    private static ApiClient merchant(Shop shop) {
        return SUITE.merchant(shop.merchantId());
    }

    private static void assertNothingOpened(Shop shop) {
        assertThat(merchant(shop).get("/v1/cases").json().getJsonArray("items")).isEmpty();
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
