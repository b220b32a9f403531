package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetentionConfigTest {

    @Test
    void the_window_is_the_topics_retention_of_7_days_and_21_more() {
        Env env = new Env(Map.of());

        assertThat(RetentionConfig.from(env).window()).isEqualTo(Duration.ofDays(28));
        env.check();
    }

    @Test
    void the_window_is_what_the_setting_says() {
        Env env = new Env(Map.of("REDRESS_INBOX_RETENTION", "P90D"));

        assertThat(RetentionConfig.from(env).window()).isEqualTo(Duration.ofDays(90));
        env.check();
    }

    @Test
    void a_window_in_which_the_topics_still_hold_what_was_forgotten_is_refused() {
        Env exact = new Env(Map.of("REDRESS_INBOX_RETENTION", "P7D"));
        RetentionConfig.from(exact);
        exact.check();
        Env shorter = new Env(Map.of("REDRESS_INBOX_RETENTION", "PT167H59M"));
        RetentionConfig.from(shorter);

        assertThatThrownBy(shorter::check)
                .isInstanceOf(ConfigProblems.class)
                .hasMessageContaining("REDRESS_INBOX_RETENTION must be at least PT168H, not PT167H59M");
    }
}
