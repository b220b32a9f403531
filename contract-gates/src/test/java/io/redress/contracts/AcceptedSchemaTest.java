package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedSchemaTest {
    private static final String BEFORE = """
            {"type": "object", "additionalProperties": false, "required": ["kind"], "properties": {
                "kind": {"type": "string", "enum": ["A", "B"]},
                "text": {"type": "string", "maxLength": 10},
                "terms": {"type": "object", "maxProperties": 5, "additionalProperties": {"type": "integer", "maximum": 9}},
                "lines": {"type": "array", "maxItems": 3, "items": {"type": "object", "properties": {"points": {"type": "integer"}}}}}}
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"kind\"|\"kind\"",
                "[\"kind\"]|[]",
                "[\"A\", \"B\"]|[\"A\", \"B\", \"C\"]",
                "\"maxLength\": 10|\"maxLength\": 11",
                "\"maxItems\": 3, |",
                "{\"points\": {|{\"more\": {\"type\": \"string\"}, \"points\": {",
            })
    void more_may_be_accepted(String from, String to) {
        assertThat(breaks(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[\"kind\"]|[\"kind\", \"text\"]|: text is required now",
                "[\"A\", \"B\"]|[\"A\"]|/properties/kind: \"B\" is not accepted any more",
                "\"text\": {|\"words\": {|/properties/text: gone",
                "\"maxLength\": 10|\"maxLength\": 9|/properties/text: maxLength is tighter",
                "\"maxLength\": 10|\"pattern\": \"^[a-z]{1,10}$\"|/properties/text: pattern changed",
                "\"maxLength\": 10|\"const\": \"a\"|/properties/text: only certain values are accepted now",
                "\"integer\", \"maximum\": 9|\"string\", \"maximum\": 9|/properties/terms/additionalProperties: type changed",
                "{\"type\": \"integer\", \"maximum\": 9}|false|/properties/terms/additionalProperties: tighter",
                "{\"points\": {\"type\": \"integer\"}}|{\"points\": {\"type\": \"string\"}}|/properties/lines/items/properties/points: type changed",
            })
    void less_may_not(String from, String to, String finding) {
        assertThat(breaks(from, to)).containsExactly(finding);
    }

    private static List<String> breaks(String from, String to) {
        assertThat(BEFORE).contains(from);
        String after = BEFORE.replace(from, to == null ? "" : to);
        return AcceptedSchema.breaks(Contracts.parseJson(BEFORE), Contracts.parseJson(after));
    }
}
