package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Locale;

/** The status of a suite for reading. */
final class StatusTable {

    private static final String ROW = "%-24s %-6s %-10s %-16s %7s %8s %6s %7s %6s %8s";
    private static final double MIB = 1_048_576;

    private StatusTable() {}

    static void print(PrintWriter out, JsonNode status) {
        row(out, "service", "port", "ready", "version", "outbox", "age s", "lag", "parked", "dead", "anon MiB");
        for (JsonNode service : status.path("services")) {
            row(
                    out,
                    service.path("service").asText(),
                    service.path("port").asText(),
                    service.path("ready").asBoolean() ? "ready" : "NOT READY",
                    service.path("version").asText(),
                    service.path("outboxRows").asText("-"),
                    service.has("outboxAgeSeconds")
                            ? number(service.path("outboxAgeSeconds").asDouble())
                            : "-",
                    service.path("consumerLag").asText("-"),
                    service.path("parkedEvents").asText("-"),
                    service.path("deadLetters").asText("-"),
                    mebibytes(service));
        }
        for (JsonNode process : status.path("processes")) {
            row(out, process.path("name").asText(), "", "", "", "", "", "", "", "", mebibytes(process));
        }
        out.println("mail server on port " + status.path("smtpPort").asText());
        out.println("business time " + status.path("now").asText());
    }

    private static void row(PrintWriter out, Object... columns) {
        out.println(String.format(Locale.ROOT, ROW, columns).stripTrailing());
    }

    private static String mebibytes(JsonNode process) {
        return process.has("rssAnonBytes") ? number(process.path("rssAnonBytes").asLong() / MIB) : "-";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
