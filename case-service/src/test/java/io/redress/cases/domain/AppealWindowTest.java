package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.AppealWindow.Event;
import io.redress.cases.domain.AppealWindow.Status;
import io.redress.kit.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppealWindowTest {

    private static final Instant ISSUED = at("2018-04-20T10:00:00+08:00");
    private static final AppealWindow UNANNOUNCED = AppealWindow.of("pen_1", "m-1004", "s-2004");
    private static final AppealWindow ANNOUNCED = UNANNOUNCED
            .announced(new AppealWindow.Statement("sta_1", ISSUED, Duration.ofDays(14), Duration.ofDays(3)))
            .state();

    @Test
    void runsFourteenDaysFromTheReadingOfTheStatement() {
        AppealWindow.Change read = ANNOUNCED.delivered(at("2018-04-20T10:00:30+08:00"));

        assertThat(read.events()).containsExactly(Event.APPEAL_WINDOW_OPENED);
        assertThat(read.state().status()).isEqualTo(Status.RUNNING);
        assertThat(read.state().closesAt()).contains(at("2018-05-04T10:00:30+08:00"));
    }

    @Test
    void readingAfterDeemedDeliveryCountsAsDeemedDelivery() {
        AppealWindow late = ANNOUNCED.delivered(at("2018-04-25T10:00:00+08:00")).state();

        assertThat(late.deliveredAt()).contains(at("2018-04-23T10:00:00+08:00"));
    }

    @Test
    void aStatementThatCameBackIsNeverDeemedDelivered() {
        AppealWindow bounced =
                ANNOUNCED.bounced(at("2018-04-20T10:05:00+08:00")).state();

        AppealWindow.Change deemed = bounced.deemed(at("2018-04-23T10:00:00+08:00"));

        assertThat(deemed.events()).isEmpty();
        assertThat(deemed.state().status()).isEqualTo(Status.AWAITING_DELIVERY);
    }

    @Test
    void readingAStatementThatCameBackStartsTheWindowThen() {
        AppealWindow bounced =
                ANNOUNCED.bounced(at("2018-04-20T10:05:00+08:00")).state();

        AppealWindow read = bounced.delivered(at("2018-06-01T10:00:00+08:00")).state();

        assertThat(read.closesAt()).contains(at("2018-06-15T10:00:00+08:00"));
    }

    @Test
    void aBounceAfterDeliveryChangesNothing() {
        AppealWindow read = ANNOUNCED.delivered(ISSUED).state();

        assertThat(read.bounced(at("2018-04-21T10:00:00+08:00")).state()).isEqualTo(read);
    }

    @Test
    void theFirstEvidenceOfDeliveryCounts() {
        AppealWindow read = ANNOUNCED.delivered(at("2018-04-21T10:00:00+08:00")).state();

        AppealWindow.Change again = read.delivered(at("2018-04-20T11:00:00+08:00"));

        assertThat(again.events()).isEmpty();
        assertThat(again.state()).isEqualTo(read);
    }

    @Test
    void aCaseCanBeOpenedBeforeDeliveryAndBeforeTheStatement() {
        assertThat(ANNOUNCED.stop(ISSUED)).isInstanceOf(Outcome.Done.class);
        assertThat(UNANNOUNCED.stop(ISSUED)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void aCaseCanBeOpenedUntilTheWindowClosesAndNotAtThatInstant() {
        AppealWindow read = ANNOUNCED.delivered(ISSUED).state();

        assertThat(read.stop(at("2018-05-04T09:59:59+08:00"))).isInstanceOf(Outcome.Done.class);
        assertThat(CaseFixtures.refusal(read.stop(at("2018-05-04T10:00:00+08:00")))
                        .code())
                .isEqualTo(CaseRefusal.APPEAL_WINDOW_CLOSED);
    }

    @Test
    void aWithdrawnCaseLeavesWhatWasLeftOfTheWindow() {
        AppealWindow stopped = stop(ANNOUNCED.delivered(ISSUED).state(), "2018-04-30T10:00:00+08:00");

        AppealWindow runsOn = stopped.runOn(at("2018-06-01T10:00:00+08:00")).state();

        // ten of fourteen days had passed: four are left
        assertThat(runsOn.closesAt()).contains(at("2018-06-05T10:00:00+08:00"));
        assertThat(runsOn.status()).isEqualTo(Status.RUNNING);
    }

    @Test
    void deliveryDuringACaseLeavesTheWholeWindowAfterwards() {
        AppealWindow stopped = stop(ANNOUNCED, "2018-04-20T11:00:00+08:00");
        AppealWindow delivered =
                stopped.delivered(at("2018-04-22T10:00:00+08:00")).state();

        assertThat(delivered.status()).isEqualTo(Status.STOPPED);
        assertThat(delivered.runOn(at("2018-05-02T10:00:00+08:00")).state().closesAt())
                .contains(at("2018-05-16T10:00:00+08:00"));
    }

    @Test
    void aCaseWithdrawnBeforeDeliveryLeavesTheWindowWaiting() {
        AppealWindow waiting = stop(ANNOUNCED, "2018-04-20T11:00:00+08:00")
                .runOn(at("2018-04-20T12:00:00+08:00"))
                .state();

        assertThat(waiting.status()).isEqualTo(Status.AWAITING_DELIVERY);
        assertThat(waiting.closesAt()).isEqualTo(Optional.empty());
    }

    @Test
    void closesOnceAtItsEnd() {
        AppealWindow read = ANNOUNCED.delivered(ISSUED).state();

        AppealWindow.Change closed = read.lapse(at("2018-05-04T10:00:00+08:00"));

        assertThat(closed.events()).containsExactly(Event.APPEAL_WINDOW_CLOSED);
        assertThat(closed.state().lapse(at("2018-05-05T10:00:00+08:00")).events())
                .isEmpty();
        assertThat(CaseFixtures.refusal(closed.state().stop(at("2018-05-05T10:00:00+08:00")))
                        .code())
                .isEqualTo(CaseRefusal.APPEAL_WINDOW_CLOSED);
    }

    @Test
    void doesNotCloseEarlyOrWhileACaseIsOpen() {
        AppealWindow read = ANNOUNCED.delivered(ISSUED).state();

        assertThat(read.lapse(at("2018-05-04T09:59:59+08:00")).events()).isEmpty();
        assertThat(stop(read, "2018-04-30T10:00:00+08:00")
                        .lapse(at("2018-05-04T10:00:00+08:00"))
                        .events())
                .isEmpty();
    }

    private static AppealWindow stop(AppealWindow window, String time) {
        if (window.stop(at(time)) instanceof Outcome.Done<AppealWindow.Change> done) {
            return done.value().state();
        }
        throw new AssertionError("refused");
    }
}
