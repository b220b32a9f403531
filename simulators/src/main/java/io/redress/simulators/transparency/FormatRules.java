package io.redress.simulators.transparency;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What the database's code checks of a statement, and what it keeps of one. What only its documentation demands is not
 * checked, and unknown members are passed over, as there.
 */
final class FormatRules {

    private static final String TABLE = "/transparency/statement-schema.yaml";

    private final Map<String, FieldFormat> fields = new LinkedHashMap<>();

    private FormatRules() {}

    static FormatRules read() {
        try (InputStream file = FormatRules.class.getResourceAsStream(TABLE)) {
            JsonObject table = new JsonObject(asMap(new Yaml(new SafeConstructor(new LoaderOptions())).load(file)));
            FormatRules rules = new FormatRules();
            JsonObject values = table.getJsonObject("values");
            for (Map.Entry<String, Object> field : table.getJsonObject("fields")) {
                rules.fields.put(
                        field.getKey(), new FieldFormat(field.getKey(), (JsonObject) field.getValue(), values));
            }
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /** The messages about each field that is wrong; empty when the statement is taken. */
    JsonObject errors(JsonObject statement) {
        JsonObject errors = new JsonObject();
        for (FieldFormat field : fields.values()) {
            if (excluded(field, statement)) {
                continue;
            }
            List<String> messages = new ArrayList<>();
            if (!isFilled(statement, field.name())) {
                if (isRequired(field, statement)) {
                    messages.add("The " + field.words() + " field is required.");
                } else if (statement.containsKey(field.name()) && field.refusesNull(statement.getValue(field.name()))) {
                    messages.add(field.invalid());
                }
            } else {
                messages.addAll(field.messages(statement.getValue(field.name())));
            }
            if (!messages.isEmpty()) {
                errors.put(field.name(), new JsonArray(messages));
            }
        }
        return errors;
    }

    /** What is stored of a statement that is taken. */
    JsonObject kept(JsonObject statement) {
        JsonObject kept = new JsonObject();
        for (FieldFormat field : fields.values()) {
            boolean dropped = excluded(field, statement)
                    || field.rule("droppedUnless")
                            .map(pair -> !holds(statement, pair))
                            .orElse(false)
                    || field.rule("droppedWhen")
                            .map(pair -> holds(statement, pair))
                            .orElse(false);
            Object value = dropped ? null : statement.getValue(field.name());
            if (value instanceof JsonArray list && field.takesOut() != null) {
                Object other = statement.getValue(field.takesOut());
                value = new JsonArray(list.stream()
                        .filter(item -> !Objects.equals(item, other))
                        .toList());
            }
            kept.put(field.name(), value);
        }
        return kept;
    }

    private static boolean excluded(FieldFormat field, JsonObject statement) {
        return field.rule("excludedUnless").map(pair -> !holds(statement, pair)).orElse(false);
    }

    private static boolean isRequired(FieldFormat field, JsonObject statement) {
        Object required = field.required();
        if (required instanceof JsonObject condition) {
            return condition.containsKey("when")
                    ? holds(statement, condition.getJsonArray("when"))
                    : condition.getJsonArray("allAbsent").stream()
                            .noneMatch(other -> isFilled(statement, (String) other));
        }
        return "ALWAYS".equals(required);
    }

    private static boolean holds(JsonObject statement, JsonArray pair) {
        Object value = statement.getValue(pair.getString(0));
        return value instanceof JsonArray list
                ? list.contains(pair.getString(1))
                : pair.getString(1).equals(value);
    }

    private static boolean isFilled(JsonObject statement, String field) {
        Object value = statement.getValue(field);
        if (value instanceof String text) {
            return !text.isBlank();
        }
        return value instanceof JsonArray list ? !list.isEmpty() : value != null;
    }

    private static Map<String, Object> asMap(Object yaml) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) yaml).forEach((key, value) -> map.put((String) key, asJson(value)));
        return map;
    }

    private static Object asJson(Object yaml) {
        if (yaml instanceof Map<?, ?>) {
            return new JsonObject(asMap(yaml));
        }
        return yaml instanceof List<?> list
                ? new JsonArray(list.stream().map(FormatRules::asJson).toList())
                : yaml;
    }
}
