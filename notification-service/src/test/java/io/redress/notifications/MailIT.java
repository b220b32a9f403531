package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Notices by e-mail, where the configured server is the recipient's own. */
class MailIT {
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
    void a_statement_goes_by_mail_and_the_recipients_servers_yes_is_told() throws Exception {
        String address = suite.register("m-621", "zh");
        JsonObject notice = suite.statement("m-621");

        JsonObject delivery = suite.delivery(notice, "EMAIL", "ACCEPTED");

        assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "SENT", "ACCEPTED");
        assertThat(delivery.getString("address")).isEqualTo("o…@shops.example");
        assertThat(delivery.getJsonArray("steps").getJsonObject(2).getString("at"))
                .isEqualTo("2018-04-20T02:00:00Z");
        MimeMessage mail = only(address);
        assertThat(mail.getMessageID()).isEqualTo("<" + notice.getString("id") + "@redress.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("zh-CN");
        assertThat(mail.getSubject()).isEqualTo(notice.getJsonObject("title").getString("zh"));
        Multipart parts = (Multipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("处罚告知书全文")
                .contains("https://redress.example/v1/notices/" + notice.getString("id"));
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(1).getContent().toString()).contains("<p>处罚告知书全文</p>");
        JsonObject accepted = suite.published.await(notice.getString("id"), "NoticeAccepted");
        assertThat(accepted.getJsonObject("data").getString("channel")).isEqualTo("EMAIL");
        assertThat(accepted.getJsonObject("data").getString("type")).isEqualTo("StatementIssued");
        assertThat(accepted.getJsonObject("data").getString("at")).isEqualTo("2018-04-20T02:00:00Z");
    }

    @Test
    void a_refused_address_is_a_bounce_that_merchant_and_desk_are_told_of_in_the_inbox() {
        String address = suite.register("m-622", "en");
        suite.mail.answer(address, "550 5.1.1 no such mailbox");
        JsonObject notice = suite.statement("m-622");

        JsonObject delivery = suite.delivery(notice, "EMAIL", "BOUNCED");

        assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "BOUNCED");
        assertThat(ChannelsSuite.evidence(delivery, 1)).contains("550 5.1.1 no such mailbox");
        JsonObject event = suite.published.await(notice.getString("id"), "NoticeBounced");
        assertThat(event.getJsonObject("data").getString("reason")).contains("550 5.1.1");
        JsonObject told = suite.notice("m-622", "NoticeBounced");
        assertThat(told.getJsonObject("body").getString("en"))
                .contains(notice.getJsonObject("title").getString("en"))
                .contains("No time limit begins");
        assertThat(suite.deliveryNow(told, "EMAIL")).isNull();
        JsonObject desk = ChannelsSuite.awaitNotice(suite.staff("desk-1", "operator"), "NoticeBounced");
        assertThat(desk.getJsonObject("title").getString("en")).contains("m-622");
        assertThat(suite.published.types(notice.getString("id"))).doesNotContain("NoticeAccepted");
    }

    @Test
    void the_advocate_of_the_case_is_told_of_a_bounce_instead_of_the_desk() {
        String address = suite.register("m-623", "zh");
        suite.cases.publish(
                "cas_623",
                "cas_623",
                "CaseOpened",
                ChannelsSuite.AT,
                new JsonObject()
                        .put("caseId", "cas_623")
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-623")
                        .put("penaltyId", "pen_ofm623")
                        .put("openedBy", "adv-623")
                        .put("ownMotion", true)
                        .put("language", "zh"));
        suite.cases.publish(
                "cas_623",
                "cas_623",
                "AdvocateAssigned",
                ChannelsSuite.AT,
                new JsonObject()
                        .put("caseId", "cas_623")
                        .put("merchantId", "m-623")
                        .put("advocateId", "adv-623"));
        ChannelsSuite.awaitNotice(suite.staff("adv-623", "advocate"), "AdvocateAssigned");
        // the mails about the case may still be on their way, and get one of these answers each
        String refusal = "550 5.1.1 no such mailbox";
        suite.mail.answer(address, refusal, refusal, refusal);
        JsonObject notice = suite.statement("m-623");

        ChannelsSuite.awaitNotice(suite.staff("adv-623", "advocate"), "NoticeBounced");

        String path = "/v1/notices/" + notice.getString("id");
        assertThat(suite.staff("adv-623", "advocate").get(path).status()).isEqualTo(200);
        assertThat(suite.staff("adv-624", "advocate").get(path).status()).isEqualTo(404);
        assertThat(suite.staff("eve-1", "integrity").get(path).status()).isEqualTo(200);
        assertThat(suite.staff("enf-1", "enforcement").get(path).status()).isEqualTo(404);
        assertThat(suite.merchant("m-999").get(path).status()).isEqualTo(404);
    }

    @Test
    void a_server_that_is_busy_is_asked_again() {
        String address = suite.register("m-624", "zh");
        suite.mail.answer(address, "451 4.3.2 try again later");
        JsonObject notice = suite.statement("m-624");

        JsonObject delivery = suite.delivery(notice, "EMAIL", "ACCEPTED");

        assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "QUEUED", "SENT", "ACCEPTED");
        assertThat(ChannelsSuite.evidence(delivery, 1)).contains("451 4.3.2");
        assertThat(suite.mail.mails(address)).hasSize(1);
    }

    @Test
    void after_the_last_attempt_a_delivery_is_given_up_and_nobody_says_that_the_address_is_wrong() {
        String address = suite.register("m-625", "zh");
        suite.mail.answer(address, "451 4.3.2 later", "451 4.3.2 later", "451 4.3.2 later");
        JsonObject notice = suite.statement("m-625");

        JsonObject delivery = suite.delivery(notice, "EMAIL", "FAILED");

        assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "QUEUED", "QUEUED", "FAILED");
        assertThat(suite.published.types(notice.getString("id"))).containsOnly("NoticeStored");
    }

    @Test
    void a_server_that_is_away_loses_nothing() {
        String address = suite.register("m-626", "zh");
        suite.mail.close();
        JsonObject notice = suite.statement("m-626");
        await("the server was missed")
                .atMost(ChannelsSuite.LONG)
                .until(() -> TestSql.number("SELECT count(*) FROM notifications.delivery WHERE notice_id = '"
                                + notice.getString("id") + "' AND not_before > now()")
                        == 1);
        suite.mail.start();

        JsonObject delivery = suite.delivery(notice, "EMAIL", "ACCEPTED");

        assertThat(ChannelsSuite.states(delivery)).containsExactly("QUEUED", "SENT", "ACCEPTED");
        assertThat(suite.mail.mails(address)).hasSize(1);
    }

    @Test
    void the_evidence_cannot_be_changed_even_in_the_database() {
        suite.register("m-627", "zh");
        JsonObject notice = suite.statement("m-627");
        suite.delivery(notice, "EMAIL", "ACCEPTED");

        org.assertj.core.api.Assertions.assertThatThrownBy(() ->
                        TestSql.execute("UPDATE notifications.delivery_step SET evidence = 'x' WHERE notice_id = '"
                                + notice.getString("id") + "'"))
                .hasMessageContaining("append-only");
    }

    private static MimeMessage only(String address) {
        assertThat(suite.mail.mails(address)).hasSize(1);
        return suite.mail.mails(address).get(0);
    }
}
