package io.redress.benchmarks.limit;

import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Measured;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one command sent to Postgres, as the server logged it.
 *
 * @param statements all of its transaction, begin and commit included
 * @param write the one that writes
 * @param parameters of the write, in order; empty for NULL
 */
public record LoggedCommand(List<String> statements, String write, List<Optional<String>> parameters) {

    private static final Pattern STATEMENT = Pattern.compile("(?s)(?:statement|execute [^:]*): (.*)");
    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = (?:NULL|'([^']*+(?:''[^']*+)*+)')");

    /**
     * @param log the server's log in JSON, one object a line
     * @param writes a part of the text of the one statement that writes
     */
    public static LoggedCommand in(List<String> log, String writes) {
        List<JsonObject> lines = log.stream().map(JsonObject::new).toList();
        JsonObject write = lines.stream()
                .filter(line -> line.getString("message", "").contains(writes))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the server has logged no " + writes));
        Integer backend = write.getInteger("pid");
        List<String> statements = new ArrayList<>();
        for (JsonObject line : lines) {
            Matcher matcher = STATEMENT.matcher(line.getString("message", ""));
            if (backend.equals(line.getInteger("pid")) && matcher.matches()) {
                String statement = matcher.group(1).replaceAll("\\s+", " ").strip();
                if (statement.equals("BEGIN")) {
                    statements.clear();
                }
                statements.add(statement);
                if (statement.equals("COMMIT") && lines.indexOf(line) > lines.indexOf(write)) {
                    break;
                }
            }
        }
        Matcher text = STATEMENT.matcher(write.getString("message"));
        if (!text.matches()) {
            throw new IllegalStateException("not a logged statement: " + write);
        }
        return new LoggedCommand(statements, text.group(1), parameters(write.getString("detail", "")));
    }

    /** Of a job that has measured commands like this one, ours first. */
    public Row row(String job, List<Measured> measured, List<Comparison> comparisons) {
        System.out.println("statements of one command: " + statements.size());
        JsonObject details = ResultFile.details(measured).put("statements", new JsonArray(statements));
        return new Row(job, "CPU µs", measured.get(0).estimate(), comparisons, details);
    }

    /** @param detail {@code Parameters: $1 = 'text', $2 = NULL}, quotes inside doubled */
    static List<Optional<String>> parameters(String detail) {
        List<Optional<String>> found = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(detail);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group(1)) == found.size() + 1) {
                found.add(Optional.ofNullable(matcher.group(2)).map(value -> value.replace("''", "'")));
            }
        }
        return found;
    }
}
