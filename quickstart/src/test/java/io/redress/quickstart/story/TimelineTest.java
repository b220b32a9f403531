package io.redress.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final OffsetDateTime ACT = OffsetDateTime.parse("2018-03-01T12:00:00+08:00");
    private static final OffsetDateTime RULING = OffsetDateTime.parse("2018-05-01T00:00:00+08:00");
    private static final Map<String, OffsetDateTime> TOLD = Map.of("actAt", ACT, "ruledAt", RULING);

    @Test
    void dates_that_are_all_after_now_stay() {
        Timeline timeline = Timeline.after(Instant.parse("2018-01-15T01:00:00Z"), TOLD);

        assertThat(timeline.years()).isZero();
        assertThat(timeline.at("ruledAt")).isEqualTo(RULING);
    }

    @Test
    void one_date_that_has_passed_moves_all_by_a_year() {
        Timeline timeline = Timeline.after(Instant.parse("2018-05-01T00:00:00Z"), TOLD);

        assertThat(timeline.years()).isEqualTo(1);
        assertThat(timeline.at("actAt")).isEqualTo(OffsetDateTime.parse("2019-03-01T12:00:00+08:00"));
    }

    @Test
    void the_very_instant_of_a_date_counts_as_passed() {
        assertThat(Timeline.after(ACT.toInstant(), TOLD).years()).isEqualTo(1);
    }
}
