package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bad input gets, through HTTP; nothing of it leaves a trace. */
class PenaltyRefusalsIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void forty_eight_points_off_the_closed_list() {
        assertRefused(422, "closure-not-enumerated", violation("C-02", "l-1").put("points", 48));
    }

    @Test
    void points_that_are_not_the_tariff() {
        assertRefused(422, "tariff-mismatch", violation("C-02", "l-1").put("points", 12));
    }

    @Test
    void a_range_without_points_or_reasons() {
        assertRefused(422, "points-not-reasoned", violation("S-01", "l-1"));
        assertRefused(422, "points-not-reasoned", violation("S-01", "l-1").put("points", 10));
    }

    @Test
    void a_factor_that_the_clause_does_not_name_is_pointed_at() {
        JsonObject second = ranged("S-01", "l-2", 10, "danger").put("factors", new JsonObject().put("a/b", "high"));

        Answer answer = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-1"), second));

        assertCode(422, "unknown-factor", answer);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/violations/1/factors/a~1b");
    }

    @Test
    void a_refused_violation_is_pointed_at() {
        Answer answer = suite.enforcement()
                .post(
                        "/v1/penalties",
                        proposal(
                                shop,
                                violation("C-02", "l-1"),
                                violation("C-02", "l-2").put("to", "2018-06-01T12:00:00+08:00")));

        assertCode(422, "act-time-invalid", answer);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/violations/1/to");
    }

    @Test
    void a_clause_that_was_not_in_force() {
        assertRefused(422, "clause-not-in-force", violation("Z-99", "l-1"));
        assertRefused(
                422,
                "clause-not-in-force",
                violation("C-02", "l-1")
                        .put("from", "2018-01-20T12:00:00+08:00")
                        .put("to", "2018-01-20T12:00:00+08:00"));
    }

    @Test
    void a_violation_without_a_disclosed_fact() {
        assertRefused(422, "no-disclosed-fact", violation("C-02", "l-1").put("facts", new JsonObject()));
    }

    @Test
    void an_act_in_the_future_or_backwards() {
        assertRefused(422, "act-time-invalid", violation("C-02", "l-1").put("to", "2018-06-01T12:00:00+08:00"));
        assertRefused(422, "act-time-invalid", violation("C-02", "l-1").put("to", "2018-02-28T12:00:00+08:00"));
    }

    @Test
    void a_shop_or_merchant_nobody_registered() {
        assertCode(
                422,
                "unknown-shop",
                suite.enforcement().post("/v1/penalties", proposal("nobody", violation("C-02", "l-1"))));
        assertCode(
                422,
                "unknown-merchant",
                suite.machine()
                        .put(
                                "/v1/shops/s-orphan",
                                new JsonObject()
                                        .put("merchantId", "m-nobody")
                                        .put("openedAt", "2016-01-01T00:00:00Z")));
    }

    @Test
    void a_shop_of_another_merchant() {
        suite.newShop();
        String other = suite.newShop();

        assertCode(
                409,
                "duplicate",
                suite.machine()
                        .put(
                                "/v1/shops/s-" + shop,
                                new JsonObject()
                                        .put("merchantId", "m-" + other)
                                        .put("openedAt", "2016-01-01T00:00:00Z")));
    }

    @Test
    void a_fact_that_was_punished_already_and_only_that() {
        Answer first = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-1")));
        assertThat(first.status()).isEqualTo(201);

        Answer again = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-1")));

        assertCode(409, "fact-already-punished", again);
        assertThat(again.json().getString("penaltyId")).isEqualTo(first.json().getString("id"));
        assertThat(propose(violation("C-02", "l-2")).status()).isEqualTo(201);
        assertThat(propose(violation("C-01", "l-1")).status()).isEqualTo(201);
        assertThat(propose(violation("C-02", "l-1")
                                .put("from", "2018-03-02T12:00:00+08:00")
                                .put("to", "2018-03-02T13:00:00+08:00"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_legacy_measure_that_the_rulebook_does_not_know() {
        JsonObject legacy = legacy(shop, "2018-04-01T00:00:00+08:00", violation("C-02", "l-1"));
        legacy.getJsonArray("measures").getJsonObject(0).put("kind", "PILLORY");

        assertCode(422, "measure-invalid", suite.staff("ops-1", "operator").post("/v1/penalties/import", legacy));
    }

    @Test
    void the_proposer_approving_and_an_approval_of_what_is_not_held() {
        Answer held = propose(violation("C-91", "l-1"));
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        ApiClient both =
                suite.staff("enf-1", "enforcement", "enforcement-approver").ifMatch(held);
        assertCode(403, "own-cause", both.post(path(held) + "/approve", new JsonObject()));

        Answer plain = suite.enforcement().post("/v1/penalties", proposal(suite.newShop(), violation("C-02", "l-1")));
        Answer refused = approver().ifMatch(plain).post(path(plain) + "/approve", new JsonObject());

        assertCode(409, "illegal-transition", refused);
        assertThat(refused.json().getString("currentStatus")).isEqualTo("PROPOSED");
    }

    @Test
    void a_stale_or_missing_version() {
        Answer held = propose(violation("C-91", "l-1"));

        assertCode(428, "precondition-required", approver().post(path(held) + "/approve", new JsonObject()));
        assertCode(
                412,
                "version-conflict",
                approver().with("If-Match", "\"7\"").post(path(held) + "/approve", new JsonObject()));
    }

    @Test
    void a_missing_or_reused_idempotency_key() {
        JsonObject body = proposal(shop, violation("C-02", "l-1"));
        assertCode(
                400,
                "idempotency-key-missing",
                suite.enforcement().send("POST", "/v1/penalties", Optional.of(body.encode())));
        ApiClient keyed = suite.enforcement().with("Idempotency-Key", "key-of-" + shop);
        Answer first = keyed.post("/v1/penalties", body);

        Answer replay = keyed.post("/v1/penalties", body);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("location")).contains(path(first));
        assertThat(replay.bytes()).isEqualTo(first.bytes());
        assertThat(replay.etag()).isEqualTo(first.etag());
        assertThat(replay.header("idempotent-replayed")).contains("true");
        assertCode(
                422, "idempotency-key-reused", keyed.post("/v1/penalties", proposal(shop, violation("C-02", "l-2"))));
    }

    @Test
    void unknown_fields_wrong_types_and_too_much() {
        assertRefused(400, "validation-failed", violation("C-02", "l-1").put("penaltyPoints", 3));
        assertRefused(400, "validation-failed", violation("C-02", "l-1").put("points", "many"));
        assertRefused(400, "validation-failed", violation("C-02", "l 1 with spaces"));
        assertRefused(400, "validation-failed", violation("C-02", "l-1").put("from", "yesterday"));
        assertCode(
                400,
                "validation-failed",
                suite.enforcement()
                        .post(
                                "/v1/penalties",
                                proposal(shop, violation("C-02", "l-1")).put("violations", new JsonArray())));
        assertRefused(400, "validation-failed", violation("C-02", "l-1").put("factorReasons", "x".repeat(10_001)));
    }

    @Test
    void another_merchants_shop_and_penalty_answer_as_if_they_did_not_exist() {
        Answer penalty = propose(violation("C-02", "l-1"));
        ApiClient stranger = suite.merchant("m-stranger");

        for (String path : new String[] {
            path(penalty),
            path(penalty) + "/statement-of-reasons",
            "/v1/penalties?shopId=s-" + shop,
            "/v1/shops/s-" + shop + "/standing",
            "/v1/shops/s-" + shop + "/points",
            "/v1/shops/s-" + shop + "/forecast",
            "/v1/shops/s-" + shop + "/measures",
            "/v1/merchants/m-" + shop + "/standing"
        }) {
            assertCode(404, "not-found", stranger.get(path));
            assertThat(suite.merchant("m-" + shop).get(path).status()).as(path).isEqualTo(200);
        }
        assertThat(suite.merchant("m-" + shop).get(path(penalty)).json().containsKey("proposedBy"))
                .isFalse();
    }

    @Test
    void a_role_that_may_not_propose_and_a_caller_without_token() {
        assertCode(
                403,
                "forbidden",
                suite.merchant("m-" + shop).post("/v1/penalties", proposal(shop, violation("C-02", "l-1"))));
        assertCode(401, "unauthenticated", suite.anonymous().get("/v1/rulebooks"));
    }

    @Test
    void a_rulebook_that_is_registered_never_changes() {
        ApiClient owner = suite.staff("rules-1", "rule-owner");
        assertThat(owner.put("/v1/rulebooks/12", SampleRulebooks.json(12)).status())
                .isEqualTo(200);
        JsonObject before = suite.get("/v1/rulebooks");

        assertCode(
                409,
                "duplicate",
                owner.put("/v1/rulebooks/12", SampleRulebooks.json(12).put("singleDecisionCap", 30)));
        assertCode(422, "rulebook-invalid", owner.put("/v1/rulebooks/13", SampleRulebooks.json(12)));
        assertThat(suite.get("/v1/rulebooks/12").getJsonArray("clauses")).hasSize(19);
        assertThat(suite.get("/v1/rulebooks")).isEqualTo(before);
    }

    @Test
    void nothing_refused_leaves_points_or_penalties() {
        assertRefused(422, "closure-not-enumerated", violation("C-02", "l-1").put("points", 48));
        assertRefused(422, "unknown-factor", ranged("S-01", "l-1", 10, "mood"));

        assertThat(suite.get("/v1/penalties?shopId=s-" + shop).getJsonArray("items"))
                .isEmpty();
        assertThat(suite.get("/v1/shops/s-" + shop + "/points").getJsonArray("items"))
                .isEmpty();
    }

    private Answer propose(JsonObject violation) {
        return suite.enforcement().post("/v1/penalties", proposal(shop, violation));
    }

    private void assertRefused(int status, String code, JsonObject violation) {
        assertCode(status, code, propose(violation));
    }

    private ApiClient approver() {
        return suite.staff("enf-lead", "enforcement-approver");
    }

    private static String path(Answer penalty) {
        return "/v1/penalties/" + penalty.json().getString("id");
    }

    private static void assertCode(int status, String code, Answer answer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
