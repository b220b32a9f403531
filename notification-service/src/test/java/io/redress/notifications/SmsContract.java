package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.app.Carrier;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.SendResult;
import io.redress.notifications.domain.TextMessage;
import io.redress.notifications.domain.template.TemplateRef;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every carrier of text messages keeps to. */
abstract class SmsContract {
    private static final String NUMBER = "+8613800000501";

    abstract Carrier carrier();

    abstract SmsNetwork network();

    @Test
    void what_is_taken_has_arrived_once_with_its_title_and_is_no_evidence_of_acceptance() {
        SendResult result = send("not_1");

        assertThat(result).isEqualTo(new SendResult.Taken("202 queued"));
        assertThat(network().arrived()).containsExactly(new TextMessage("not_1", NUMBER, "Statement"));
        assertThat(carrier().channel()).isEqualTo(Channel.SMS);
        assertThat(carrier().takenIsAccepted()).isFalse();
    }

    @Test
    void the_same_notice_sent_again_arrives_once_and_another_beside_it() {
        send("not_1");
        assertThat(send("not_1")).isInstanceOf(SendResult.Taken.class);
        send("not_2");

        assertThat(network().arrived()).extracting(TextMessage::reference).containsExactly("not_1", "not_2");
    }

    @Test
    void an_unknown_number_is_refused_for_good() {
        network().unknown(NUMBER);

        assertThat(send("not_1")).isEqualTo(new SendResult.Refused("404 no such number"));
        assertThat(network().arrived()).isEmpty();
    }

    @Test
    void a_busy_gateway_defers_and_takes_it_later() {
        network().busyOnce();

        assertThat(send("not_1")).isEqualTo(new SendResult.Deferred("429 too many"));
        assertThat(network().arrived()).isEmpty();
        assertThat(send("not_1")).isInstanceOf(SendResult.Taken.class);
        assertThat(network().arrived()).hasSize(1);
    }

    @Test
    void a_gateway_that_is_away_is_a_result_and_no_failure() {
        network().goAway();

        assertThat(send("not_1")).isInstanceOf(SendResult.Unreachable.class);
        assertThat(network().arrived()).isEmpty();
    }

    private SendResult send(String noticeId) {
        return carrier().send(notice(noticeId), NUMBER).await();
    }

    private static Notice notice(String id) {
        return new Notice(
                id,
                "evt_1",
                NoticeType.STATEMENT_ISSUED,
                Recipient.merchant("m-1004"),
                Optional.of("m-1004"),
                new About(Optional.of("pen_1"), Optional.empty(), Optional.empty(), Optional.empty()),
                Language.EN,
                Optional.of(new TemplateRef("tpl_1", 1)),
                new BilingualText("处罚告知书", "Statement"),
                new BilingualText("正文", "Text"),
                Instant.parse("2018-04-20T02:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }
}
