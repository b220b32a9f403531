package io.redress.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyDepthTest {

    @Test
    void thirty_two_levels_pass_and_one_more_does_not() {
        assertThat(BodyDepth.tooDeep(("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8)))
                .isFalse();
        assertThat(BodyDepth.tooDeep(("[".repeat(33) + "]".repeat(33)).getBytes(UTF_8)))
                .isTrue();
    }

    @Test
    void brackets_in_strings_are_no_levels() {
        assertThat(BodyDepth.tooDeep(("\"" + "[".repeat(99) + "\\\"" + "{".repeat(99) + "\"").getBytes(UTF_8)))
                .isFalse();
    }
}
