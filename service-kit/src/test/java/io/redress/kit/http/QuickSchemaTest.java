package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickSchemaTest {

    private static final String CASE = """
            {"type": "object", "additionalProperties": false, "required": ["kind", "penaltyId"], "description": "a case",
             "properties": {"kind": {"type": "string", "enum": ["PENALTY_APPEAL"]},
                            "penaltyId": {"type": "string", "pattern": "^[a-z0-9_]{1,8}$"},
                            "ownMotion": {"type": "boolean"}}}""";
    private static final String BRIEF = """
            {"type": "object", "required": ["points"], "properties": {
               "points": {"type": "array", "minItems": 1, "maxItems": 2, "items":
                  {"type": "object", "properties": {"amount": {"type": "integer", "minimum": -3, "maximum": 3},
                                                    "text": {"type": "string", "minLength": 2, "maxLength": 4}}}}},
             "additionalProperties": {"type": "string"}}""";

    private static final String FACTORS = """
            {"type": "object", "minProperties": 1, "maxProperties": 2, "additionalProperties": {"type": "string", "maxLength": 3}}""";

    private static final String AT = "{\"type\": \"string\", \"format\": \"date-time\"}";

    private static final String DEPARTMENTS =
            "{\"type\": \"array\", \"uniqueItems\": true, \"items\": {\"type\": \"string\"}}";

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": \"pen_1\"}", true),
                Arguments.of(
                        CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": \"pen_1\", \"ownMotion\": true}", true),
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": \"pen_1\", \"ownMotion\": 1}", false),
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": \"pen 1\"}", false),
                Arguments.of(CASE, "{\"kind\": \"OTHER\", \"penaltyId\": \"pen_1\"}", false),
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\"}", false),
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": null}", false),
                Arguments.of(CASE, "{\"kind\": \"PENALTY_APPEAL\", \"penaltyId\": \"pen_1\", \"x\": 1}", false),
                Arguments.of(FACTORS, "{\"amount\": \"low\"}", true),
                Arguments.of(FACTORS, "{\"amount\": \"low\", \"intent\": \"\"}", true),
                Arguments.of(FACTORS, "{\"amount\": \"high\"}", false),
                Arguments.of(FACTORS, "{\"amount\": 1}", false),
                Arguments.of(FACTORS, "{\"amount\": null}", false),
                Arguments.of(FACTORS, "{}", false),
                Arguments.of(FACTORS, "{\"a\": \"1\", \"b\": \"2\", \"c\": \"3\"}", false),
                Arguments.of(FACTORS, "[]", false),
                Arguments.of(DEPARTMENTS, "[\"finance\", \"care\"]", true),
                Arguments.of(DEPARTMENTS, "[]", true),
                Arguments.of(DEPARTMENTS, "[\"finance\", \"care\", \"finance\"]", false),
                Arguments.of(DEPARTMENTS, "[null]", false),
                Arguments.of(AT, "\"2018-04-20T10:00:00+08:00\"", true),
                Arguments.of(AT, "\"2018-04-20T02:00:00.000000001Z\"", true),
                Arguments.of(AT, "\"2018-04-20T10:00:00 08:00\"", false),
                Arguments.of(AT, "\"2018-13-20T10:00:00Z\"", false),
                Arguments.of(AT, "\"2018-04-20\"", false),
                Arguments.of(AT, "\"yesterday\"", false),
                Arguments.of(CASE, "[]", false),
                Arguments.of(CASE, "null", false),
                Arguments.of(CASE, "\"kind\"", false),
                Arguments.of(BRIEF, "{\"points\": [{\"amount\": -3, \"text\": \"处罚\"}, {}], \"note\": \"n\"}", true),
                Arguments.of(BRIEF, "{\"points\": [{\"text\": \"😀😀😀😀\"}]}", true),
                Arguments.of(BRIEF, "{\"points\": [{\"text\": \"😀😀😀😀😀\"}]}", false),
                Arguments.of(BRIEF, "{\"points\": [{\"text\": \"😀\"}]}", false),
                Arguments.of(BRIEF, "{\"points\": [{\"amount\": 4}]}", false),
                Arguments.of(BRIEF, "{\"points\": [{\"amount\": -4}]}", false),
                Arguments.of(BRIEF, "{\"points\": [{\"amount\": 2.5}]}", false),
                Arguments.of(BRIEF, "{\"points\": [{\"amount\": 12345678901234567890}]}", false),
                Arguments.of(BRIEF, "{\"points\": []}", false),
                Arguments.of(BRIEF, "{\"points\": [{}, {}, {}]}", false),
                Arguments.of(BRIEF, "{\"points\": {}}", false),
                Arguments.of(BRIEF, "{\"points\": [{}], \"note\": 7}", false));
    }

    @ParameterizedTest
    @MethodSource("values")
    void says_of_a_value_what_the_validator_says(String schema, String value, boolean valid) {
        assertThat(quick(schema).test(plain(Json.decodeValue(value)))).isEqualTo(valid);
        assertThat(validator(schema).validate(Json.decodeValue(value)).getValid())
                .isEqualTo(valid);
    }

    @Test
    void an_integer_written_as_a_fraction_is_left_to_the_validator() {
        String schema = "{\"type\": \"integer\"}";

        assertThat(quick(schema).test(2.0)).isFalse();
        assertThat(validator(schema).validate(2.0).getValid()).isTrue();
    }

    @Test
    void whether_anything_but_texts_differs_is_left_to_the_validator() {
        String schema = "{\"uniqueItems\": true}";

        assertThat(quick(schema).test(List.of(1, 2))).isFalse();
        assertThat(validator(schema).validate(new JsonArray().add(1).add(2)).getValid())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"string\", \"format\": \"date\"}",
                "{\"type\": [\"string\", \"null\"]}",
                "{\"oneOf\": [{\"type\": \"string\"}]}",
                "{\"$ref\": \"#/components/schemas/Other\"}",
                "{\"type\": \"object\", \"properties\": {\"at\": {\"const\": 1}}}",
                "{\"type\": \"object\", \"additionalProperties\": {\"const\": 1}}",
                "{\"type\": \"object\", \"propertyNames\": {\"pattern\": \"^[a-z]$\"}}",
                "{\"enum\": [1, 2]}",
                "{\"type\": \"number\"}",
                "{\"maximum\": 1.5}",
                "{\"a keyword of tomorrow\": true}"
            })
    void a_schema_with_more_than_plain_keywords_is_left_to_the_validator(String schema) {
        assertThat(QuickSchema.of(new JsonObject(schema))).isEmpty();
    }

    private static Predicate<Object> quick(String schema) {
        return QuickSchema.of(new JsonObject(schema)).orElseThrow();
    }

    private static Object plain(Object value) {
        if (value instanceof JsonObject object) {
            return object.getMap();
        }
        return value instanceof JsonArray array ? array.getList() : value;
    }

    private static Validator validator(String schema) {
        return Validator.create(
                JsonSchema.of(new JsonObject(schema)),
                new JsonSchemaOptions()
                        .setBaseUri("app://test/")
                        .setDraft(Draft.DRAFT202012)
                        .setOutputFormat(OutputFormat.Flag));
    }
}
