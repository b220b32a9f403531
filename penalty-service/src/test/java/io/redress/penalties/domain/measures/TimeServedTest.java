package io.redress.penalties.domain.measures;

import static io.redress.penalties.domain.ShopScenario.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** How many days of hiding were served under what contains it, up to 21 April; a closure contains hiding. */
class TimeServedTest {

    private static final Rulebook TWELVE = ShopScenario.RULEBOOKS.version(12).orElseThrow();
    private static final String UNTIL = "2018-04-21";

    @Test
    void nothing_is_served_under_what_does_not_contain_it_or_has_not_begun() {
        assertThat(served()).isEmpty();
        assertThat(served(measure("PAYOUT_HOLD", true, "2018-04-01", null))).isEmpty();
        assertThat(served(measure("SHOP_CLOSURE", false, "2018-04-01", null))).isEmpty();
    }

    @Test
    void a_closure_or_hiding_itself_serves_from_its_beginning_to_its_end_or_until_now() {
        assertThat(served(measure("SHOP_CLOSURE", true, "2018-04-01", null))).contains(days("2018-04-01", 20));
        assertThat(served(measure("SHOP_HIDDEN", true, "2018-04-01", "2018-04-06")))
                .contains(days("2018-04-01", 5));
        assertThat(served(measure("SHOP_HIDDEN", true, "2018-04-01", "2018-04-25")))
                .contains(days("2018-04-01", 20));
    }

    @Test
    void what_overlaps_is_counted_once_and_a_gap_not_at_all() {
        assertThat(served(hidden("2018-04-05", "2018-04-15"), hidden("2018-04-01", "2018-04-10")))
                .contains(days("2018-04-01", 14));
        assertThat(served(hidden("2018-04-01", "2018-04-05"), hidden("2018-04-10", "2018-04-12")))
                .contains(days("2018-04-01", 6));
        assertThat(served(hidden("2018-04-01", "2018-04-05"), hidden("2018-04-05", "2018-04-08")))
                .contains(days("2018-04-01", 7));
        assertThat(served(
                        hidden("2018-04-01", "2018-04-15"),
                        hidden("2018-04-03", "2018-04-06"),
                        hidden("2018-04-08", "2018-04-18")))
                .as("the one in the middle adds nothing and takes nothing away")
                .contains(days("2018-04-01", 17));
    }

    @Test
    void a_pause_is_not_served() {
        Measure closure = measure("SHOP_CLOSURE", true, "2018-04-01", null);

        assertThat(served(paused(closure, new Pause(at("2018-04-03"), Optional.of(at("2018-04-08"))))))
                .contains(days("2018-04-01", 15));
        assertThat(served(paused(closure, new Pause(at("2018-04-03"), Optional.empty()))))
                .contains(days("2018-04-01", 2));
        assertThat(served(paused(
                        closure,
                        new Pause(at("2018-04-03"), Optional.of(at("2018-04-08"))),
                        new Pause(at("2018-04-10"), Optional.of(at("2018-04-14"))))))
                .contains(days("2018-04-01", 11));
        assertThat(served(paused(closure, new Pause(at("2018-04-23"), Optional.of(at("2018-04-25"))))))
                .as("a pause that is still to come")
                .contains(days("2018-04-01", 20));
    }

    @Test
    void a_pause_of_one_is_served_under_the_other() {
        Measure closure = measure("SHOP_CLOSURE", true, "2018-04-01", null);

        assertThat(served(
                        paused(closure, new Pause(at("2018-04-03"), Optional.of(at("2018-04-10")))),
                        hidden("2018-04-05", "2018-04-07")))
                .contains(days("2018-04-01", 15));
    }

    @Test
    void the_rest_ends_when_the_days_that_are_left_have_passed() {
        TimeServed twelveDays = days("2018-04-01", 12);

        assertThat(twelveDays.endsAt(OptionalInt.of(14), at("2018-05-01"))).contains(at("2018-05-03"));
        assertThat(twelveDays.endsAt(OptionalInt.of(10), at("2018-05-01"))).contains(at("2018-04-29"));
        assertThat(twelveDays.endsAt(OptionalInt.empty(), at("2018-05-01"))).isEmpty();
        assertThat(TimeServed.plusDays(at("2018-04-01T10:00:00+08:00"), 2)).isEqualTo(at("2018-04-03T10:00:00+08:00"));
    }

    private static Optional<TimeServed> served(Measure... under) {
        return TimeServed.of("SHOP_HIDDEN", Arrays.asList(under), TWELVE, at(UNTIL));
    }

    private static TimeServed days(String since, int days) {
        return new TimeServed(at(since), Duration.ofDays(days));
    }

    private static Measure hidden(String from, String to) {
        return measure("SHOP_HIDDEN", true, from, to);
    }

    private static Measure paused(Measure measure, Pause... pauses) {
        return new Measure(
                measure.id(),
                measure.penaltyId(),
                measure.ground(),
                measure.kind(),
                measure.days(),
                measure.origin(),
                measure.state(),
                measure.begun(),
                measure.startsAt(),
                measure.endsAt(),
                measure.endedAt(),
                measure.confirmation(),
                new Suspension(List.of(pauses), Optional.empty()));
    }

    private static Measure measure(String kind, boolean begun, String from, String endedAt) {
        return new Measure(
                "mea_1",
                "pen_1",
                Optional.empty(),
                kind,
                OptionalInt.empty(),
                Measure.Origin.IMPOSED,
                endedAt == null ? Measure.State.IN_FORCE : Measure.State.LIFTED,
                begun,
                at(from),
                Optional.empty(),
                Optional.ofNullable(endedAt).map(ShopScenario::at),
                Optional.empty(),
                Suspension.NONE);
    }
}
