package io.redress.kit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class YamlBodyTest {

    @Test
    void texts_numbers_and_truths_are_what_json_takes_them_for() {
        String yaml = """
                # the rules
                version: 12
                share: -1.5e3
                published: 2018-01-01T00:00:00+08:00
                at: 12-31T24:00
                country: no
                quoted: "12"
                octal: 012
                held: true
                nothing: ~
                zh: 延迟发货
                text: |
                  one
                  two
                list: [1, {a: b}, []]
                """;

        assertThat(new String(YamlBody.json(yaml.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"version\":12,\"share\":-1.5e3,\"published\":\"2018-01-01T00:00:00+08:00\","
                        + "\"at\":\"12-31T24:00\",\"country\":\"no\",\"quoted\":\"12\",\"octal\":\"012\",\"held\":true,"
                        + "\"nothing\":null,\"zh\":\"延迟发货\",\"text\":\"one\\ntwo\\n\",\"list\":[1,{\"a\":\"b\"},[]]}");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("an alias", "a: &x [1]\nb: *x\n", "line 1, column 4: an anchor"),
                Arguments.of("an alias alone", "a: 1\nb: *x\n", "line 2, column 4: an alias"),
                Arguments.of("a tag", "a: 1\nb: !!binary aGk=\n", "line 2, column 4: a tag"),
                Arguments.of("a key twice", "a: 1\nb: 2\na: 3\n", "line 3, column 1: the key a a second time"),
                Arguments.of("a key that is a list", "? [a]\n: 1\n", "line 1, column 3: a key that is no text"),
                Arguments.of("two documents", "a: 1\n---\na: 2\n", "line 2, column 1: a second document"),
                Arguments.of("no document", "# nothing\n", "no document"),
                Arguments.of(
                        "too deep",
                        "[".repeat(33) + "]".repeat(33),
                        "line 1, column 33: nested deeper than 32 levels"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_json_has_no_place_for_is_refused_with_its_line(String what, String yaml, String detail) {
        assertThat(problem(yaml.getBytes(UTF_8))).isEqualTo(detail);
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_line() {
        assertThat(problem("a: 1\nb: [1, 2\nc: 3\n".getBytes(UTF_8)))
                .startsWith("line 3, column 2: no well-formed YAML: ");
        assertThat(problem("a: \"1\n".getBytes(UTF_8))).startsWith("line 2, column 1: no well-formed YAML: ");
        assertThat(problem(new byte[] {'a', ':', ' ', (byte) 0xff})).isEqualTo("no well-formed YAML");
    }

    private static String problem(byte[] yaml) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, () -> YamlBody.json(yaml));
        assertThat(problem.type()).isEqualTo(ProblemType.VALIDATION_FAILED);
        assertThat(problem.errors()).hasSize(1);
        return problem.errors().get(0).detail();
    }
}
