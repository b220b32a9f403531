package io.redress.cases;

import static io.redress.cases.EarlierCases.ok;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.RunnableService;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft beside comparable rulings, on an instance where four of them make a usual band. */
class RulingConsistencyIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final AtomicInteger CLAUSES = new AtomicInteger();
    private static RunnableService service;

    private final String clause = "X-" + CLAUSES.incrementAndGet();
    private final ApiClient adjudicator = there("adj-1", "adjudicator");

    @BeforeAll
    static void fourMakeABand() {
        service = SUITE.another(Map.of("REDRESS_CONSISTENCY_ENOUGH", "4"));
    }

    @AfterAll
    static void stop() {
        service.stop().await();
    }

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void whoLeavesTheUsualBandSaysWhyToTheMerchantAndWhatWasShownIsKept() {
        closed("PARTIAL", "PARTIAL", "PARTIAL", "UPHOLD");
        Penalty penalty = SUITE.penaltyOn(clause);
        Answer answered = EarlierCases.answered(penalty);
        String caseId = answered.json().getString("id");

        JsonObject shown = consistency(caseId);
        assertThat(shown.getString("kind")).isEqualTo("PENALTY_APPEAL");
        assertThat(shown.getInteger("enough")).isEqualTo(4);
        assertThat(shown.getString("asOf")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(shown.getString("since")).isEqualTo("2017-04-20T02:00:00Z");
        assertThat(shown.containsKey("draft")).isFalse();
        JsonObject item = shown.getJsonArray("items").getJsonObject(0);
        assertThat(item.getString("itemId")).isEqualTo(penalty.violationId());
        assertThat(item.getString("scope")).isEqualTo(clause);
        assertThat(item.getInteger("comparable")).isEqualTo(4);
        assertThat(item.getJsonArray("outcomes")).containsExactly(counted("UPHOLD", 1), counted("PARTIAL", 3));
        assertThat(item.getJsonObject("shares"))
                .isEqualTo(new JsonObject()
                        .put("decisions", 4)
                        .put("lowest", 50)
                        .put("tenth", 50)
                        .put("lowerQuartile", 50)
                        .put("median", 50)
                        .put("upperQuartile", 50)
                        .put("ninetieth", 100)
                        .put("highest", 100));

        JsonObject draft = EarlierCases.draft(penalty, "OVERTURN", null);
        assertUnreasoned(draft(answered, draft));
        JsonObject violation = draft.getJsonArray("violations").getJsonObject(0);
        violation.put("deviationReasons", new JsonObject().put("en", "It was proven to be somebody else."));
        Answer halfReasoned = draft(answered, draft);
        assertThat(halfReasoned.code()).isEqualTo("consistency-reason-missing");
        JsonObject reasons = new JsonObject().put("zh", "已证明系他人所为").put("en", "It was proven to be somebody else.");
        violation.put("deviationReasons", reasons);
        Answer drafted = ok(draft(answered, draft));

        JsonObject kept = consistency(caseId).getJsonObject("draft");
        assertThat(kept.getString("draftId"))
                .isEqualTo(drafted.json().getJsonObject("draft").getString("id"));
        assertThat(kept.getString("draftedBy")).isEqualTo("adj-1");
        JsonObject compared = kept.getJsonArray("items").getJsonObject(0);
        assertThat(compared.getString("outcome")).isEqualTo("OVERTURN");
        assertThat(compared.getInteger("share")).isZero();
        assertThat(compared.getInteger("comparable")).isEqualTo(4);
        assertThat(compared.getJsonObject("place"))
                .isEqualTo(new JsonObject().put("below", 0).put("equal", 0).put("above", 4));
        assertThat(compared.getBoolean("outside")).isTrue();
        assertThat(compared.getJsonObject("reasons")).isEqualTo(reasons);

        Answer ruled = EarlierCases.ruled(drafted);
        JsonObject ofRuling = SUITE.merchant(penalty.merchantId())
                .get("/v1/cases/" + caseId)
                .json()
                .getJsonObject("ruling");
        assertThat(ofRuling.getJsonArray("violations").getJsonObject(0).getJsonObject("deviationReasons"))
                .isEqualTo(reasons);
        JsonObject told = SUITE.published.await(caseId, "RulingIssued").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "RulingIssued", told);
        assertThat(told.getJsonArray("violations").getJsonObject(0).getJsonObject("deviationReasons"))
                .isEqualTo(reasons);
        assertThat(ruled.json().getString("status")).isEqualTo("CLOSED");
        for (ApiClient other : List.of(SUITE.merchant(penalty.merchantId()), SUITE.staff("adv-1", "advocate"))) {
            assertThat(other.get("/v1/cases/" + caseId + "/consistency").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void threeMakeNoBandAndWhatWasReopenedOrIsOfAnotherClauseDoesNotCount() {
        List<Answer> closed = closed("UPHOLD", "UPHOLD", "UPHOLD", "UPHOLD");
        Penalty penalty = SUITE.penaltyOn(clause);
        Answer answered = EarlierCases.answered(penalty);
        String caseId = answered.json().getString("id");
        JsonObject draft = EarlierCases.draft(penalty, "OVERTURN", null);
        assertThat(draft(answered, draft).code()).isEqualTo("consistency-reason-missing");

        Answer proposed = ok(SUITE.command(
                SUITE.staff("adj-2", "adjudicator"),
                closed.get(0),
                "reopen",
                new JsonObject().put("ground", "PROCEDURE").put("reasons", CaseSuite.REASONS)));

        assertThat(comparable(caseId)).isEqualTo(3);
        ok(draft(answered, draft));
        ok(SUITE.command(
                SUITE.staff("adj-3", "adjudicator"),
                proposed,
                "reopening-decisions",
                new JsonObject().put("confirmed", false).put("reasons", CaseSuite.REASONS)));
        assertThat(comparable(caseId)).isEqualTo(4);
    }

    @Test
    void everyItemThatLeavesTheUsualBandIsNamedAtOnce() {
        closed("UPHOLD", "UPHOLD", "UPHOLD", "UPHOLD");
        Penalty penalty = SUITE.penaltyOn(clause, 2);
        Answer answered = EarlierCases.answered(penalty);
        JsonObject draft = EarlierCases.draft(penalty, "OVERTURN", null);
        JsonObject first = draft.getJsonArray("violations").getJsonObject(0);
        JsonObject second = first.copy().put("violationId", penalty.violationId() + 1);
        draft.getJsonArray("violations").add(second);

        Answer refused = draft(answered, draft);
        assertThat(refused.code()).as(refused.text()).isEqualTo("consistency-reason-missing");
        assertThat(refused.json().getJsonArray("errors").stream()
                        .map(wrong -> ((JsonObject) wrong).getString("pointer")))
                .containsExactly("/violations/0/deviationReasons", "/violations/1/deviationReasons");

        first.put("deviationReasons", CaseSuite.REASONS);
        assertThat(draft(answered, draft).json().getJsonArray("errors").stream()
                        .map(wrong -> ((JsonObject) wrong).getString("pointer")))
                .containsExactly("/violations/1/deviationReasons");
        second.put("deviationReasons", CaseSuite.REASONS);
        ok(draft(answered, draft));
    }

    @Test
    void requestsAreComparedByKindAndRespondingDepartment() {
        Answer answered = complaint();
        String caseId = answered.json().getString("id");
        SUITE.clock.set("2018-05-05T00:00:00+08:00");
        int before = comparable(caseId);

        Answer denied =
                RequestSteps.ruled(RequestSteps.draft(complaint(), RequestSteps.decision("DENY", "complaint", "e-77")));

        assertThat(denied.json().getString("status")).isEqualTo("CLOSED");
        SUITE.clock.set("2018-05-05T00:00:00+08:00");
        JsonObject item = consistency(caseId).getJsonArray("items").getJsonObject(0);
        assertThat(item.getString("scope")).isEqualTo("enforcement");
        assertThat(item.getInteger("comparable")).isEqualTo(before + 1);
    }

    @Test
    void theReportHasALineForEachScopeAndAdjudicatorInTheOrderOfTheirNames() {
        closed("PARTIAL", "PARTIAL", "UPHOLD");
        EarlierCases.closed(SUITE.penaltyOn(clause + "-2"), "UPHOLD", null);

        List<JsonObject> lines = lines("scope=" + clause + "&by=SCOPE_AND_ADJUDICATOR");

        assertThat(lines)
                .containsExactly(new JsonObject()
                        .put("kind", "PENALTY_APPEAL")
                        .put("scope", clause)
                        .put("adjudicatorId", "adj-1")
                        .put("decisions", 3)
                        .put(
                                "outcomes",
                                new JsonArray().add(counted("UPHOLD", 1)).add(counted("PARTIAL", 2)))
                        .put("lowest", 50)
                        .put("median", 50)
                        .put("highest", 100)
                        .put("outside", 0)
                        .put("outsidePercent", 0.0));
        JsonObject ofAdjudicator = lines("scope=" + clause + "&by=ADJUDICATOR").get(0);
        assertThat(ofAdjudicator.containsKey("scope")).isFalse();
        assertThat(ofAdjudicator.getString("adjudicatorId")).isEqualTo("adj-1");
        assertThat(lines("scope=" + clause).get(0).containsKey("adjudicatorId")).isFalse();
        assertThat(lines("scope=" + clause + "&kind=COMPLAINT")).isEmpty();
        ApiClient integrity = there("integrity-lead", "integrity");
        String report = "/v1/reports/ruling-consistency?from=2018-01-01T00:00:00Z&to=";
        Answer first = integrity.get(report + "2019-01-01T00:00:00Z&limit=1");
        assertThat(first.json().getJsonArray("items")).hasSize(1);
        Answer second = integrity.get(
                report + "2019-01-01T00:00:00Z&limit=1&cursor=" + first.json().getString("next"));
        assertThat(second.json().getJsonArray("items").getJsonObject(0))
                .isNotEqualTo(first.json().getJsonArray("items").getJsonObject(0));
        assertThat(integrity.get(report + "2019-01-02T00:00:01Z").status()).isEqualTo(400);
        assertThat(adjudicator.get(report + "2019-01-01T00:00:00Z").status()).isEqualTo(403);
    }

    @Test
    void noMachineDecides() {
        Penalty penalty = SUITE.penaltyOn(clause);
        Answer answered = EarlierCases.answered(penalty);

        Answer byMachine = SUITE.command(
                SUITE.staff("rules-engine", "machine"),
                answered,
                "draft-rulings",
                EarlierCases.draft(penalty, "UPHOLD", null));
        Answer byBoth = SUITE.command(
                SUITE.staff("adj-1", "machine", "adjudicator"),
                answered,
                "draft-rulings",
                EarlierCases.draft(penalty, "UPHOLD", null));

        assertThat(byMachine.code()).isEqualTo("forbidden");
        assertThat(byBoth.code()).isEqualTo("not-the-adjudicator");
        assertThat(adjudicator
                        .get("/v1/cases/" + answered.json().getString("id"))
                        .etag())
                .isEqualTo(answered.etag());
    }

    private void assertUnreasoned(Answer refused) {
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).as(refused.text()).isEqualTo("consistency-reason-missing");
        assertThat(refused.json().getString("comparable")).isEqualTo("4");
        assertThat(refused.json().getString("usualFrom")).isEqualTo("50");
        assertThat(refused.json().getString("usualTo")).isEqualTo("100");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/violations/0/deviationReasons");
    }

    /** Appeals on the clause of this test, closed at the other instance, where none is outside a band. */
    private List<Answer> closed(String... outcomes) {
        List<Answer> closed = List.of(outcomes).stream()
                .map(outcome ->
                        EarlierCases.closed(SUITE.penaltyOn(clause), outcome, outcome.equals("PARTIAL") ? 24 : null))
                .toList();
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        return closed;
    }

    /** About enforcement, answered. */
    private static Answer complaint() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Shop shop = SUITE.shop();
        return RequestSteps.heard(
                RequestSteps.assigned(shop, shop.complaint()),
                "complaint",
                "MANIFEST_UNFAIRNESS",
                SUITE.staff("enf-2", "enforcement"));
    }

    private Answer draft(Answer answered, JsonObject draft) {
        return adjudicator
                .ifMatch(answered)
                .post("/v1/cases/" + answered.json().getString("id") + "/draft-rulings", draft);
    }

    private int comparable(String caseId) {
        return consistency(caseId).getJsonArray("items").getJsonObject(0).getInteger("comparable");
    }

    private JsonObject consistency(String caseId) {
        return SUITE.contract
                .checked("getCaseConsistency", adjudicator.get("/v1/cases/" + caseId + "/consistency"))
                .json();
    }

    private static List<JsonObject> lines(String query) {
        Answer report = there("integrity-lead", "integrity")
                .get("/v1/reports/ruling-consistency?from=2018-01-01T00:00:00Z&to=2019-01-01T00:00:00Z&" + query);
        assertThat(report.status()).as(report.text()).isEqualTo(200);
        return SUITE.contract.checked("reportRulingConsistency", report).json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject counted(String outcome, int decisions) {
        return new JsonObject().put("outcome", outcome).put("decisions", decisions);
    }

    private static ApiClient there(String subject, String... roles) {
        return ApiClient.of("http://127.0.0.1:" + service.httpPort())
                .as(SUITE.infrastructure.issuer().staff(subject, roles));
    }
}
