package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That there is a message is told to the one of the two who did not write it. */
class MessageNoticesIT {
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
    void the_merchant_is_told_that_the_advocate_needs_an_answer_and_the_advocate_that_it_came() {
        suite.cases.publish(
                "cas_951",
                "cas_951:messages",
                "MessageSent",
                ChannelsSuite.AT,
                message("ADVOCATE", true).put("awaitedUntil", "2018-05-04T08:00:00Z"));
        suite.cases.publish("cas_951", "cas_951:messages", "MessageSent", ChannelsSuite.AT, message("MERCHANT", false));

        JsonObject merchants = ChannelsSuite.awaitNotice(suite.merchant("m-951"), "MessageSent");
        JsonObject advocates = ChannelsSuite.awaitNotice(suite.staff("adv-951", "advocate"), "MessageSent");

        assertThat(merchants.getJsonObject("title").getString("zh")).isEqualTo("您的辩护人在案件 cas_951 中需要您的答复");
        assertThat(merchants.getJsonObject("title").getString("en"))
                .isEqualTo("Your advocate needs your answer in case cas_951");
        assertThat(advocates.getJsonObject("title").getString("en"))
                .isEqualTo("The merchant wrote to you in case cas_951");
        assertThat(suite.merchant("m-951").get("/v1/notices").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(suite.staff("adv-951", "advocate").get("/v1/notices").json().getJsonArray("items"))
                .hasSize(1);
    }

    private static JsonObject message(String from, boolean asks) {
        return new JsonObject()
                .put("caseId", "cas_951")
                .put("merchantId", "m-951")
                .put("messageId", "msg_" + from.toLowerCase(java.util.Locale.ROOT))
                .put("from", from)
                .put("asks", asks)
                .put("advocateId", "adv-951");
    }
}
