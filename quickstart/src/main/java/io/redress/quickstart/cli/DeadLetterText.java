package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Dead letters and parked events as lines for people. */
final class DeadLetterText {

    private static final int CAUSE_CHARS = 100;

    private DeadLetterText() {}

    static List<String> letters(JsonNode items) {
        if (items.isEmpty()) {
            return List.of("no dead letters");
        }
        String row = "%-22s %-24s %-24s %-30s %-8s %s";
        List<String> lines = new ArrayList<>();
        lines.add(row(row, "id", "topic", "key", "event", "replays", "cause"));
        stream(items)
                .map(letter -> row(
                        row,
                        letter.path("id").asText(),
                        letter.path("topic").asText(),
                        letter.path("key").asText(),
                        event(letter),
                        letter.path("attempts").asText(),
                        shortened(letter.path("cause").asText())))
                .forEach(lines::add);
        return lines;
    }

    static List<String> parked(JsonNode items) {
        if (items.isEmpty()) {
            return List.of("no parked events");
        }
        String row = "%-22s %-24s %-24s %-30s %s";
        List<String> lines = new ArrayList<>();
        lines.add(row(row, "service", "topic", "key", "event", "waits because"));
        stream(items)
                .map(event -> row(
                        row,
                        event.path("service").asText(),
                        event.path("topic").asText(),
                        event.path("key").asText(),
                        event(event),
                        event.path("reason").asText()))
                .forEach(lines::add);
        return lines;
    }

    static List<String> whole(JsonNode letter) {
        List<String> lines = new ArrayList<>();
        lines.add(letter.path("id").asText() + "  " + letter.path("state").asText());
        lines.add("record    " + letter.path("topic").asText() + ", partition "
                + letter.path("partition").asText() + ", offset "
                + letter.path("offset").asText() + ", key " + letter.path("key").asText());
        lines.add("event     " + event(letter));
        lines.add("since     " + letter.path("openedAt").asText());
        lines.add("cause     " + letter.path("cause").asText());
        lines.add("replays   " + letter.path("attempts").asText());
        JsonNode failure = letter.path("lastFailure");
        if (failure.isObject()) {
            lines.add("failed    " + failure.path("at").asText() + ": "
                    + failure.path("cause").asText());
        }
        if (letter.has("closedAt")) {
            lines.add("closed    " + letter.path("closedAt").asText() + " by "
                    + letter.path("closedBy").asText("?"));
        }
        if (letter.has("reason")) {
            lines.add("reason    " + letter.path("reason").asText());
        }
        lines.add("waiting   " + letter.path("parkedBehind").path("count").asText() + " behind its key");
        stream(letter.path("parkedBehind").path("first"))
                .map(event -> "          " + event(event))
                .forEach(lines::add);
        lines.add("envelope  " + letter.path("envelope").asText());
        return lines;
    }

    /** The last line is the sum. */
    static List<String> replayed(JsonNode outcomes) {
        List<String> lines = new ArrayList<>();
        long closed = 0;
        long failed = 0;
        for (JsonNode outcome : outcomes) {
            String place =
                    outcome.path("topic").asText() + " " + outcome.path("key").asText();
            closed += outcome.path("closed").asLong();
            if (outcome.has("failed")) {
                failed++;
                lines.add("FAILED " + place + ": " + outcome.path("closed").asText() + " handled, "
                        + outcome.path("failed").path("deadLetterId").asText() + " stays: "
                        + outcome.path("failed").path("cause").asText());
            } else {
                lines.add("ok " + place + ": " + outcome.path("closed").asText() + " handled");
            }
        }
        lines.add("dead-letters replay: " + closed + " handled, " + failed + " keys wait on");
        return lines;
    }

    static Stream<JsonNode> stream(JsonNode items) {
        return StreamSupport.stream(items.spliterator(), false);
    }

    private static String event(JsonNode item) {
        return item.has("subject")
                ? item.path("subject").asText() + " #" + item.path("sequence").asText()
                : "unreadable";
    }

    private static String shortened(String cause) {
        String line = cause.replaceAll("\\s+", " ");
        return line.length() <= CAUSE_CHARS ? line : line.substring(0, CAUSE_CHARS) + "…";
    }

    private static String row(String format, Object... cells) {
        return String.format(Locale.ROOT, format, cells).stripTrailing();
    }
}
