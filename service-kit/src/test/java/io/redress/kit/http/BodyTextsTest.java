package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.text.WrittenText;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every text of a body is found, wherever it stands. */
class BodyTextsTest {

    private static final String JSON = """
            {"a":"one","b":{"c":["two",3,{"d/e":"three"}]},"secret":{"f":"four"},"g":true,"h":null}""";

    private static final byte[] BODY = JSON.getBytes(StandardCharsets.UTF_8);

    @Test
    void texts_and_the_names_of_members_are_found_with_their_pointers() {
        assertThat(BodyTexts.of(BODY, Set.of("secret")))
                .containsExactly(
                        new WrittenText("/a", "a"),
                        new WrittenText("/a", "one"),
                        new WrittenText("/b", "b"),
                        new WrittenText("/b/c", "c"),
                        new WrittenText("/b/c/0", "two"),
                        new WrittenText("/b/c/2/d~1e", "d/e"),
                        new WrittenText("/b/c/2/d~1e", "three"),
                        new WrittenText("/g", "g"),
                        new WrittenText("/h", "h"));
    }

    @Test
    void nothing_is_left_out_unless_it_is_named() {
        assertThat(BodyTexts.of(BODY, Set.of())).contains(new WrittenText("/secret/f", "four"));
    }
}
