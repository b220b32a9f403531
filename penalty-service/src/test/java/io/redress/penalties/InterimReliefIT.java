package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Interim relief from a measure of 14 days, from the request to the end of the case. */
class InterimReliefIT {

    private static final JsonObject WORDS = new JsonObject().put("zh", "理由").put("en", "The grounds.");

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private JsonObject penalty;
    private String hidden;

    @BeforeEach
    void aShopThatIsHiddenAndAppeals() {
        suite.clock.set(PenaltySuite.START);
        penalty = suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, violation("S-02", "l-1"))));
        hidden = suite.measure(shop, "SHOP_HIDDEN").getString("measureId");
        publish(
                "CaseOpened",
                new JsonObject()
                        .put("kind", "PENALTY_APPEAL")
                        .put("penaltyId", penalty.getString("id"))
                        .put("shopId", "s-" + shop));
        publish("AdvocateAssigned", new JsonObject().put("advocateId", "adv-1"));
        suite.awaited(penalty.getString("id"), "PenaltyAppealOpened");
    }

    @AfterEach
    void backToTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_granted_request_suspends_the_measure_and_the_rest_of_it_follows_when_the_case_has_ended() {
        Answer asked = ask();
        assertThat(asked.status()).as(asked.text()).isEqualTo(201);
        assertThat(asked.json().getString("decideBy")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(ids("OPEN")).contains(asked.json().getString("id"));
        suite.clock.set("2018-04-21T09:00:00+08:00");

        assertThat(mayDo("duty-1", "duty-adjudicator")).containsExactly("decide");
        assertThat(mayDo("enf-1", "duty-adjudicator")).isEmpty();
        assertThat(mayDo("adv-1", "duty-adjudicator")).isEmpty();
        assertThat(mayDo("enf-2", "enforcement")).isEmpty();

        assertThat(decide("enf-1", "GRANTED").code()).isEqualTo("own-cause");
        assertThat(decide("adv-1", "GRANTED").code()).isEqualTo("own-cause");
        Answer decided = decide("duty-1", "GRANTED");

        assertThat(decided.status()).as(decided.text()).isEqualTo(201);
        assertThat(mayDo("duty-1", "duty-adjudicator")).isEmpty();
        JsonObject suspended = suite.awaited(hidden, "MeasureSuspended");
        assertThat(suspended.containsKey("endsAt")).isFalse();
        assertThat(suspended.getJsonObject("target").getJsonArray("measures").stream()
                        .map(JsonObject.class::cast)
                        .filter(measure -> measure.getString("measureId").equals(hidden))
                        .map(measure -> measure.getString("state")))
                .containsExactly("SUSPENDED");
        assertThat(suite.awaited(hidden, "InterimReliefDecided").getString("outcome"))
                .isEqualTo("GRANTED");
        Answer seen = suite.merchant("m-" + shop).get(path());
        assertThat(seen.json().getString("state")).isEqualTo("GRANTED");
        assertThat(seen.json().getJsonObject("reasons")).isEqualTo(WORDS);
        assertThat(seen.json().containsKey("decidedBy")).isFalse();
        assertThat(decide("duty-1", "REFUSED").code()).isEqualTo("illegal-transition");

        suite.clock.set("2018-05-10T09:00:00+08:00");
        publish(
                "CaseWithdrawn",
                new JsonObject()
                        .put("kind", "PENALTY_APPEAL")
                        .put("penaltyId", penalty.getString("id"))
                        .put("shopId", "s-" + shop));
        suite.awaited(penalty.getString("id"), "PenaltyAppealEnded");

        JsonObject resumed = suite.measure(shop, "SHOP_HIDDEN");
        assertThat(resumed.getString("state")).isEqualTo("IN_FORCE");
        assertThat(resumed.getString("endsAt"))
                .as("23 hours of 14 days were served; the rest begins on 10 May at 09:00")
                .isEqualTo("2018-05-23T02:00:00Z");
        suite.clock.set("2018-05-23T10:00:01+08:00");
        suite.awaited(hidden, "MeasureServed");
    }

    @Test
    void silence_grants_and_is_told() {
        ask();

        suite.clock.set("2018-04-21T10:00:01+08:00");

        JsonObject decided = suite.awaited(hidden, "InterimReliefDecided");
        assertThat(decided.getBoolean("bySilence")).isTrue();
        assertThat(decided.getJsonObject("reasons").getString("en")).contains("silence grants it");
        assertThat(suite.measure(shop, "SHOP_HIDDEN").getString("state")).isEqualTo("SUSPENDED");
        assertThat(suite.merchant("m-" + shop).get(path()).json().getBoolean("bySilence"))
                .isTrue();
    }

    @Test
    void silence_lapses_when_the_ruling_comes_before_the_measure_is_served() {
        ask();
        publish(
                "DraftRulingIssued",
                new JsonObject()
                        .put("draftId", "drf_1")
                        .put("outcome", "UPHOLD")
                        .put("repliesBy", "2018-04-25T10:00:00+08:00"));
        suite.published.await(hidden, "InterimReliefAsked");
        awaitDraft();

        suite.clock.set("2018-04-21T10:00:01+08:00");

        JsonObject lapsed = suite.awaited(hidden, "InterimReliefLapsed");
        assertThat(lapsed.getString("advocateId")).isEqualTo("adv-1");
        assertThat(suite.measure(shop, "SHOP_HIDDEN").getString("state")).isEqualTo("IN_FORCE");
        assertThat(ids("LAPSED")).contains(lapsed.getString("reliefId"));
        assertThat(decide("duty-1", "REFUSED").json().getString("state")).isEqualTo("REFUSED");
    }

    @Test
    void a_request_is_refused_where_the_rulebook_lets_the_measure_go_on_twice_and_to_strangers() {
        String ban = suite.measure(shop, "PROMOTION_BAN").getString("measureId");
        JsonObject grounds = new JsonObject().put("grounds", WORDS);
        assertThat(suite.staff("adv-1", "advocate")
                        .post("/v1/measures/" + ban + "/interim-relief", grounds)
                        .code())
                .isEqualTo("relief-not-available");
        assertThat(suite.staff("adv-2", "advocate").post(path(), grounds).status())
                .isEqualTo(404);
        assertThat(suite.staff("adv-1", "advocate").get(path()).status())
                .as("nobody has asked")
                .isEqualTo(404);
        assertThat(decide("duty-1", "GRANTED").status()).isEqualTo(404);
        ask();
        assertThat(ask().code()).isEqualTo("duplicate");
        assertThat(suite.merchant("m-" + suite.newShop()).get(path()).status()).isEqualTo(404);
    }

    private List<String> mayDo(String subject, String role) {
        return suite.staff(subject, role).get(path()).json().getJsonArray("nextActions").stream()
                .map(Object::toString)
                .toList();
    }

    private void awaitDraft() {
        Awaitility.await("the draft is known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.holds(
                        "(SELECT ruling_by::text AS t FROM case_people WHERE case_id = '" + caseId() + "')",
                        "2018-04-25"));
    }

    private Answer ask() {
        return suite.staff("adv-1", "advocate").post(path(), new JsonObject().put("grounds", WORDS));
    }

    private Answer decide(String subject, String outcome) {
        return suite.staff(subject, "duty-adjudicator")
                .post(
                        path() + "/decisions",
                        new JsonObject().put("outcome", outcome).put("reasons", WORDS));
    }

    private List<String> ids(String state) {
        return suite
                .staff("duty-1", "duty-adjudicator")
                .get("/v1/interim-relief-requests?limit=200&state=" + state)
                .json()
                .getJsonArray("items")
                .stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private String path() {
        return "/v1/measures/" + hidden + "/interim-relief";
    }

    private String caseId() {
        return "cas_" + penalty.getString("id").substring(4);
    }

    private void publish(String type, JsonObject data) {
        suite.cases.publish(
                caseId(),
                caseId(),
                type,
                suite.clock.now().toString(),
                data.put("caseId", caseId()).put("merchantId", "m-" + shop));
    }
}
