package io.redress.kit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FaultsConfigTest {

    @Test
    void without_the_switch_there_are_no_points() {
        assertThat(read(Map.of()).open()).isEmpty();
        assertThat(read(Map.of("REDRESS_FAULTS", "off")).open()).isEmpty();
    }

    @Test
    void with_it_what_is_named_is_armed_from_the_start() {
        CrashPoints points = read(Map.of("REDRESS_FAULTS", "on", "REDRESS_CRASH_AT", "AFTER_COMMIT:openCase:2"))
                .open()
                .orElseThrow();

        assertThat(points.armed()).containsExactly(new Armed(CrashPoint.AFTER_COMMIT, "openCase", 2));
    }

    @Test
    void production_refuses_it() {
        refused(Map.of("REDRESS_FAULTS", "on", "REDRESS_ENV", "production"), "REDRESS_FAULTS=on is for development");
        refused(Map.of("REDRESS_FAULTS", "on", "REDRESS_ENV", "PRODUCTION"), "REDRESS_FAULTS=on is for development");
    }

    @Test
    void a_point_that_nothing_would_come_of_is_a_problem() {
        refused(Map.of("REDRESS_CRASH_AT", "AFTER_COMMIT:openCase"), "REDRESS_FAULTS=on");
        refused(Map.of("REDRESS_FAULTS", "on", "REDRESS_CRASH_AT", "AFTER_LUNCH:openCase"), "AFTER_LUNCH");
        refused(Map.of("REDRESS_FAULTS", "yes"), "REDRESS_FAULTS");
    }

    private static FaultsConfig read(Map<String, String> environment) {
        Env env = new Env(environment);
        FaultsConfig config = FaultsConfig.from(env);
        env.check();
        return config;
    }

    private static void refused(Map<String, String> environment, String because) {
        assertThatThrownBy(() -> read(environment))
                .isInstanceOf(ConfigProblems.class)
                .hasMessageContaining(because);
    }
}
