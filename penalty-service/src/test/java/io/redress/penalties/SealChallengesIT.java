package io.redress.penalties;

import static io.redress.penalties.SealedPenalties.appeal;
import static io.redress.penalties.SealedPenalties.challenges;
import static io.redress.penalties.SealedPenalties.sealedPenalty;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seal is challenged by the case's advocate, and answered, or not, by somebody without a part in the penalty. */
class SealChallengesIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_challenge_is_answered_by_somebody_else_and_what_is_disclosed_is_told_to_the_merchant() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        appeal(penalty, "adv-1", "adj-1");
        ApiClient advocate = SUITE.staff("adv-1", "advocate");
        JsonObject challenge = new JsonObject()
                .put("grounds", new JsonObject().put("zh", "无法申辩").put("en", "No answer is possible."))
                .put("whatShouldBeDisclosed", "Which buyers complained.");
        assertThat(SUITE.staff("adv-9", "advocate")
                        .post(challenges(penalty), challenge)
                        .status())
                .isEqualTo(404);

        Answer raised = advocate.post(challenges(penalty), challenge);
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        assertThat(raised.json().getString("answerBy")).isEqualTo("2018-04-23T02:00:00Z");
        assertThat(advocate.post(challenges(penalty), challenge).code()).isEqualTo("duplicate");

        String answers = challenges(penalty) + "/" + raised.json().getString("id") + "/answers";
        JsonObject kept = new JsonObject()
                .put("outcome", "KEPT")
                .put("reasons", new JsonObject().put("zh", "不披露").put("en", "It stays."));
        assertThat(SUITE.staff("enf-1", "rule-owner").post(answers, kept).code())
                .isEqualTo("own-cause");
        assertThat(SUITE.staff("adv-1", "integrity").post(answers, kept).code()).isEqualTo("own-cause");
        assertThat(SUITE.staff("adj-1", "rule-owner").post(answers, kept).code())
                .isEqualTo("own-cause");
        assertThat(SUITE.staff("gov-vp", "rule-owner")
                        .post(answers, kept.copy().put("outcome", "DISCLOSED"))
                        .code())
                .isEqualTo("disclosure-mismatch");
        JsonObject disclosure = new JsonObject().put("zh", "两名买家投诉。").put("en", "Two buyers complained.");
        Answer answered = SUITE.staff("gov-vp", "rule-owner")
                .post(answers, kept.copy().put("outcome", "DISCLOSED").put("disclosure", disclosure));

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(SUITE.staff("gov-vp", "rule-owner").post(answers, kept).code())
                .isEqualTo("illegal-transition");
        JsonObject seen =
                advocate.get(challenges(penalty)).json().getJsonArray("items").getJsonObject(0);
        assertThat(seen.getString("outcome")).isEqualTo("DISCLOSED");
        assertThat(seen.getJsonObject("reasons").getString("en")).isEqualTo("It stays.");
        Answer statement = SUITE.merchant(penalty.getString("merchantId"))
                .get("/v1/penalties/" + penalty.getString("id") + "/statement-of-reasons");
        assertThat(statement.json().getJsonArray("disclosures").getJsonObject(0).getJsonObject("disclosure"))
                .isEqualTo(disclosure);
        assertThat(SUITE.awaited(penalty.getString("id") + ":detection-record", "DisclosureIssued")
                        .getJsonObject("disclosure"))
                .isEqualTo(disclosure);
    }

    @Test
    void a_challenge_that_is_not_answered_in_time_is_flagged_and_stays_open() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        appeal(penalty, "adv-1", "adj-1");
        Answer raised = SUITE.staff("adv-1", "advocate")
                .post(
                        challenges(penalty),
                        new JsonObject()
                                .put(
                                        "grounds",
                                        new JsonObject().put("zh", "无法申辩").put("en", "No answer."))
                                .put("whatShouldBeDisclosed", "The complaints."));

        SUITE.clock.set("2018-04-23T10:00:01+08:00");

        SUITE.awaited(penalty.getString("id") + ":detection-record", "SealChallengeLapsed");
        JsonObject late = SUITE.staff("int-1", "integrity")
                .get(challenges(penalty))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(late.getString("id")).isEqualTo(raised.json().getString("id"));
        assertThat(late.getBoolean("lapsed")).isTrue();
        assertThat(late.getString("status")).isEqualTo("OPEN");
        String lapsed = raised.json().getString("id");
        assertThat(challengesOfAll("LAPSED")).contains(lapsed);
        assertThat(challengesOfAll("OPEN")).doesNotContain(lapsed);
        assertThat(challengesOfAll("ANSWERED")).doesNotContain(lapsed);
        assertThat(SUITE.staff("gov-1", "rule-owner").get("/v1/seal-challenges").status())
                .isEqualTo(403);
    }

    /** Page by page, as integrity reads them. */
    private static List<String> challengesOfAll(String state) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = SUITE.staff("int-1", "integrity")
                    .get("/v1/seal-challenges?limit=1&state=" + state + cursor)
                    .json();
            page.getJsonArray("items").forEach(one -> ids.add(((JsonObject) one).getString("id")));
            cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
        } while (!cursor.isEmpty());
        return ids;
    }
}
