package io.redress.quickstart.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteClockTest {

    private static final Instant MACHINE_START = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private final AtomicReference<Instant> machine = new AtomicReference<>(MACHINE_START);

    @Test
    void a_fresh_suite_starts_in_january_2018_and_goes_on_with_the_machine() {
        SuiteClock clock = resume();

        assertThat(clock.now()).isEqualTo(Instant.parse("2018-01-15T01:00:00Z"));
        later(90);
        assertThat(clock.now()).isEqualTo(Instant.parse("2018-01-15T01:01:30Z"));
    }

    @Test
    void it_is_set_forward_and_never_back() {
        SuiteClock clock = resume();

        assertThat(clock.setForward(Instant.parse("2018-02-01T00:00:00Z"))).isTrue();
        assertThat(clock.setForward(Instant.parse("2018-01-31T23:59:59Z"))).isFalse();
        assertThat(clock.now()).isEqualTo(Instant.parse("2018-02-01T00:00:00Z"));
    }

    @Test
    void it_stands_still_while_the_suite_is_down() {
        SuiteClock clock = resume();
        clock.setForward(Instant.parse("2018-02-01T00:00:00Z"));
        later(5);
        clock.stop();
        later(3_600);

        assertThat(resume().now()).isEqualTo(Instant.parse("2018-02-01T00:00:05Z"));
    }

    @Test
    void after_a_crash_it_resumes_no_earlier_than_it_was() {
        SuiteClock clock = resume();
        clock.setForward(Instant.parse("2018-02-01T00:00:00Z"));
        later(5);
        Instant seen = clock.now();
        later(60);

        assertThat(resume().now()).isAfterOrEqualTo(seen).isEqualTo(Instant.parse("2018-02-01T00:01:05Z"));
    }

    @Test
    void a_machine_clock_that_is_set_back_does_not_set_it_back() {
        SuiteClock clock = resume();
        later(10);
        Instant seen = clock.now();
        machine.set(MACHINE_START.minusSeconds(1_000));

        assertThat(clock.now()).isEqualTo(seen);
    }

    private SuiteClock resume() {
        return SuiteClock.resume(directory.resolve("business-time"), machine::get);
    }

    private void later(long seconds) {
        machine.updateAndGet(now -> now.plusSeconds(seconds));
    }
}
