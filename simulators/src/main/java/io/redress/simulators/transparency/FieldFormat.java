package io.redress.simulators.transparency;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One row of the table, and the database's words about values that do not fit it. */
final class FieldFormat {

    private final String name;
    private final JsonObject row;
    private final JsonArray values;

    FieldFormat(String name, JsonObject row, JsonObject values) {
        this.name = name;
        this.row = row;
        this.values = row.containsKey("values") ? values.getJsonArray(row.getString("values")) : new JsonArray();
    }

    String name() {
        return name;
    }

    String words() {
        return name.replace('_', ' ');
    }

    Object required() {
        return row.getValue("required");
    }

    Optional<JsonArray> rule(String key) {
        return Optional.ofNullable(row.getJsonArray(key));
    }

    /** The field whose value is taken out of this list; null if there is none. */
    String takesOut() {
        return row.getString("dropsValueOf");
    }

    /** An explicit null, or an empty list, where a value would have to be one of some. */
    boolean refusesNull(Object value) {
        boolean chosen =
                !row.getString("kind").equals("TEXT") && !row.getString("kind").equals("URL");
        return value == null && chosen && !row.getBoolean("nullable", false);
    }

    String invalid() {
        return row.containsKey("values")
                ? "The selected " + words() + " is invalid."
                : "The " + words() + " field format is invalid.";
    }

    List<String> messages(Object value) {
        List<String> messages = new ArrayList<>();
        switch (row.getString("kind")) {
            case "TEXT", "URL" -> text(value, messages);
            case "ENUM" -> {
                if (!(value instanceof String) || !values.contains(value)) {
                    messages.add(invalid());
                }
            }
            case "LIST" -> {
                if (!(value instanceof JsonArray list)) {
                    messages.add("The " + words() + " field must be an array.");
                } else if (!list.stream().allMatch(values::contains)) {
                    messages.add(invalid());
                }
            }
            case "DATE" -> date(value, messages);
            case "CODES" -> codes(value, messages);
            default -> throw new IllegalStateException("kind of " + name);
        }
        return messages;
    }

    private void text(Object value, List<String> messages) {
        if (!(value instanceof String text)) {
            messages.add("The " + words() + " field must be a string.");
            return;
        }
        if (row.containsKey("max") && text.codePoints().count() > row.getInteger("max")) {
            messages.add(
                    "The " + words() + " field must not be greater than " + row.getInteger("max") + " characters.");
        }
        if (row.containsKey("pattern") && !text.matches(row.getString("pattern"))) {
            messages.add(invalid());
        }
        if (row.getString("kind").equals("URL") && !text.matches("(?i)https?://[^\\s/]+.*")) {
            messages.add("The " + words() + " field must be a valid URL.");
        }
    }

    private void date(Object value, List<String> messages) {
        boolean written = value instanceof String text && text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
        try {
            LocalDate day = LocalDate.parse(written ? (String) value : "");
            if (row.containsKey("from") && day.isBefore(LocalDate.parse(row.getString("from")))) {
                messages.add(
                        "The " + words() + " field must be a date after or equal to " + row.getString("from") + ".");
            }
            if (row.containsKey("to") && day.isAfter(LocalDate.parse(row.getString("to")))) {
                messages.add(
                        "The " + words() + " field must be a date before or equal to " + row.getString("to") + ".");
            }
        } catch (DateTimeParseException e) {
            messages.add("The " + words() + " does not match the format YYYY-MM-DD.");
        }
    }

    private void codes(Object value, List<String> messages) {
        boolean fits = value instanceof JsonObject codes
                && codes.stream()
                        .allMatch(code -> row.getJsonObject("codes").containsKey(code.getKey())
                                && code.getValue() instanceof String text
                                && text.matches(row.getJsonObject("codes").getString(code.getKey())));
        if (!fits) {
            messages.add(invalid());
        }
    }
}
