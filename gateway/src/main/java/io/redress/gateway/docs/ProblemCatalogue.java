package io.redress.gateway.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rows of problems.md by code, so that the {@code type} of every problem leads to its explanation. */
final class ProblemCatalogue {

    private static final Pattern HEADING = Pattern.compile("^## (.+)$");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\| (\\d{3}) \\| ([^|]+) \\| ([^|]+) \\|$");

    /**
     * What one service means by a code.
     *
     * @param from the service, or every service
     * @param remedy what the caller can do
     */
    record Row(String code, String from, int status, String meaning, String remedy) {}

    private final Map<String, List<Row>> rows;

    private ProblemCatalogue(Map<String, List<Row>> rows) {
        this.rows = rows;
    }

    static ProblemCatalogue of(String markdown) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        String section = "";
        for (String line : markdown.lines().toList()) {
            Matcher heading = HEADING.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                section = heading.group(1);
            } else if (row.matches()) {
                rows.computeIfAbsent(row.group(1), code -> new ArrayList<>())
                        .add(new Row(
                                row.group(1),
                                section,
                                Integer.parseInt(row.group(2)),
                                row.group(3).strip(),
                                row.group(4).strip()));
            }
        }
        return new ProblemCatalogue(rows);
    }

    /** What this code means, for each service that has it. */
    Optional<List<Row>> find(String code) {
        return Optional.ofNullable(rows.get(code)).map(List::copyOf);
    }

    /** A page for people. */
    static String html(String code, List<Row> rows) {
        StringBuilder page = new StringBuilder(
                        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(code))
                .append("</title>\n</head>\n<body>\n<h1>")
                .append(escaped(code))
                .append("</h1>\n");
        for (Row row : rows) {
            page.append("<h2>")
                    .append(escaped(row.from()))
                    .append(": ")
                    .append(row.status())
                    .append("</h2>\n<p>")
                    .append(escaped(row.meaning()))
                    .append("</p>\n<p>")
                    .append(escaped(row.remedy()))
                    .append("</p>\n");
        }
        return page.append("</body>\n</html>\n").toString();
    }

    /** The same for terminals. */
    static String markdown(String code, List<Row> rows) {
        StringBuilder page = new StringBuilder("# ").append(code).append("\n");
        for (Row row : rows) {
            page.append("\n## ")
                    .append(row.from())
                    .append(": ")
                    .append(row.status())
                    .append("\n\n")
                    .append(row.meaning())
                    .append("\n\n")
                    .append(row.remedy())
                    .append("\n");
        }
        return page.toString();
    }

    private static String escaped(String text) {
        String plain = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
        return plain.replaceAll("`([^`]+)`", "<code>$1</code>");
    }
}
