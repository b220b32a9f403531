package io.redress.simulators.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RequestLimitTest {

    private final AtomicLong nanos = new AtomicLong();

    @Test
    void the_third_request_of_a_second_is_one_too_many_and_the_first_of_the_next_is_not() {
        RequestLimit limit = new RequestLimit(2, 100, nanos::get);

        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isTrue();
        assertThat(limit.admits()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(limit.admits()).isTrue();
    }

    @Test
    void the_fourth_request_of_a_minute_is_one_too_many_whatever_the_second() {
        RequestLimit limit = new RequestLimit(2, 3, nanos::get);

        for (int request = 0; request < 3; request++) {
            assertThat(limit.admits()).isTrue();
            nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        }
        assertThat(limit.admits()).isFalse();
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());
        assertThat(limit.admits()).isTrue();
    }
}
