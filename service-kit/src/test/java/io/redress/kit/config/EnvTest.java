package io.redress.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvTest {

    @Test
    void every_problem_is_reported_at_once() {
        Env env = new Env(Map.of("PORT", "70000", "PAUSE", "soon", "SIZE", "many", "ON", "yes", "BLANK", "  "));
        env.required("MISSING");
        env.required("BLANK");
        env.port("PORT", 80);
        env.duration("PAUSE", Duration.ZERO);
        env.integer("SIZE", 1, 1, 9);
        env.flag("ON", false);

        assertThatThrownBy(env::check)
                .isInstanceOfSatisfying(ConfigProblems.class, problems -> assertThat(problems.problems())
                        .hasSize(6)
                        .anySatisfy(problem -> assertThat(problem).contains("MISSING"))
                        .anySatisfy(problem -> assertThat(problem).contains("BLANK"))
                        .anySatisfy(problem -> assertThat(problem).contains("PORT"))
                        .anySatisfy(problem -> assertThat(problem).contains("PAUSE"))
                        .anySatisfy(problem -> assertThat(problem).contains("SIZE"))
                        .anySatisfy(problem -> assertThat(problem).contains("ON")));
    }

    @Test
    void good_settings_are_typed_and_absent_ones_have_their_default() {
        Env env = new Env(Map.of("PORT", "8081", "PAUSE", "PT1.5S"));

        assertThat(env.port("PORT", 80)).isEqualTo(8081);
        assertThat(env.duration("PAUSE", Duration.ZERO)).isEqualTo(Duration.ofMillis(1500));
        assertThat(env.optional("HOST", "127.0.0.1")).isEqualTo("127.0.0.1");
        env.check();
    }

    @Test
    void a_secret_does_not_show() {
        Secret secret = new Env(Map.of("KEY", "tell-nobody")).secret("KEY");

        assertThat(secret.value()).isEqualTo("tell-nobody");
        assertThat("the key is " + secret).isEqualTo("the key is ***");
    }

    @Test
    void several_urls_are_read_in_order_and_one_that_is_none_spoils_them() {
        Env env = new Env(Map.of(
                "GOOD",
                "http://a:8081, https://b.example.com/base/",
                "BAD",
                "http://a:8081,nonsense",
                "MANY",
                "http://a,http://b"));

        assertThat(env.httpUrls("GOOD", 2))
                .containsExactly(URI.create("http://a:8081"), URI.create("https://b.example.com/base"));
        assertThat(env.httpUrls("BAD", 2)).isEmpty();
        assertThat(env.httpUrls("MANY", 1)).isEmpty();
        assertThat(env.httpUrls("NONE", 1)).isEmpty();
        assertThatThrownBy(env::check)
                .isInstanceOfSatisfying(ConfigProblems.class, problems -> assertThat(problems.problems())
                        .containsExactly(
                                "BAD must be an http or https URL, not 'nonsense'",
                                "MANY must be at most 1 URLs, not 2",
                                "NONE is missing"));
    }
}
