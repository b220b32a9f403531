package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What waits for somebody of the platform lies on a desk, and its merchant hears nothing of that. */
class DeskNoticesIT {
    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        suite = new ChannelsSuite(Map.of(
                "REDRESS_DUTY_DESK",
                "duty-801",
                "REDRESS_APPROVERS_DESK",
                "lead-801",
                "REDRESS_OPERATORS_DESK",
                "ops-801"));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void the_duty_adjudicators_desk_is_told_of_interim_relief_that_waits_for_a_decision_and_until_when() {
        suite.penalties.publish(
                "s-801",
                "mea_801",
                "InterimReliefAsked",
                ChannelsSuite.AT,
                about("801")
                        .put("measureId", "mea_801")
                        .put("kind", "SHOP_HIDDEN")
                        .put("reliefId", "rel_801")
                        .put("caseId", "cas_801")
                        .put("advocateId", "adv-801")
                        .put("decideBy", "2018-04-21T10:00:00+08:00"));

        JsonObject notice =
                ChannelsSuite.awaitNotice(suite.staff("duty-801", "duty-adjudicator"), "InterimReliefAsked");

        assertThat(notice.getJsonObject("title").getString("en"))
                .isEqualTo("Interim relief for shop s-801 is to be decided by"
                        + " 21 April 2018 at 10:00 China Standard Time");
        assertThat(notice.getJsonObject("body").getString("en")).contains("suspend the measure \"Hiding\"");
        assertThat(notice.getJsonObject("body").getString("zh")).contains("店铺屏蔽");
        assertThat(inboxOfMerchant("801")).isEmpty();
    }

    @Test
    void what_nobody_answered_is_told_to_whoever_was_to_answer_it_and_to_the_approvers_desk() {
        suite.penalties.publish("s-802", "pen_802", "ClarificationEscalated", ChannelsSuite.AT, unanswered("802"));

        JsonObject first = ChannelsSuite.awaitNotice(suite.staff("enf-802", "enforcement"), "ClarificationEscalated");
        JsonObject desk =
                ChannelsSuite.awaitNotice(suite.staff("lead-801", "enforcement-approver"), "ClarificationEscalated");

        assertThat(first.getJsonObject("title").getString("en")).contains("was not answered in time");
        assertThat(desk.getJsonObject("title").getString("en"))
                .isEqualTo("The clarification of penalty pen_802 waits for an approver");
        assertThat(inboxOfMerchant("802")).isEmpty();
    }

    @Test
    void an_effect_that_did_not_come_is_told_to_the_operators_desk_and_to_the_advocate() {
        suite.cases.publish(
                "cas_803",
                "cas_803",
                "EffectOverdue",
                ChannelsSuite.AT,
                new JsonObject()
                        .put("caseId", "cas_803")
                        .put("merchantId", "m-803")
                        .put("advocateId", "adv-803")
                        .put("effectId", "eff_803")
                        .put("effectOwner", "marketplace")
                        .put("effectKind", "TRANSFER")
                        .put("state", "FAILED")
                        .put("dueAt", "2018-04-21T10:00:00+08:00"));

        JsonObject desk = ChannelsSuite.awaitNotice(suite.staff("ops-801", "operator"), "EffectOverdue");
        JsonObject advocate = ChannelsSuite.awaitNotice(suite.staff("adv-803", "advocate"), "EffectOverdue");

        assertThat(desk.getJsonObject("title").getString("en")).isEqualTo("Effect eff_803 of case cas_803 is overdue");
        assertThat(desk.getJsonObject("body").getString("en"))
                .contains(
                        "ordered the transfer of the shop. It was to be confirmed by the marketplace by 21 April 2018")
                .contains("was answered as failed");
        assertThat(advocate.getJsonObject("body").getString("zh")).contains("店铺转让", "得到的答复为失败");
        assertThat(inboxOfMerchant("803")).isEmpty();
    }

    private static JsonArray inboxOfMerchant(String number) {
        return suite.merchant("m-" + number).get("/v1/notices").json().getJsonArray("items");
    }

    private static JsonObject unanswered(String number) {
        return about(number)
                .put("proposedBy", "enf-" + number)
                .put("clarificationId", "cla_" + number)
                .put("answerBy", "2018-04-20T09:00:00+08:00");
    }

    private static JsonObject about(String number) {
        return new JsonObject()
                .put("penaltyId", "pen_" + number)
                .put("merchantId", "m-" + number)
                .put("shopId", "s-" + number);
    }
}
