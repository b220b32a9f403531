package io.redress.e2e.attack;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies that differ from a good one in one place, where the schema forbids or the mind of a hacker suggests it. */
final class BodyAttacks {

    /** Texts that a schema cannot forbid and that must do nothing but be stored or refused. */
    static final Map<String, String> HOSTILE_TEXTS = hostileTexts();

    private static final int LONGEST_SENT = 60_000;
    private static final int MOST_ITEMS_SENT = 500;
    private static final int PATTERN_LIMIT = 70;

    /**
     * A body and what is wrong with it.
     *
     * @param value the whole body, or one member of it while it is put together
     */
    record Attack(String what, Object value) {}

    private BodyAttacks() {}

    /** Each is against the schema. */
    static List<Attack> invalid(JsonObject schema, Object value) {
        List<Attack> attacks = new ArrayList<>();
        String type = schema.getString("type", "");
        attacks.add(new Attack(": null", null));
        switch (type) {
            case "object" -> {
                attacks.add(new Attack(": a list", new JsonArray().add(1)));
                objects(schema, (JsonObject) value, attacks);
            }
            case "array" -> {
                attacks.add(new Attack(": an object", new JsonObject()));
                lists(schema, (JsonArray) value, attacks);
            }
            case "string" -> {
                attacks.add(new Attack(": a number", 12_345));
                texts(schema, attacks);
            }
            case "integer" -> {
                attacks.add(new Attack(": a text", "ten"));
                attacks.add(new Attack(": a fraction", 1.5));
                numbers(schema, attacks);
            }
            case "boolean" -> attacks.add(new Attack(": a text", "yes"));
            default -> attacks.clear();
        }
        return attacks;
    }

    /** Each holds a hostile text where a free text may stand. */
    static List<Attack> hostile(JsonObject schema, Object value) {
        List<Attack> attacks = new ArrayList<>();
        if (value instanceof JsonObject object) {
            JsonObject properties = schema.getJsonObject("properties", new JsonObject());
            for (String name : object.fieldNames()) {
                if (properties.getValue(name) instanceof JsonObject member) {
                    hostile(member, object.getValue(name))
                            .forEach(inner -> attacks.add(new Attack(
                                    "/" + name + inner.what(), object.copy().put(name, inner.value()))));
                }
            }
        } else if (value instanceof JsonArray array && !array.isEmpty()) {
            hostile(schema.getJsonObject("items", new JsonObject()), array.getValue(0))
                    .forEach(inner -> attacks.add(new Attack("/0" + inner.what(), new JsonArray().add(inner.value()))));
        } else if (value instanceof String && free(schema)) {
            HOSTILE_TEXTS.forEach((name, text) -> attacks.add(new Attack(": " + name, text)));
        }
        return attacks;
    }

    private static boolean free(JsonObject schema) {
        String pattern = schema.getString("pattern", "\\S");
        return pattern.equals("\\S") && !schema.containsKey("enum") && !schema.containsKey("format");
    }

    private static void objects(JsonObject schema, JsonObject value, List<Attack> attacks) {
        JsonObject properties = schema.getJsonObject("properties", new JsonObject());
        if (Boolean.FALSE.equals(schema.getValue("additionalProperties"))) {
            attacks.add(new Attack("/unknown", value.copy().put("unknownToTheContract", true)));
            attacks.add(new Attack("/__proto__", value.copy().put("__proto__", new JsonObject().put("admin", true))));
        }
        for (Object required : schema.getJsonArray("required", new JsonArray())) {
            JsonObject without = value.copy();
            without.remove((String) required);
            attacks.add(new Attack("/" + required + " missing", without));
        }
        for (String name : properties.fieldNames()) {
            JsonObject member = properties.getJsonObject(name);
            if (value.containsKey(name)) {
                invalid(member, value.getValue(name))
                        .forEach(inner -> attacks.add(new Attack(
                                "/" + name + inner.what(), value.copy().put(name, inner.value()))));
            } else if (member.containsKey("type")) {
                Object wrong = member.getString("type").equals("string") ? 12_345 : "wrong";
                attacks.add(
                        new Attack("/" + name + ": another type", value.copy().put(name, wrong)));
            }
        }
    }

    private static void lists(JsonObject schema, JsonArray value, List<Attack> attacks) {
        int most = schema.getInteger("maxItems", Integer.MAX_VALUE);
        if (value.isEmpty()) {
            return;
        }
        invalid(schema.getJsonObject("items", new JsonObject()), value.getValue(0))
                .forEach(inner -> attacks.add(new Attack("/0" + inner.what(), replacedFirst(value, inner.value()))));
        if (most < MOST_ITEMS_SENT) {
            JsonArray many = new JsonArray();
            for (int i = 0; i <= most; i++) {
                many.add(value.getValue(0));
            }
            attacks.add(new Attack(": too many", many));
        }
        if (schema.getInteger("minItems", 0) > 0) {
            attacks.add(new Attack(": none", new JsonArray()));
        }
    }

    private static JsonArray replacedFirst(JsonArray value, Object first) {
        JsonArray changed = value.copy();
        changed.set(0, first);
        return changed;
    }

    private static void texts(JsonObject schema, List<Attack> attacks) {
        int longest = schema.getInteger("maxLength", schema.containsKey("pattern") ? PATTERN_LIMIT : LONGEST_SENT);
        if (longest < LONGEST_SENT) {
            attacks.add(new Attack(": too long", "9".repeat(longest + 1)));
        }
        if (schema.containsKey("enum")) {
            attacks.add(new Attack(": no such value", "NO_SUCH_VALUE"));
        }
        if (schema.containsKey("format") || schema.getString("pattern", "").startsWith("^")) {
            attacks.add(new Attack(": malformed", "' OR '1'='1"));
            attacks.add(new Attack(": with a line break", "a\r\nSet-Cookie: b=c"));
        }
        if (schema.getInteger("minLength", 0) > 0) {
            attacks.add(new Attack(": empty", ""));
        }
    }

    private static void numbers(JsonObject schema, List<Attack> attacks) {
        if (schema.containsKey("maximum")) {
            attacks.add(new Attack(": too big", schema.getLong("maximum") + 1));
        }
        if (schema.containsKey("minimum")) {
            attacks.add(new Attack(": too small", schema.getLong("minimum") - 1));
        }
    }

    private static Map<String, String> hostileTexts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("null character", "a\u0000b");
        texts.put("line break", "a\r\nSet-Cookie: b=c\r\n\r\n<h1>d</h1>");
        texts.put("html", "<script>alert(1)</script><img src=x onerror=alert(1)>");
        texts.put("template", "${7*7} {{7*7}} #{7*7} <%= 7*7 %> {0} {name, plural, other{#}}");
        texts.put("sql", "'); DROP TABLE penalty; --");
        texts.put("half a character", "a\ud800b");
        return texts;
    }
}
