package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.legacy;
import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Each rule of principles 1 to 5 and 12, as far as penalties and their rules go, with what breaks it: refused under its
 * own code, with a pointer to what is meant. Rulings and cases are case-service's.
 */
class PrincipleRefusalsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final JsonObject WORDS = new JsonObject().put("zh", "理由").put("en", "The reasons.");

    /**
     * One rule broken.
     *
     * @param pointer of one of the errors; empty where no member of the request is meant
     */
    private record Broken(String rule, int status, String code, String pointer, Supplier<Answer> request) {
        @Override
        public String toString() {
            return rule + ": " + code;
        }
    }

    private static Broken broken(String rule, int status, String code, String pointer, Supplier<Answer> request) {
        return new Broken(rule, status, code, pointer, request);
    }

    static final List<Broken> CLOSED_LIST = List.of(
            broken(
                    "1: more than 24 points need a clause of the closed list",
                    422,
                    "closure-not-enumerated",
                    "/violations/0/points",
                    () -> propose(violation("C-02", "l-1").put("points", 48))),
            broken(
                    "1: so they do at the end of a range, before its tariff is looked at",
                    422,
                    "closure-not-enumerated",
                    "/violations/0/points",
                    () -> propose(ranged("S-01", "l-1", 25, "danger"))),
            broken(
                    "1: a ruling leaves no more than 24 without such a clause",
                    422,
                    "closure-not-enumerated",
                    "",
                    PrincipleRefusalsIT::leaveThirtyOfFortyEight),
            broken(
                    "1: the server derives the points of a fixed tariff",
                    422,
                    "tariff-mismatch",
                    "/violations/0/points",
                    () -> propose(violation("C-02", "l-1").put("points", 23))),
            broken(
                    "1: a caller picks inside the range only",
                    422,
                    "tariff-mismatch",
                    "/violations/0/points",
                    () -> propose(ranged("S-01", "l-1", 5, "danger"))),
            broken(
                    "1: and with reasons only",
                    422,
                    "points-not-reasoned",
                    "/violations/0/points",
                    () -> propose(violation("S-01", "l-1").put("points", 10))),
            broken(
                    "1: by the factors of the clause only",
                    422,
                    "unknown-factor",
                    "/violations/1/factors/mood",
                    () -> propose(violation("C-02", "l-1"), ranged("S-01", "l-2", 10, "mood"))),
            broken(
                    "1: by the version in force at the act, which had no such clause",
                    422,
                    "clause-not-in-force",
                    "/violations/0/clauseId",
                    () -> propose(acted("C-02", "2018-01-31T23:59:59+08:00", "2018-01-31T23:59:59+08:00"))),
            broken(
                    "1: and for an act that has happened",
                    422,
                    "act-time-invalid",
                    "/violations/0/to",
                    () -> propose(acted("C-02", "2018-03-01T12:00:00+08:00", "2018-04-20T10:00:01+08:00"))));

    static final List<Broken> ONE_PUNISHMENT = List.of(
            broken("2: the same fact", 409, "fact-already-punished", "", () -> again(violation("C-02", "l-1"))),
            broken(
                    "2: an overlapping time",
                    409,
                    "fact-already-punished",
                    "",
                    () -> again(acted("C-02", "2018-03-01T12:59:59+08:00", "2018-03-03T00:00:00+08:00"))),
            broken(
                    "2: an overlapping set of objects",
                    409,
                    "fact-already-punished",
                    "",
                    () -> again(violation("C-02", "l-2")
                            .put(
                                    "objects",
                                    new JsonArray()
                                            .add(new JsonObject()
                                                    .put("type", "LISTING")
                                                    .put("id", "l-2"))
                                            .add(new JsonObject()
                                                    .put("type", "LISTING")
                                                    .put("id", "l-1"))))));

    static final List<Broken> OWN_CAUSE = List.of(
            broken(
                    "3: the proposer does not approve",
                    403,
                    "own-cause",
                    "",
                    () -> decideHeld("enf-1", "approve", new JsonObject())),
            broken(
                    "3: nor refuse",
                    403,
                    "own-cause",
                    "",
                    () -> decideHeld("enf-1", "refuse", new JsonObject().put("reason", "Not proven."))),
            broken("3: nor uphold it against what was clarified", 403, "own-cause", "", PrincipleRefusalsIT::uphold),
            broken("3: nor decide on interim relief", 403, "own-cause", "", () -> relief("enf-1")),
            broken("3: nor does the advocate who asks for it", 403, "own-cause", "", () -> relief("adv-1")),
            broken("3: nor answer a challenge to its seal", 403, "own-cause", "", () -> unseal("enf-1")),
            broken("3: nor does the advocate who raised it", 403, "own-cause", "", () -> unseal("adv-1")),
            broken("3: nor the case's adjudicator", 403, "own-cause", "", () -> unseal("adj-1")));

    static final List<Broken> REASONS = List.of(
            broken(
                    "4: no penalty without an explanation in Chinese",
                    400,
                    "validation-failed",
                    "/explanation/zh",
                    () -> send(proposal(SUITE.newShop(), violation("C-02", "l-1"))
                            .put("explanation", new JsonObject().put("zh", " ").put("en", "Fakes.")))),
            broken(
                    "4: nor in English",
                    400,
                    "validation-failed",
                    "/explanation",
                    () -> send(proposal(SUITE.newShop(), violation("C-02", "l-1"))
                            .put("explanation", new JsonObject().put("zh", "售假")))),
            broken("4: imported ones included", 400, "validation-failed", "", () -> {
                JsonObject imported = legacy(SUITE.newShop(), "2018-04-01T00:00:00+08:00", violation("C-02", "l-1"));
                imported.remove("explanation");
                return SUITE.staff("ops-1", "operator").post("/v1/penalties/import", imported);
            }),
            broken(
                    "4: no exception from notice without reasons",
                    422,
                    "reasons-missing",
                    "/withoutNotice/reasons",
                    () -> decideHeld("enf-lead", "approve", exception("LEGAL_OBLIGATION"))),
            broken(
                    "4: nor for a reason that the rules do not list",
                    422,
                    "unknown-notice-exception",
                    "",
                    () -> decideHeld("enf-lead", "approve", reasoned("HASTE"))));

    static final List<Broken> SEALED = List.of(
            broken(
                    "5: each violation has a disclosed fact",
                    422,
                    "no-disclosed-fact",
                    "/violations/1/facts",
                    () -> propose(
                            violation("C-02", "l-1"), violation("C-02", "l-2").put("facts", new JsonObject()))),
            broken(
                    "5: no sealed term reaches the merchant",
                    422,
                    "sealed-term-in-text",
                    "/explanation/en",
                    () -> send(proposal(SUITE.newShop(), violation("C-02", "l-1"))
                            .put(
                                    "explanation",
                                    new JsonObject().put("zh", "分数高").put("en", "Graph risk score.")))),
            broken("5: what is sealed is not found everywhere", 422, "sealed-terms-invalid", "", () -> SUITE.staff(
                            "ops-1", "operator")
                    .put(
                            "/v1/sealed-terms",
                            new JsonObject()
                                    .put(
                                            "terms",
                                            new JsonArray()
                                                    .add(new JsonObject()
                                                            .put("en", "a-")
                                                            .put("zh", "词库"))))),
            broken("5: who is no part of the case does not read the record", 404, "not-found", "", () -> SUITE.staff(
                            "adv-2", "advocate")
                    .post(
                            SealedPenalties.readings(SealedPenalties.sealedPenalty(SUITE.newShop())),
                            SealedPenalties.purpose())),
            broken(
                    "5: nobody reads it without a purpose",
                    400,
                    "validation-failed",
                    "/purpose",
                    () -> SUITE.enforcement()
                            .post(
                                    SealedPenalties.readings(SealedPenalties.sealedPenalty(SUITE.newShop())),
                                    new JsonObject().put("purpose", " "))));

    static final List<Broken> SAME_FACTS = List.of(broken(
            "12: points outside the usual band need reasons",
            422,
            "deviation-not-reasoned",
            "/violations/0/deviationReasons",
            PrincipleRefusalsIT::deviate));

    @BeforeEach
    void the_terms_are_known() {
        SUITE.clock.set(PenaltySuite.START);
        Answer put = SUITE.staff("ops-1", "operator").put("/v1/sealed-terms", SealedTermsIT.terms());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource({"CLOSED_LIST", "ONE_PUNISHMENT", "OWN_CAUSE", "REASONS", "SEALED", "SAME_FACTS"})
    void what_breaks_a_rule_is_refused_under_its_own_code(Broken broken) {
        Answer refused = broken.request().get();

        assertThat(refused.code()).as(refused.text()).isEqualTo(broken.code());
        assertThat(refused.status()).isEqualTo(broken.status());
        if (!broken.pointer().isEmpty()) {
            assertThat(refused.json().getJsonArray("errors").stream()
                            .map(error -> ((JsonObject) error).getString("pointer")))
                    .as(refused.text())
                    .contains(broken.pointer());
        }
    }

    private static Answer propose(JsonObject... violations) {
        return send(proposal(SUITE.newShop(), violations));
    }

    private static Answer send(JsonObject proposal) {
        return SUITE.enforcement().post("/v1/penalties", proposal);
    }

    private static JsonObject acted(String clauseId, String from, String to) {
        return violation(clauseId, "l-1").put("from", from).put("to", to);
    }

    /** Proposed where the standard violation of C-02 was proposed before. */
    private static Answer again(JsonObject violation) {
        String shop = SUITE.newShop();
        assertThat(send(proposal(shop, violation("C-02", "l-1"))).status()).isEqualTo(201);
        return send(proposal(shop, violation));
    }

    private static Answer leaveThirtyOfFortyEight() {
        JsonObject closed = legacy(
                SUITE.newShop(),
                "2018-04-01T00:00:00+08:00",
                violation("C-02", "l-1").put("points", 48));
        JsonObject imported = SUITE.inForce(SUITE.staff("ops-1", "operator").post("/v1/penalties/import", closed));
        return SUITE.staff("adj-1", "adjudicator")
                .post(
                        "/v1/penalties/" + imported.getString("id") + "/effect-preview",
                        new JsonObject().put("outcome", "PARTIAL").put("points", 30));
    }

    private static Answer held() {
        Answer held = propose(violation("C-91", "l-1"));
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        return held;
    }

    private static Answer decideHeld(String subject, String decision, JsonObject body) {
        Answer held = held();
        return SUITE.staff(subject, "enforcement-approver").ifMatch(held).post(path(held) + "/" + decision, body);
    }

    private static JsonObject exception(String kind) {
        return new JsonObject().put("withoutNotice", new JsonObject().put("kind", kind));
    }

    private static JsonObject reasoned(String kind) {
        return new JsonObject()
                .put("withoutNotice", new JsonObject().put("kind", kind).put("reasons", WORDS));
    }

    private static Answer uphold() {
        Answer held = held();
        Answer filed = SUITE.merchant(held.json().getString("merchantId"))
                .post(path(held) + "/clarification", new JsonObject().put("text", "我们没有制造。"));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        return SUITE.enforcement()
                .post(
                        path(held) + "/clarification/answers",
                        new JsonObject().put("outcome", "UPHELD").put("reasons", WORDS));
    }

    private static Answer relief(String decider) {
        String shop = SUITE.newShop();
        JsonObject penalty = SUITE.inForce(
                send(proposal(shop, violation("S-02", "l-1")).put("detectionRecord", SealedPenalties.record())));
        SealedPenalties.appeal(penalty, "adv-1", "adj-1");
        String path = "/v1/measures/" + SUITE.measure(shop, "SHOP_HIDDEN").getString("measureId") + "/interim-relief";
        Answer asked = SUITE.staff("adv-1", "advocate").post(path, new JsonObject().put("grounds", WORDS));
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        return SUITE.staff(decider, "duty-adjudicator")
                .post(
                        path + "/decisions",
                        new JsonObject().put("outcome", "GRANTED").put("reasons", WORDS));
    }

    private static Answer unseal(String answerer) {
        JsonObject challenged = SealedPenalties.sealedPenalty(SUITE.newShop());
        SealedPenalties.appeal(challenged, "adv-1", "adj-1");
        Answer raised = SUITE.staff("adv-1", "advocate")
                .post(
                        SealedPenalties.challenges(challenged),
                        new JsonObject().put("grounds", WORDS).put("whatShouldBeDisclosed", "Who complained."));
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        return SUITE.staff(answerer, "rule-owner")
                .post(
                        SealedPenalties.challenges(challenged) + "/"
                                + raised.json().getString("id") + "/answers",
                        new JsonObject().put("outcome", "KEPT").put("reasons", WORDS));
    }

    /** Eight decisions of 6 to 10 points on the same facts, then one of 24. */
    private static Answer deviate() {
        String facts = "as seen by " + SUITE.newShop();
        Stream.of(6, 6, 7, 8, 8, 9, 10, 10).forEach(points -> SUITE.inForce(propose(weighed(points, facts))));
        return propose(weighed(24, facts));
    }

    private static JsonObject weighed(int points, String facts) {
        return ranged("S-01", "l-1", points, "danger").put("factors", new JsonObject().put("danger", facts));
    }

    private static String path(Answer penalty) {
        return "/v1/penalties/" + penalty.json().getString("id");
    }
}
