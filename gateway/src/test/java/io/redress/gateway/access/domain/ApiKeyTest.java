package io.redress.gateway.access.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final SecretHash FIRST = SecretHash.of("first");
    private static final SecretHash SECOND = SecretHash.of("second");
    private static final SecretHash THIRD = SecretHash.of("third");

    @Test
    void a_key_admits_its_secret_and_no_other() {
        ApiKey key = key(Optional.empty());

        assertThat(key.admits(SecretHash.of("first"), NOW)).isTrue();
        assertThat(key.admits(SecretHash.of("First"), NOW)).isFalse();
    }

    @Test
    void the_old_secret_works_before_the_overlap_ends_and_not_at_its_end() {
        ApiKey rotated = done(key(Optional.empty()).rotate(SECOND, Duration.ofHours(1), NOW));

        assertThat(rotated.admits(FIRST, NOW.plusSeconds(3_599))).isTrue();
        assertThat(rotated.admits(FIRST, NOW.plusSeconds(3_600))).isFalse();
        assertThat(rotated.admits(SECOND, NOW.plusSeconds(3_600))).isTrue();
    }

    @Test
    void a_second_rotation_ends_the_overlap_of_the_first() {
        ApiKey once = done(key(Optional.empty()).rotate(SECOND, Duration.ofDays(7), NOW));
        ApiKey twice = done(once.rotate(THIRD, Duration.ofDays(7), NOW.plusSeconds(1)));

        assertThat(twice.admits(FIRST, NOW.plusSeconds(2))).isFalse();
        assertThat(twice.admits(SECOND, NOW.plusSeconds(2))).isTrue();
        assertThat(twice.admits(THIRD, NOW.plusSeconds(2))).isTrue();
    }

    @Test
    void an_expired_key_admits_nobody_from_that_instant_on() {
        ApiKey key = key(Optional.of(NOW.plusSeconds(10)));

        assertThat(key.admits(FIRST, NOW.plusSeconds(9))).isTrue();
        assertThat(key.admits(FIRST, NOW.plusSeconds(10))).isFalse();
        assertThat(key.status(NOW.plusSeconds(10))).isEqualTo(ApiKey.Status.EXPIRED);
    }

    @Test
    void a_revoked_key_admits_neither_secret() {
        ApiKey rotated = done(key(Optional.empty()).rotate(SECOND, Duration.ofDays(1), NOW));
        ApiKey revoked = done(rotated.revoke(NOW));

        assertThat(revoked.admits(FIRST, NOW)).isFalse();
        assertThat(revoked.admits(SECOND, NOW)).isFalse();
        assertThat(revoked.revoke(NOW)).isInstanceOf(Outcome.Refused.class);
        assertThat(revoked.rotate(THIRD, Duration.ZERO, NOW)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void seven_days_are_the_longest_overlap() {
        assertThat(key(Optional.empty()).rotate(SECOND, Duration.ofDays(7), NOW))
                .isInstanceOf(Outcome.Done.class);
        assertThat(key(Optional.empty()).rotate(SECOND, Duration.ofDays(7).plusNanos(1), NOW))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(key(Optional.empty()).rotate(SECOND, Duration.ofNanos(-1), NOW))
                .isInstanceOf(Outcome.Refused.class);
    }

    private static ApiKey key(Optional<Instant> expiresAt) {
        return done(ApiKey.create("key_1", "erp-1", "Order system", "op-1", expiresAt, FIRST, NOW));
    }

    private static ApiKey done(Outcome<ApiKey> outcome) {
        return ((Outcome.Done<ApiKey>) outcome).value();
    }
}
