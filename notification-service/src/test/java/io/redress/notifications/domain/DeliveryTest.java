package io.redress.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.notifications.domain.Delivery.News;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private static final Instant TEN = Instant.parse("2018-04-20T02:00:00Z");
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));

    private final Delivery queued = Delivery.queue("not_1", Channel.EMAIL, "a@b.example", TEN, Optional.empty())
            .delivery();

    @Test
    void a_relays_yes_is_no_acceptance_and_the_recipients_own_servers_is() {
        Delivery.Change relayed = queued.sent("250", false, TEN);
        Delivery.Change direct = queued.sent("250", true, TEN);

        assertThat(relayed.delivery().state()).isEqualTo(DeliveryState.SENT);
        assertThat(relayed.news()).isEqualTo(News.NONE);
        assertThat(direct.delivery().state()).isEqualTo(DeliveryState.ACCEPTED);
        assertThat(direct.news()).isEqualTo(News.ACCEPTED);
    }

    @Test
    void a_report_counts_between_the_sending_and_now() {
        Delivery sent = queued.sent("250", false, TEN).delivery();

        assertThat(at(sent.reportedAccepted("e", TEN.minusSeconds(60), ELEVEN))).isEqualTo(TEN);
        assertThat(at(sent.reportedAccepted("e", TEN.plusSeconds(60), ELEVEN))).isEqualTo(TEN.plusSeconds(60));
        assertThat(at(sent.reportedAccepted("e", ELEVEN.plusSeconds(60), ELEVEN)))
                .isEqualTo(ELEVEN);
    }

    @Test
    void the_same_report_again_is_nothing() {
        Delivery accepted = queued.sent("250", false, TEN)
                .delivery()
                .reportedAccepted("e", TEN, TEN)
                .delivery();
        Delivery bounced = accepted.reportedBounced("e", TEN, TEN).delivery();

        assertThat(accepted.reportedAccepted("e", ELEVEN, ELEVEN).steps()).isEmpty();
        assertThat(bounced.reportedBounced("e", ELEVEN, ELEVEN).steps()).isEmpty();
    }

    @Test
    void an_acceptance_after_a_bounce_is_evidence_and_no_news() {
        Delivery bounced = queued.refused("550", TEN).delivery();

        Delivery.Change accepted = bounced.reportedAccepted("e", ELEVEN, ELEVEN);

        assertThat(accepted.steps()).hasSize(1);
        assertThat(accepted.news()).isEqualTo(News.NONE);
        assertThat(accepted.delivery().state()).isEqualTo(DeliveryState.BOUNCED);
    }

    @Test
    void evidence_is_one_bounded_line() {
        DeliveryStep step = new DeliveryStep(DeliveryState.SENT, TEN, "250 ok\r\n" + "x".repeat(2_000));

        assertThat(step.evidence()).hasSize(512).startsWith("250 ok x").doesNotContain("\n");
    }

    @Test
    void retries_follow_the_table_spread_by_a_fifth_and_end() {
        RetryTable table = new RetryTable(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));

        assertThat(table.pauseAfter(1, 0)).contains(Duration.ofSeconds(48));
        assertThat(table.pauseAfter(1, 0.5)).contains(Duration.ofMinutes(1));
        assertThat(table.pauseAfter(2, 1)).contains(Duration.ofMinutes(6));
        assertThat(table.pauseAfter(3, 0.5)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // from 22:00 to 08:00 in Shanghai, which is 14:00 to 00:00 UTC
        "2018-04-20T13:59:59Z,",
        "2018-04-20T14:00:00Z, 2018-04-21T00:00:00Z",
        "2018-04-20T23:59:59Z, 2018-04-21T00:00:00Z",
        "2018-04-21T00:00:00Z,",
        "2018-04-20T18:00:00Z, 2018-04-21T00:00:00Z"
    })
    void quiet_hours_may_span_midnight(Instant now, Instant end) {
        QuietHours nights = new QuietHours(LocalTime.of(22, 0), LocalTime.of(8, 0), ZoneId.of("Asia/Shanghai"));

        assertThat(nights.endAfter(now)).isEqualTo(Optional.ofNullable(end));
    }

    @Test
    void quiet_hours_end_by_local_time_when_clocks_change() {
        // in the night to 25 March 2018 Berlin goes from 02:00 to 03:00: at 07:00 it is 05:00 UTC, not 06:00
        QuietHours nights = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("Europe/Berlin"));

        assertThat(nights.endAfter(Instant.parse("2018-03-24T22:00:00Z")))
                .contains(Instant.parse("2018-03-25T05:00:00Z"));
    }

    @Test
    void critical_notices_go_by_every_channel_whatever_is_wanted() {
        Preferences nothing = new Preferences(Optional.empty(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

        assertThat(nothing.channels(Severity.CRITICAL)).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        assertThat(nothing.channels(Severity.IMPORTANT)).isEmpty();
        assertThat(Preferences.DEFAULT.channels(Severity.IMPORTANT)).containsExactly(Channel.EMAIL);
        assertThat(Preferences.DEFAULT.channels(Severity.INFORMATION)).isEmpty();
    }

    private static Instant at(Delivery.Change change) {
        return change.steps().get(0).at();
    }
}
