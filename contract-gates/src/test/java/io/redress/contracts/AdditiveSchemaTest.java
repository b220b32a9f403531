package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditiveSchemaTest {
    private static final String BEFORE = """
            {"type": "object", "required": ["id", "kind"], "properties": {
                "id": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 10},
                "kind": {"enum": ["A", "B"]},
                "at": {"type": "string", "format": "date-time"},
                "version": {"const": "1"},
                "money": {"$ref": "#/$defs/Money"},
                "lines": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["points"], "properties": {"points": {"type": "integer", "minimum": 0}}}}},
             "$defs": {"Money": {"type": "object", "properties": {"currency": {"type": "string"}}}}}
            """;

    @Test
    void the_same_schema_breaks_nothing() {
        assertThat(breaks("kind", "kind")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"points\": {|{\"more\": {\"type\": \"string\"}, \"points\": {",
                "[\"A\", \"B\"]|[\"A\"]",
                "[\"id\", \"kind\"]|[\"id\", \"kind\", \"at\"]",
                "{\"enum\": [\"A\", \"B\"]}|{\"const\": \"A\"}",
                "\"maxLength\": 10|\"maxLength\": 5",
                "\"minimum\": 0|\"minimum\": 1",
                "{\"type\": \"object\", \"required\"|{\"type\": \"object\", \"description\": \"new words\", \"required\"",
            })
    void what_a_reader_already_understands_may_change(String from, String to) {
        assertThat(breaks(from, to)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"kind\": {|\"sort\": {|/properties/kind: gone",
                "\"type\": \"integer\"|\"type\": \"number\"|/properties/lines/items/properties/points: type changed",
                "\"format\": \"date-time\"|\"format\": \"date\"|/properties/at: format changed",
                "^[a-z]+$|^[A-Z]+$|/properties/id: pattern changed",
                "\"const\": \"1\"|\"const\": \"2\"|/properties/version: const changed",
                "#/$defs/Money|#/$defs/Cash|/properties/money: $ref changed",
                "[\"id\", \"kind\"]|[\"id\"]|: kind is no longer required",
                "[\"points\"]|[]|/properties/lines/items: points is no longer required",
                "[\"A\", \"B\"]|[\"A\", \"B\", \"C\"]|/properties/kind: \"C\" is a new value",
                "{\"enum\": [\"A\", \"B\"]}|{\"type\": \"string\"}|/properties/kind: any value is possible",
                "\"currency\": {|\"coin\": {|/$defs/Money/properties/currency: gone",
                "\"maxLength\": 10|\"maxLength\": 11|/properties/id: maxLength is wider or gone",
                "\"minItems\": 1|\"uniqueItems\": true|/properties/lines: minItems is wider or gone",
                "\"items\"|\"contains\"|/properties/lines/items: gone",
            })
    void what_a_reader_relies_on_may_not(String from, String to, String finding) {
        assertThat(breaks(from, to)).containsExactly(finding);
    }

    private static List<String> breaks(String from, String to) {
        assertThat(BEFORE).contains(from);
        return AdditiveSchema.breaks(Contracts.parseJson(BEFORE), Contracts.parseJson(BEFORE.replace(from, to)));
    }
}
