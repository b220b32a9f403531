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
                "REDRESS_INTEGRITY_DESK",
                "int-801",
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

    @Test
    void who_is_given_a_case_and_who_had_it_are_told_each_in_an_inbox_of_his_own() {
        suite.cases.publish("cas_804", "cas_804", "AdjudicatorChanged", ChannelsSuite.AT, given("804"));

        JsonObject now = ChannelsSuite.awaitNotice(suite.staff("adj-804", "adjudicator"), "AdjudicatorChanged");
        JsonObject former = ChannelsSuite.awaitNotice(suite.staff("was-804", "adjudicator"), "AdjudicatorChanged");

        assertThat(now.getJsonObject("title").getString("en")).isEqualTo("Case cas_804 lies with you to decide");
        assertThat(now.getJsonObject("body").getString("zh")).endsWith("理由：\n原裁判休假");
        assertThat(former.getJsonObject("title").getString("zh")).isEqualTo("案件 cas_804 不再由您裁决");
        assertThat(former.getJsonObject("body").getString("en")).endsWith("Reasons:\non leave");
        assertThat(inboxOfMerchant("804")).isEmpty();
    }

    @Test
    void that_a_case_is_heard_alone_for_another_adjudicator_is_told_to_both_of_its_side() {
        suite.cases.publish(
                "cas_805",
                "cas_805",
                "AdjudicatorChanged",
                ChannelsSuite.AT,
                given("805")
                        .put("heardAlone", true)
                        .put("advocateId", "adv-805")
                        .put("formerOutside", true));

        JsonObject advocate = ChannelsSuite.awaitNotice(suite.staff("adv-805", "advocate"), "AdjudicatorChanged");
        JsonObject merchant = ChannelsSuite.awaitNotice(suite.merchant("m-805"), "AdjudicatorChanged");
        JsonObject former = ChannelsSuite.awaitNotice(suite.staff("was-805", "adjudicator"), "AdjudicatorChanged");

        assertThat(advocate.getJsonObject("title").getString("en")).isEqualTo("Case cas_805 is heard alone");
        assertThat(merchant.getJsonObject("body").getString("zh"))
                .contains("案件改由其他裁判裁决")
                .doesNotContain("休假");
        assertThat(former.getJsonObject("body").getString("en")).doesNotContain("on leave", "adj-805");
    }

    @Test
    void that_nobody_is_free_to_defend_is_told_to_the_head_or_else_to_integrity() {
        JsonObject waits = new JsonObject().put("caseId", "cas_806").put("merchantId", "m-806");
        suite.cases.publish(
                "cas_806",
                "cas_806",
                "NoAdvocateFree",
                ChannelsSuite.AT,
                waits.copy().put("absentId", "adv-806").put("headId", "head-806"));
        suite.cases.publish(
                "cas_807",
                "cas_807",
                "NoAdvocateFree",
                ChannelsSuite.AT,
                waits.copy().put("caseId", "cas_807"));

        JsonObject head = ChannelsSuite.awaitNotice(suite.staff("head-806", "advocate"), "NoAdvocateFree");
        JsonObject desk = ChannelsSuite.awaitNotice(suite.staff("int-801", "integrity"), "NoAdvocateFree");

        assertThat(head.getJsonObject("body").getString("en")).contains("whose advocate adv-806 is absent");
        assertThat(desk.getJsonObject("title").getString("zh")).isEqualTo("案件 cas_807 无人可以辩护");
        assertThat(inboxOfMerchant("806")).isEmpty();
    }

    private static JsonObject given(String number) {
        return new JsonObject()
                .put("caseId", "cas_" + number)
                .put("merchantId", "m-" + number)
                .put("adjudicatorId", "adj-" + number)
                .put("formerAdjudicatorId", "was-" + number)
                .put("cause", "REASSIGNED")
                .put("reasons", new JsonObject().put("zh", "原裁判休假").put("en", "on leave"));
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
