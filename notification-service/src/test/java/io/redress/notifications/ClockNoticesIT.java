package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That a clock of a case runs out is told to whoever holds it, and not to the merchant. */
class ClockNoticesIT {
    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        suite = new ChannelsSuite(Map.of());
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void whoever_holds_a_case_is_warned_in_both_languages_and_the_merchant_hears_nothing() {
        suite.cases.publish(
                "cas_901",
                "cas_901:clocks",
                "ClockWarning",
                ChannelsSuite.AT,
                clock("901", "RULING").put("percent", 80).put("holderId", "adj-901"));

        JsonObject notice = ChannelsSuite.awaitNotice(suite.staff("adj-901", "adjudicator"), "ClockWarning");

        assertThat(notice.getJsonObject("title").getString("en"))
                .isEqualTo("Case cas_901: 80% of the time for the ruling is used");
        assertThat(notice.getJsonObject("body").getString("zh")).contains("此事由您办理，时限至 2018年4月28日");
        assertThat(suite.merchant("m-901").get("/v1/notices").json().getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void that_an_answer_did_not_come_is_told_to_the_department_the_advocate_and_the_adjudicator() {
        suite.cases.publish(
                "cas_902",
                "cas_902:clocks",
                "ClockLapsed",
                ChannelsSuite.AT,
                clock("902", "ANSWER")
                        .put("percent", 100)
                        .put("holderId", "head-902")
                        .put("advocateId", "adv-902")
                        .put("adjudicatorId", "adj-902"));

        JsonObject holder = ChannelsSuite.awaitNotice(suite.staff("head-902", "enforcement"), "ClockLapsed");
        JsonObject advocate = ChannelsSuite.awaitNotice(suite.staff("adv-902", "advocate"), "ClockLapsed");
        JsonObject adjudicator = ChannelsSuite.awaitNotice(suite.staff("adj-902", "adjudicator"), "ClockLapsed");

        assertThat(holder.getJsonObject("body").getString("en"))
                .endsWith("The case goes on without it; an answer is still taken before a draft ruling.");
        assertThat(advocate.getJsonObject("body").getString("en")).endsWith("The case goes on without the answer.");
        assertThat(adjudicator.getJsonObject("body").getString("en")).endsWith("you may draft the ruling.");
    }

    @Test
    void the_head_of_a_department_learns_that_its_time_is_up() {
        suite.cases.publish(
                "cas_903",
                "cas_903:clocks",
                "ClockLapsed",
                ChannelsSuite.AT,
                clock("903", "FIRST_RESPONSE")
                        .put("percent", 100)
                        .put("holderId", "adv-903")
                        .put("headId", "lead-903"));

        JsonObject head = ChannelsSuite.awaitNotice(suite.staff("lead-903", "advocate"), "ClockLapsed");

        assertThat(head.getJsonObject("title").getString("en"))
                .isEqualTo("Case cas_903: the time for the first response is up");
        assertThat(head.getJsonObject("body").getString("en"))
                .endsWith("It lies with your department, which is charged with the time.");
    }

    private static JsonObject clock(String number, String kind) {
        return new JsonObject()
                .put("caseId", "cas_" + number)
                .put("merchantId", "m-" + number)
                .put("clock", kind)
                .put("round", 1)
                .put("role", "ADJUDICATOR")
                .put("startedAt", "2018-04-20T10:00:00+08:00")
                .put("at", "2018-04-27T10:00:00+08:00")
                .put("dueAt", "2018-04-28T10:00:00+08:00");
    }
}
