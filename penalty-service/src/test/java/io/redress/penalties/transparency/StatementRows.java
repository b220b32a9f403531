package io.redress.penalties.transparency;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements written by hand, valid and invalid, row by row of the format: {@code transparency/rows/<field>.json}, each
 * a difference to {@code base.json}. They are what product and simulator are judged by, who read the same table.
 */
final class StatementRows {

    /**
     * One statement.
     *
     * @param ignored the fields of which the database does not keep everything
     * @param detail what is wrong with the field; empty with a valid one
     * @param onlyDocumented whether the database's code takes it all the same
     */
    record Sample(
            String field,
            String why,
            JsonObject statement,
            List<String> ignored,
            Optional<String> detail,
            boolean onlyDocumented) {

        @Override
        public String toString() {
            return field + ": " + why;
        }
    }

    private StatementRows() {}

    static JsonObject base() {
        return file("base.json");
    }

    static List<Sample> of(String field) {
        JsonObject rows = file("rows/" + field + ".json");
        List<Sample> samples = new ArrayList<>();
        for (String kind : List.of("valid", "invalid")) {
            for (Object row : rows.getJsonArray(kind)) {
                samples.add(sample(field, (JsonObject) row));
            }
        }
        return samples;
    }

    private static Sample sample(String field, JsonObject row) {
        JsonObject statement = base();
        row.getJsonObject("set", new JsonObject())
                .forEach(member -> statement.put(member.getKey(), written(member.getValue())));
        row.getJsonArray("unset", new JsonArray()).forEach(name -> statement.remove((String) name));
        return new Sample(
                field,
                row.getString("why"),
                statement,
                row.getJsonArray("ignored", new JsonArray()).stream()
                        .map(String.class::cast)
                        .toList(),
                Optional.ofNullable(row.getString("detail")),
                row.getBoolean("onlyDocumented", false));
    }

    /** {@code {"$repeat": ["x", 3]}} is xxx, {@code {"$join": [a, b]}} is a and b; all else is itself. */
    private static Object written(Object value) {
        if (value instanceof JsonObject object && object.containsKey("$repeat")) {
            JsonArray times = object.getJsonArray("$repeat");
            return times.getString(0).repeat(times.getInteger(1));
        }
        if (value instanceof JsonObject object && object.containsKey("$join")) {
            StringBuilder joined = new StringBuilder();
            object.getJsonArray("$join").forEach(part -> joined.append(written(part)));
            return joined.toString();
        }
        return value;
    }

    static JsonObject file(String name) {
        return new JsonObject(text(name));
    }

    static String text(String name) {
        try (InputStream file = StatementRows.class.getResourceAsStream("/transparency/" + name)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
