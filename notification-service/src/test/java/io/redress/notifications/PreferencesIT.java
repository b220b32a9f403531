package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.TextMessage;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How recipients want to be told, and what severity makes of it; with a gateway of text messages. */
class PreferencesIT {
    private static final String PATH = "/v1/preferences";

    private static SmsGateway gateway;
    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        gateway = new SmsGateway(TestInfrastructure.get().vertx());
        gateway.unknown("+8613800000404");
        suite = new ChannelsSuite(Map.of("REDRESS_SMS_URL", gateway.url(), "REDRESS_SMS_SECRET", "sms-secret"));
    }

    @AfterAll
    static void stop() {
        suite.close();
        gateway.close();
    }

    @BeforeEach
    void morning() {
        suite.clock.set(ChannelsSuite.AT);
    }

    @Test
    void are_the_default_until_something_is_said_and_then_what_was_said() {
        ApiClient merchant = suite.merchant("m-401");
        Answer before = merchant.get(PATH);
        assertThat(before.etag()).isEqualTo("\"0\"");
        assertThat(before.json())
                .isEqualTo(new JsonObject()
                        .put(
                                "channels",
                                new JsonObject()
                                        .put("important", new JsonArray().add("EMAIL"))
                                        .put("information", new JsonArray())));
        JsonObject wanted = nights().put("smsNumber", "+8613800000401").put("language", "en");

        Answer put = merchant.ifMatch(before).put(PATH, wanted);

        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(put.etag()).isEqualTo("\"1\"");
        assertThat(merchant.get(PATH).json()).isEqualTo(wanted);
        assertThat(suite.merchant("m-402").get(PATH).etag()).isEqualTo("\"0\"");
        JsonObject event = suite.published.await("preferences:MERCHANT:m-401", "PreferencesChanged");
        assertThat(event.getJsonObject("data").fieldNames()).containsExactlyInAnyOrder("merchantId", "recipient");
        assertThat(suite.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void are_refused_when_they_make_no_sense_or_are_out_of_date() {
        ApiClient merchant = suite.merchant("m-403");
        Answer before = merchant.get(PATH);

        assertThat(merchant.put(PATH, nights()).code()).isEqualTo("precondition-required");
        assertThat(merchant.ifMatch(before).put(PATH, choice("SMS")).code()).isEqualTo("sms-number-missing");
        JsonObject empty = choice("EMAIL").put("quietHours", hours("08:00", "08:00", "Asia/Shanghai"));
        assertThat(merchant.ifMatch(before).put(PATH, empty).code()).isEqualTo("quiet-hours-invalid");
        JsonObject nowhere = choice("EMAIL").put("quietHours", hours("22:00", "08:00", "Asia/Nowhere"));
        assertThat(merchant.ifMatch(before).put(PATH, nowhere).status()).isEqualTo(422);
        for (JsonObject invalid : List.of(
                choice("PIGEON"),
                choice("EMAIL").put("unknown", 1),
                choice("EMAIL").put("smsNumber", "110"),
                choice("EMAIL").put("quietHours", hours("25:00", "08:00", "Asia/Shanghai")))) {
            assertThat(merchant.ifMatch(before).put(PATH, invalid).code()).isEqualTo("validation-failed");
        }
        assertThat(merchant.ifMatch(before).put(PATH, nights()).status()).isEqualTo(200);
        assertThat(merchant.ifMatch(before).put(PATH, choice("EMAIL")).code()).isEqualTo("version-conflict");
        assertThat(suite.anonymous().get(PATH).status()).isEqualTo(401);
    }

    @Test
    void important_notices_wait_for_the_end_of_quiet_hours_and_critical_ones_do_not() {
        String address = suite.register("m-404", "zh");
        say("m-404", nights());
        suite.clock.set("2018-04-20T23:30:00+08:00");

        JsonObject withdrawn = suite.withdrawn("m-404");
        JsonObject statement = suite.statement("m-404");
        suite.delivery(statement, "EMAIL", "ACCEPTED");

        JsonObject held = suite.deliveryNow(withdrawn, "EMAIL");
        assertThat(held.getString("state")).isEqualTo("QUEUED");
        assertThat(ChannelsSuite.evidence(held, 0)).isEqualTo("quiet hours until 2018-04-21T00:00:00Z");
        assertThat(suite.mail.mails(address)).hasSize(1);

        suite.clock.set("2018-04-21T08:00:00+08:00");

        JsonObject sent = suite.delivery(withdrawn, "EMAIL", "ACCEPTED");
        assertThat(sent.getJsonArray("steps").getJsonObject(3).getString("at")).isEqualTo("2018-04-21T00:00:00Z");
        assertThat(suite.mail.mails(address)).hasSize(2);
    }

    @Test
    void what_is_not_wanted_by_mail_lies_in_the_inbox_only() {
        suite.register("m-405", "zh");
        JsonObject none = new JsonObject()
                .put(
                        "channels",
                        new JsonObject().put("important", new JsonArray()).put("information", new JsonArray()));
        say("m-405", none);

        JsonObject withdrawn = suite.withdrawn("m-405");
        JsonObject statement = suite.statement("m-405");

        suite.delivery(statement, "EMAIL", "ACCEPTED");
        assertThat(suite.deliveryNow(withdrawn, "EMAIL")).isNull();
        assertThat(suite.deliveryNow(withdrawn, "INBOX").getString("state")).isEqualTo("SENT");
    }

    @Test
    void a_critical_notice_goes_by_text_message_too_with_its_title_and_nothing_else() {
        suite.register("m-406", "en");
        say("m-406", choice("EMAIL").put("smsNumber", "+8613800000406"));

        JsonObject statement = suite.statement("m-406");

        JsonObject delivery = suite.delivery(statement, "SMS", "SENT");
        assertThat(ChannelsSuite.evidence(delivery, 1)).isEqualTo("202 queued");
        assertThat(delivery.getString("address")).isEqualTo("…406");
        assertThat(gateway.arrived())
                .filteredOn(message -> message.to().equals("+8613800000406"))
                .containsExactly(new TextMessage(
                        statement.getString("id"),
                        "+8613800000406",
                        statement.getJsonObject("title").getString("zh")));
        assertThat(gateway.authorizations()).containsOnly("Bearer sms-secret");
    }

    @Test
    void a_number_that_does_not_exist_is_a_bounce_of_the_text_message_and_the_mail_is_accepted_all_the_same() {
        suite.register("m-407", "zh");
        say("m-407", choice("EMAIL").put("smsNumber", "+8613800000404"));

        JsonObject statement = suite.statement("m-407");

        suite.delivery(statement, "SMS", "BOUNCED");
        suite.delivery(statement, "EMAIL", "ACCEPTED");
        JsonObject bounced = suite.published.await(statement.getString("id"), "NoticeBounced");
        assertThat(bounced.getJsonObject("data").getString("channel")).isEqualTo("SMS");
    }

    @Test
    void the_wanted_language_is_that_of_the_mail() throws Exception {
        String address = suite.register("m-408", "zh");
        say("m-408", choice("EMAIL").put("language", "en"));

        JsonObject withdrawn = suite.withdrawn("m-408");

        suite.delivery(withdrawn, "EMAIL", "ACCEPTED");
        assertThat(suite.mail.mails(address).get(0).getSubject())
                .isEqualTo(withdrawn.getJsonObject("title").getString("en"));
    }

    @Test
    void an_acknowledgement_is_a_reading_too_and_is_told_once() {
        JsonObject notice = suite.statement("m-409");
        String path = "/v1/notices/" + notice.getString("id") + "/acknowledge";

        Answer first = suite.merchant("m-409").post(path, new JsonObject());
        Answer second = suite.merchant("m-409").post(path, new JsonObject());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json().getString("acknowledgedAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(first.json().getString("readAt")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(second.text()).isEqualTo(first.text());
        suite.published.await(notice.getString("id"), "NoticeAcknowledged");
        assertThat(suite.published.types(notice.getString("id")))
                .containsExactly("NoticeStored", "NoticeRead", "NoticeAcknowledged");
        assertThat(ChannelsSuite.states(suite.deliveryNow(notice, "INBOX")))
                .containsExactly("SENT", "READ", "ACKNOWLEDGED");
        assertThat(suite.merchant("m-999").post(path, new JsonObject()).status())
                .isEqualTo(404);
        assertThat(suite.staff("ops-1", "operator").post(path, new JsonObject()).status())
                .isEqualTo(404);
    }

    @Test
    void the_management_port_says_which_channels_are_on() {
        JsonObject channels = suite.management().get("/channels").json();

        assertThat(channels)
                .isEqualTo(
                        new JsonObject().put("INBOX", "on").put("EMAIL", "on").put("SMS", "on"));
        assertThat(suite.management().get("/metrics").text()).contains("redress_channel_on{channel=\"SMS\"} 1.0");
    }

    private static void say(String merchantId, JsonObject preferences) {
        ApiClient merchant = suite.merchant(merchantId);
        Answer put = merchant.ifMatch(merchant.get(PATH)).put(PATH, preferences);
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    private static JsonObject choice(String important) {
        return new JsonObject()
                .put(
                        "channels",
                        new JsonObject()
                                .put("important", new JsonArray().add(important))
                                .put("information", new JsonArray()));
    }

    private static JsonObject nights() {
        return choice("EMAIL").put("quietHours", hours("22:00", "08:00", "Asia/Shanghai"));
    }

    private static JsonObject hours(String from, String to, String zone) {
        return new JsonObject().put("from", from).put("to", to).put("zone", zone);
    }
}
