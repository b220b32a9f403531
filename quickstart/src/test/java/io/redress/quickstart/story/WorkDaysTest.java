package io.redress.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class WorkDaysTest {

    private final WorkDays days = WorkDays.ofTheSample();

    @Test
    void holidays_do_not_count_and_make_up_workdays_do() {
        // Friday 27 and Saturday 28 April 2018 are worked; 29 April to 1 May are not
        assertThat(days.after(at("2018-04-27T10:00:00+08:00"), 2)).isEqualTo(at("2018-05-02T10:00:00+08:00"));
    }

    @Test
    void from_a_day_off_on_the_same_time_of_day_counts_too() {
        // Saturday 30 March 2019, a year that the sample does not have
        assertThat(days.after(at("2019-03-30T10:00:00+08:00"), 2)).isEqualTo(at("2019-04-02T10:00:00+08:00"));
    }

    private static OffsetDateTime at(String time) {
        return OffsetDateTime.parse(time);
    }
}
