package io.redress.kit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CrashPointsTest {

    private final AtomicInteger endings = new AtomicInteger();
    private final CrashPoints points = new CrashPoints(endings::incrementAndGet);

    @Test
    void ends_at_the_armed_point_of_the_armed_scope_and_nowhere_else() {
        points.arm(Armed.parse("AFTER_COMMIT:openCase"));

        points.reach(CrashPoint.BEFORE_COMMIT, "openCase");
        points.reach(CrashPoint.AFTER_COMMIT, "fileBrief");
        assertThat(endings).hasValue(0);

        points.reach(CrashPoint.AFTER_COMMIT, "openCase");
        assertThat(endings).hasValue(1);
    }

    @Test
    void ends_the_nth_time_and_once() {
        points.arm(Armed.parse("BEFORE_OFFSET:penalties.events.v1:3"));

        points.reach(CrashPoint.BEFORE_OFFSET, "penalties.events.v1");
        points.reach(CrashPoint.BEFORE_OFFSET, "penalties.events.v1");
        assertThat(endings).hasValue(0);
        assertThat(points.armed()).containsExactly(new Armed(CrashPoint.BEFORE_OFFSET, "penalties.events.v1", 1));

        points.reach(CrashPoint.BEFORE_OFFSET, "penalties.events.v1");
        points.reach(CrashPoint.BEFORE_OFFSET, "penalties.events.v1");
        assertThat(endings).hasValue(1);
        assertThat(points.armed()).isEmpty();
    }

    @Test
    void what_was_disarmed_ends_nothing() {
        points.arm(Armed.parse("AFTER_REPLY:openCase"));
        points.disarm();

        points.reach(CrashPoint.AFTER_REPLY, "openCase");

        assertThat(endings).hasValue(0);
    }

    @Test
    void what_could_never_be_reached_is_not_taken() {
        assertThatThrownBy(() -> Armed.parse("AFTER_COMMIT")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Armed.parse("AFTER_LUNCH:openCase")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Armed.parse("AFTER_COMMIT:open case")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Armed.parse("AFTER_COMMIT:openCase:0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Armed(CrashPoint.AFTER_COMMIT, null, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
