package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventAgeTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final EventAge age = new EventAge(() -> NOW, Duration.ofDays(28));

    @Test
    void an_event_of_the_window_is_not_too_old() {
        assertThat(age.tooOld(recorded("2026-03-01T12:00:00Z"))).isEmpty();
        assertThat(age.tooOld(recorded("2026-02-01T12:00:00Z"))).isEmpty();
    }

    @Test
    void an_event_from_before_the_window_is_too_old() {
        assertThat(age.tooOld(recorded("2026-02-01T11:59:59Z")))
                .contains("too old: recorded 2026-02-01T11:59:59Z, more than PT672H ago");
    }

    @Test
    void an_event_that_does_not_say_when_it_was_recorded_has_no_age() {
        assertThat(age.tooOld(event(Optional.empty()))).isEmpty();
    }

    @Test
    void a_clock_that_is_ahead_makes_nothing_too_old() {
        assertThat(age.tooOld(recorded("2027-01-01T00:00:00Z"))).isEmpty();
    }

    private static IncomingEvent recorded(String time) {
        return event(Optional.of(Instant.parse(time)));
    }

    private static IncomingEvent event(Optional<Instant> recordedAt) {
        return new IncomingEvent(
                "cases.events.v1",
                "cas_1",
                "evt_1",
                "CaseOpened",
                "case-service",
                "cas_1",
                1,
                1,
                Instant.parse("2018-01-15T01:00:00Z"),
                "m-1",
                "cor_1",
                Optional.empty(),
                new JsonObject(),
                Optional.empty(),
                recordedAt);
    }
}
