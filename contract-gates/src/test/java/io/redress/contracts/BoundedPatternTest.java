package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedPatternTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^[A-Za-z0-9._-]{1,64}$",
                "^(0|-?[1-9][0-9]{0,17})$",
                "^[A-Z]{3}$",
                "^[0-9+*]{2}\\+$",
                "^[0-2][0-9]:[0-5][0-9]$"
            })
    void a_pattern_with_an_end_bounds_a_text(String pattern) {
        assertThat(BoundedPattern.isBounded(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a-z]{1,64}", "^[a-z]{1,64}", "^[a-z]+$", "^[a-z]*$", "^[a-z]{1,}$", "^a|b$", "^a\\$"})
    void a_pattern_without_one_does_not(String pattern) {
        assertThat(BoundedPattern.isBounded(pattern)).isFalse();
    }
}
