package io.redress.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.limits.RateConfig.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Buckets in a machine time that the test moves: 3 at once, 60 a minute. */
class RateLimitsTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private final Buckets buckets = new Buckets("caller", new Rate(60, 3), 100, now::get);

    @Test
    void a_burst_is_granted_and_then_one_request_a_second() {
        assertThat(buckets.take("a")).isEqualTo(new Allowance("caller", 3, 3, true, 2, 1, 0));
        assertThat(buckets.take("a")).isEqualTo(new Allowance("caller", 3, 3, true, 1, 2, 0));
        assertThat(buckets.take("a")).isEqualTo(new Allowance("caller", 3, 3, true, 0, 3, 0));
        assertThat(buckets.take("a")).isEqualTo(new Allowance("caller", 3, 3, false, 0, 3, 1));

        now.updateAndGet(time -> time.plus(Duration.ofSeconds(1)));

        assertThat(buckets.take("a").granted()).isTrue();
        assertThat(buckets.take("a").granted()).isFalse();
    }

    @Test
    void each_caller_has_a_bucket_of_his_own() {
        for (int i = 0; i < 4; i++) {
            buckets.take("a");
        }

        assertThat(buckets.exhausted("a")).isTrue();
        assertThat(buckets.exhausted("b")).isFalse();
        assertThat(buckets.take("b").granted()).isTrue();
    }

    @Test
    void tokens_are_known_by_what_they_were_for_ten_minutes() {
        KnownTokens tokens = new KnownTokens(100, now::get);
        tokens.remember("Bearer a.b.c");

        assertThat(tokens.knows("Bearer a.b.c")).isTrue();
        assertThat(tokens.knows("Bearer a.b.d")).isFalse();
        assertThat(tokens.knows(null)).isFalse();

        now.updateAndGet(time -> time.plus(Duration.ofMinutes(11)));

        assertThat(tokens.knows("Bearer a.b.c")).isFalse();
    }
}
