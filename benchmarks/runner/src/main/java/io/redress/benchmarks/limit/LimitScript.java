package io.redress.benchmarks.limit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes of ours as a script of pgbench: the same statements with the same parameters, except that ids, which must
 * differ, are made of a number. Texts of events and the stored answer stay as they were: their length is what costs.
 *
 * @param text of the script; {@code client_id}, {@code per_client} and {@code base} make the number
 * @param values of the parameters that do not differ, by name
 */
public record LimitScript(String text, Map<String, String> values) {

    /** What stands for the number, in twelve digits, in a text that replaces another. */
    public static final String NUMBER = "' || lpad(CAST(:k AS text), 12, '0') || '";

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    /** A colon begins a variable for pgbench, also inside a text. */
    private static final String COLON = "' || chr(58) || '";

    private static final Pattern OWN_ID = Pattern.compile("([a-z]{3})_[0-9a-f][0-9a-f-]{31,35}");

    /**
     * @param writes logged one after the other
     * @param named texts of the parameters that differ, each with the text that it is to be, {@link #NUMBER} in it
     * @param series of the ids that are made in place of those that the service made, four hexadecimal digits
     */
    public static LimitScript of(List<LoggedCommand> writes, Map<String, String> named, String series) {
        Differing differing = new Differing(named, series, new LinkedHashMap<>());
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder("\\set n :n + 1\n\\set k :base + :client_id * :per_client + :n - 1\n");
        for (int at = 0; at < writes.size(); at++) {
            text.append(statement(writes.get(at), at == 0 ? "p" : "p" + at + "_", differing, values));
        }
        return new LimitScript(text.toString(), values);
    }

    private static String statement(
            LoggedCommand write, String prefix, Differing differing, Map<String, String> values) {
        StringBuilder sql = new StringBuilder();
        Matcher place = PLACE.matcher(write.write());
        int from = 0;
        while (place.find()) {
            int number = Integer.parseInt(place.group(1));
            Optional<String> value = write.parameters().get(number - 1);
            sql.append(write.write(), from, place.start());
            from = place.end();
            Optional<String> made =
                    value.filter(text -> !text.contains("specversion")).flatMap(differing::expression);
            if (value.isEmpty()) {
                sql.append("NULL");
            } else if (made.isPresent()) {
                sql.append(made.get());
            } else {
                values.put(prefix + number, value.get());
                sql.append(":").append(prefix).append(number);
            }
        }
        sql.append(write.write().substring(from));
        return sql.toString().replaceAll("\\s+", " ").strip() + ";\n";
    }

    /** @param made the ids in place of the service's own, the same in all statements */
    private record Differing(Map<String, String> named, String series, Map<String, String> made) {

        /** The value as an expression of the number, if it holds an id. */
        Optional<String> expression(String value) {
            String quoted = value.replace("'", "''").replace(":", COLON);
            String replaced = quoted;
            for (Map.Entry<String, String> one : named.entrySet()) {
                replaced = replaced.replace(one.getKey(), one.getValue());
            }
            Matcher id = OWN_ID.matcher(replaced);
            StringBuilder all = new StringBuilder();
            while (id.find()) {
                id.appendReplacement(all, Matcher.quoteReplacement(made(id.group(), id.group(1))));
            }
            id.appendTail(all);
            return all.toString().equals(quoted) ? Optional.empty() : Optional.of("('" + all + "')");
        }

        private String made(String id, String prefix) {
            return made.computeIfAbsent(
                    id, first -> String.format("%s_0190a8c1-%04x-7000-%s-%s", prefix, made.size(), series, NUMBER));
        }
    }
}
