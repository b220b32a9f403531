package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Notices by e-mail over a relay, whose yes says nothing of the recipient; reports say what became of them. */
class RelayIT {
    private static ChannelsSuite suite;

    @BeforeAll
    static void start() {
        suite = new ChannelsSuite(Map.of("REDRESS_SMTP_ACCEPTANCE", "relay"));
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @BeforeEach
    void morning() {
        suite.clock.set(ChannelsSuite.AT);
    }

    @Test
    void what_a_relay_took_is_sent_and_accepted_only_when_that_is_reported() {
        JsonObject notice = sent("m-501");
        assertThat(suite.published.types(notice.getString("id"))).containsExactly("NoticeStored");
        suite.clock.set("2018-04-20T12:00:00+08:00");

        Answer first = report(notice, "ACCEPTED", "2018-04-20T11:00:00+08:00");
        Answer second = report(notice, "ACCEPTED", "2018-04-20T11:30:00+08:00");

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(first.json())
                .isEqualTo(new JsonObject()
                        .put("noticeId", notice.getString("id"))
                        .put("channel", "EMAIL")
                        .put("state", "ACCEPTED"));
        assertThat(second.json()).isEqualTo(first.json());
        JsonObject accepted = suite.published.await(notice.getString("id"), "NoticeAccepted");
        assertThat(accepted.getJsonObject("data").getString("at")).isEqualTo("2018-04-20T03:00:00Z");
        assertThat(ChannelsSuite.states(suite.deliveryNow(notice, "EMAIL")))
                .containsExactly("QUEUED", "SENT", "ACCEPTED");
    }

    @Test
    void a_report_counts_no_earlier_than_the_sending_and_no_later_than_now() {
        JsonObject early = sent("m-502");
        JsonObject late = sent("m-503");
        suite.clock.set("2018-04-20T12:00:00+08:00");

        report(early, "ACCEPTED", "2018-04-19T10:00:00+08:00");
        report(late, "ACCEPTED", "2019-01-01T00:00:00+08:00");

        assertThat(acceptedAt(early)).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(acceptedAt(late)).isEqualTo("2018-04-20T04:00:00Z");
        assertThat(ChannelsSuite.evidence(suite.deliveryNow(late, "EMAIL"), 2)).contains("2018-12-31T16:00:00Z");
    }

    @Test
    void a_late_bounce_is_told_even_after_acceptance() {
        JsonObject notice = sent("m-504");
        report(notice, "ACCEPTED", ChannelsSuite.AT);

        Answer bounced = report(notice, "BOUNCED", ChannelsSuite.AT);

        assertThat(bounced.json().getString("state")).isEqualTo("BOUNCED");
        suite.published.await(notice.getString("id"), "NoticeBounced");
        suite.notice("m-504", "NoticeBounced");
    }

    @Test
    void an_acceptance_after_a_bounce_is_evidence_and_starts_nothing() {
        JsonObject notice = sent("m-505");
        report(notice, "BOUNCED", ChannelsSuite.AT);

        Answer accepted = report(notice, "ACCEPTED", ChannelsSuite.AT);

        assertThat(accepted.json().getString("state")).isEqualTo("BOUNCED");
        assertThat(ChannelsSuite.states(suite.deliveryNow(notice, "EMAIL")))
                .containsExactly("QUEUED", "SENT", "BOUNCED", "ACCEPTED");
        suite.published.await(notice.getString("id"), "NoticeBounced");
        assertThat(suite.published.types(notice.getString("id"))).doesNotContain("NoticeAccepted");
    }

    @Test
    void reports_are_refused_of_unknown_mails_from_others_than_machines_and_when_they_are_malformed() {
        JsonObject notice = sent("m-506");
        JsonObject good = body(notice, "ACCEPTED", ChannelsSuite.AT);
        ApiClient machine = suite.staff("mail-provider", "machine");

        assertThat(machine.post("/v1/mail-reports", good.copy().put("messageId", "<not_1@redress.example>"))
                        .code())
                .isEqualTo("not-found");
        assertThat(machine.post(
                                "/v1/mail-reports",
                                good.copy().put("messageId", notice.getString("id") + "@elsewhere.example"))
                        .status())
                .isEqualTo(404);
        assertThat(suite.merchant("m-506").post("/v1/mail-reports", good).status())
                .isEqualTo(403);
        assertThat(suite.anonymous().post("/v1/mail-reports", good).status()).isEqualTo(401);
        for (JsonObject bad : java.util.List.of(
                good.copy().put("result", "MAYBE"),
                good.copy().put("at", "yesterday"),
                good.copy().put("at", "2018-13-45T10:00:00+08:00"),
                good.copy().put("more", 1))) {
            assertThat(machine.post("/v1/mail-reports", bad).code()).isEqualTo("validation-failed");
        }
        assertThat(machine.send("POST", "/v1/mail-reports", java.util.Optional.of(good.encode()))
                        .code())
                .isEqualTo("idempotency-key-missing");
        assertThat(suite.deliveryNow(notice, "EMAIL").getString("state")).isEqualTo("SENT");
    }

    private static JsonObject sent(String merchantId) {
        suite.register(merchantId, "zh");
        JsonObject notice = suite.statement(merchantId);
        suite.delivery(notice, "EMAIL", "SENT");
        return notice;
    }

    private static Answer report(JsonObject notice, String result, String at) {
        return suite.staff("mail-provider", "machine").post("/v1/mail-reports", body(notice, result, at));
    }

    private static JsonObject body(JsonObject notice, String result, String at) {
        return new JsonObject()
                .put("messageId", "<" + notice.getString("id") + "@redress.example>")
                .put("result", result)
                .put("at", at);
    }

    private static String acceptedAt(JsonObject notice) {
        return suite.published
                .await(notice.getString("id"), "NoticeAccepted")
                .getJsonObject("data")
                .getString("at");
    }
}
