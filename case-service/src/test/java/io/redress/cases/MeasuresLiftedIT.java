package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Appeals decided in part where the points stand and a measure goes. */
class MeasuresLiftedIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private Penalty penalty;

    @BeforeEach
    void aPenaltyThatClosedAShop() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id(), endedByRuling(penalty));
    }

    @Test
    void theMeasureIsPinnedReadByTheMerchantOrderedAndConfirmedAndNothingIsSaidOfPoints() {
        Answer drafted = draft(CaseSteps.answered(SUITE, penalty), lifting(penalty));

        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        assertThat(SUITE.peer.questions())
                .contains("/v1/penalties/" + penalty.id() + "/effect-preview "
                        + new JsonObject()
                                .put("outcome", "PARTIAL")
                                .put("measuresLifted", new JsonArray().add("mea_" + penalty.id())));
        String path = "/v1/cases/" + drafted.json().getString("id");
        JsonObject draft = read(path).getJsonObject("draft");
        assertThat(draft.getString("outcome")).isEqualTo("PARTIAL");
        assertThat(draft.containsKey("points")).isFalse();
        assertThat(draft.getJsonArray("effects")).hasSize(1);
        assertThat(draft.getJsonArray("effects").getJsonObject(0).getJsonObject("target"))
                .isEqualTo(target());
        JsonObject compared = adjudicator
                .get(path + "/consistency")
                .json()
                .getJsonObject("draft")
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(compared.getString("outcome")).isEqualTo("PARTIAL");
        assertThat(compared.containsKey("share"))
                .as("what is left of the measures is no percentage")
                .isFalse();

        Answer ruled = rule(drafted);
        String id = ruled.json().getString("id");
        JsonObject issued = SUITE.published.await(id, "RulingIssued").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "RulingIssued", issued);
        assertThat(issued.getJsonArray("effects")).isEqualTo(new JsonArray().add(endedByRuling(penalty)));

        SUITE.penalties.publish(
                penalty.shopId(),
                "mea_" + penalty.id(),
                "EffectAnswered",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("effectId", "eff_m" + penalty.id())
                        .put("caseId", id)
                        .put("rulingId", issued.getString("rulingId"))
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId())
                        .put("result", "APPLIED"));
        SUITE.published.await(id, "CaseClosed");
        JsonObject closed = read(path);
        assertThat(closed.getString("status")).isEqualTo("CLOSED");
        JsonObject line = closed.getJsonArray("effects").getJsonObject(0);
        assertThat(line.getString("state")).isEqualTo("APPLIED");
        assertThat(line.getJsonObject("target")).isEqualTo(target());
    }

    @Test
    void aConditionalDraftLiftsItWhenItsConditionsAreFulfilled() {
        SUITE.peer.otherwise(penalty.id());
        JsonObject draft = lifting(penalty)
                .put("outcome", "CONDITIONAL")
                .put(
                        "terms",
                        new JsonObject()
                                .put("ifFulfilled", "PARTIAL")
                                .put("otherwise", new JsonObject().put("outcome", "UPHOLD"))
                                .put(
                                        "conditions",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("kind", "CONDITION")
                                                        .put("text", CaseSuite.REASONS)
                                                        .put("programmeId", "prg_1")
                                                        .put("milestoneId", "course-1")
                                                        .put("fulfilBy", "2018-06-01T00:00:00+08:00"))));

        Answer ruled = rule(draft(CaseSteps.answered(SUITE, penalty), draft));

        JsonObject issued = SUITE.published
                .await(ruled.json().getString("id"), "RulingIssued")
                .getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "RulingIssued", issued);
        assertThat(issued.getJsonArray("effects")).isEmpty();
        assertThat(issued.getJsonObject("ifFulfilled").getJsonArray("effects"))
                .isEqualTo(new JsonArray().add(endedByRuling(penalty)));
    }

    @Test
    void oneOfTheCasesThatAreHeardTogetherCanLiftAMeasure() {
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer one = CaseSteps.submitted(SUITE, penalty);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(one)));
        JointSteps.results(JointSteps.command(
                SUITE.staff("enf-2", "enforcement"),
                lead,
                "joint-answers",
                new JsonObject().put("text", CaseSuite.REASONS)));
        JsonObject member = JointSteps.drafted(one, penalty, "one").put("measuresLifted", named(penalty));
        member.remove("points");

        Answer drafted =
                JointSteps.command(adjudicator, lead, "joint-draft-rulings", JointSteps.together(List.of(member)));

        assertThat(JointSteps.results(drafted)).isEqualTo(Map.of(JointSteps.id(one), "REPLY_WINDOW"));
        assertThat(JointSteps.now(one)
                        .json()
                        .getJsonObject("draft")
                        .getJsonArray("effects")
                        .getJsonObject(0)
                        .getJsonObject("target"))
                .isEqualTo(target());
    }

    @Test
    void whatDoesNotFitIsRefusedAndTheCaseStaysAsItWas() {
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject neither = lifting(penalty);
        neither.remove("measuresLifted");
        refused(answered, neither, 422, "points-missing");
        JsonObject upheld = lifting(penalty).put("outcome", "UPHOLD");
        upheld.getJsonArray("violations").getJsonObject(0).put("outcome", "UPHOLD");
        refused(answered, upheld, 422, "outcome-mismatch");
        refused(answered, neither.copy().put("points", 48), 422, "outcome-mismatch");
        refused(answered, lifting(penalty).put("measuresLifted", new JsonArray()), 400, "validation-failed");
        refused(answered, lifting(penalty).put("measuresLifted", new JsonArray().add(7)), 400, "validation-failed");

        SUITE.peer.answers(penalty.id(), 422, PeerServer.problem("ruled-measures-invalid"));
        refused(answered, lifting(penalty), 422, "ruled-measures-invalid");
        SUITE.peer.answers(penalty.id(), 409, PeerServer.problem("illegal-transition"));
        refused(answered, lifting(penalty), 409, "illegal-transition");

        JsonObject after =
                adjudicator.get("/v1/cases/" + answered.json().getString("id")).json();
        assertThat(after.getString("status")).isEqualTo("IN_DELIBERATION");
        assertThat(after.containsKey("draft")).isFalse();
    }

    private void refused(Answer seen, JsonObject draft, int status, String code) {
        Answer answer = draft(seen, draft);
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
    }

    private Answer draft(Answer seen, JsonObject draft) {
        return SUITE.command(adjudicator, seen, "draft-rulings", draft);
    }

    /** On 1 May 2018, after the reply window, with the reasons of the draft. */
    private Answer rule(Answer drafted) {
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer ruled = SUITE.command(
                adjudicator,
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", CaseSuite.violations(penalty)));
        assertThat(ruled.status()).as(ruled.text()).isEqualTo(200);
        return ruled;
    }

    private JsonObject read(String path) {
        return SUITE.merchant(penalty.merchantId()).get(path).json();
    }

    private static JsonObject lifting(Penalty penalty) {
        return new JsonObject()
                .put("outcome", "PARTIAL")
                .put("measuresLifted", named(penalty))
                .put("violations", CaseSuite.violations(penalty));
    }

    private static JsonArray named(Penalty penalty) {
        return new JsonArray().add("mea_" + penalty.id());
    }

    /** What penalty-service says of the closure that the ruling itself ends. */
    private static JsonObject endedByRuling(Penalty penalty) {
        return penalty.closureLifted().put("target", target());
    }

    private static JsonObject target() {
        return new JsonObject()
                .put("state", "LIFTED")
                .put("measureKind", "SHOP_CLOSURE")
                .put("byRuling", true);
    }
}
