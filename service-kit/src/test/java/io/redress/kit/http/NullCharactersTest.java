package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NullCharactersTest {

    @Test
    void an_escaped_null_character_is_found_wherever_it_stands() {
        assertThat(in("{\"a\":\"\\u0000\"}")).isTrue();
        assertThat(in("{\"a\":\"x\\\\\\u0000\"}")).isTrue();
        assertThat(in("{\"a\\u0000\":1}")).isTrue();
        assertThat(in("\"\0\"")).isTrue();
    }

    @Test
    void what_only_looks_like_one_is_not() {
        assertThat(in("{\"a\":\"\\\\u0000\"}")).isFalse();
        assertThat(in("{\"a\":\"u0000 \\u0001 \\u0010\"}")).isFalse();
        assertThat(in("{\"a\":\"\\u000")).isFalse();
        assertThat(in("")).isFalse();
        assertThat(in("\\")).isFalse();
    }

    private static boolean in(String json) {
        return NullCharacters.in(json.getBytes(StandardCharsets.UTF_8));
    }
}
