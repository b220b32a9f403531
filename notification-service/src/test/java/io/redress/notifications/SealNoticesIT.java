package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes of a challenge to a seal is told to those whom it concerns, and to nobody else. */
class SealNoticesIT {
    private static final JsonObject DISCLOSURE =
            new JsonObject().put("zh", "两名买家于三月十日投诉。").put("en", "Two buyers complained on 10 March.");

    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        suite = new ChannelsSuite(Map.of("REDRESS_INTEGRITY_DESK", "integrity-701"));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void what_is_disclosed_is_told_to_the_merchant_as_it_was_disclosed() {
        suite.penalties.publish(
                "s-701",
                "pen_701:detection-record",
                "DisclosureIssued",
                ChannelsSuite.AT,
                challenge("701").put("disclosure", DISCLOSURE).put("at", ChannelsSuite.AT));

        JsonObject notice = suite.notice("m-701", "DisclosureIssued");

        assertThat(notice.getJsonObject("title").getString("en"))
                .isEqualTo("More facts about penalty pen_701 are disclosed to you");
        assertThat(notice.getJsonObject("body").getString("en"))
                .startsWith("On 20 April 2018 at 10:00 China Standard Time")
                .contains("\nTwo buyers complained on 10 March.\n");
        assertThat(notice.getJsonObject("body").getString("zh")).contains("\n两名买家于三月十日投诉。\n");
        assertThat(suite.merchant("m-702")
                        .get("/v1/notices/" + notice.getString("id"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_disclosure_that_names_how_it_was_found_is_not_sent() {
        JsonObject sealed = new JsonObject().put("zh", "设备聚类显示。").put("en", "The device cluster shows it.");
        suite.penalties.publish(
                "s-703",
                "pen_703:detection-record",
                "DisclosureIssued",
                ChannelsSuite.AT,
                challenge("703").put("disclosure", sealed).put("at", ChannelsSuite.AT));
        suite.penalties.publish(
                "s-703",
                "pen_704:detection-record",
                "DisclosureIssued",
                ChannelsSuite.AT,
                challenge("704")
                        .put("merchantId", "m-703")
                        .put("disclosure", DISCLOSURE)
                        .put("at", ChannelsSuite.AT));

        // the second stands behind the first
        JsonObject notice = suite.notice("m-703", "DisclosureIssued");

        assertThat(notice.getJsonObject("title").getString("en")).contains("pen_704");
        assertThat(suite.merchant("m-703").get("/v1/notices").text()).doesNotContain("pen_703");
    }

    @Test
    void the_advocate_who_raised_it_is_told_of_the_answer() {
        suite.penalties.publish(
                "s-705",
                "pen_705:detection-record",
                "SealChallengeAnswered",
                ChannelsSuite.AT,
                challenge("705")
                        .put("raisedBy", "adv-705")
                        .put("outcome", "KEPT")
                        .put("answeredBy", "gov-vp"));

        JsonObject notice = ChannelsSuite.awaitNotice(suite.staff("adv-705", "advocate"), "SealChallengeAnswered");

        assertThat(notice.getJsonObject("body").getString("en")).contains("the seal is kept");
        assertThat(suite.merchant("m-705").get("/v1/notices").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void integrity_is_told_when_nobody_answers_in_time() {
        suite.penalties.publish(
                "s-706",
                "pen_706:detection-record",
                "SealChallengeLapsed",
                ChannelsSuite.AT,
                challenge("706").put("answerBy", "2018-04-20T09:00:00+08:00"));

        JsonObject notice = ChannelsSuite.awaitNotice(suite.staff("integrity-701", "integrity"), "SealChallengeLapsed");

        assertThat(notice.getJsonObject("body").getString("en"))
                .contains("pen_706", "m-706", "20 April 2018 at 09:00 China Standard Time");
        assertThat(suite.merchant("m-706").get("/v1/notices").json().getJsonArray("items"))
                .isEmpty();
    }

    private static JsonObject challenge(String number) {
        return new JsonObject()
                .put("penaltyId", "pen_" + number)
                .put("merchantId", "m-" + number)
                .put("shopId", "s-" + number)
                .put("challengeId", "chl_" + number);
    }
}
