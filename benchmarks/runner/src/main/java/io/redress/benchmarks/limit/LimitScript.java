package io.redress.benchmarks.opencase;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A write of ours as a script of pgbench: the same statement with the same parameters, except that ids, which must
 * differ, are made of a number. Texts of events and the stored answer stay as they were: their length is what costs.
 *
 * @param text of the script; {@code client_id}, {@code per_client} and {@code base} make the number
 * @param values of the parameters that do not differ, by name
 */
record LimitScript(String text, Map<String, String> values) {

    private static final Pattern PLACE = Pattern.compile("\\$(\\d+)");
    private static final Pattern EVENT_ID = Pattern.compile("evt_[0-9a-f-]+");
    private static final String NUMBER = "' || lpad(CAST(:k AS text), 12, '0') || '";

    /**
     * @param write logged with penalty number 0 of {@code logged}
     * @param caseId that the write made
     * @param used which penalties the script takes instead
     */
    static LimitScript of(LoggedCommand write, Penalties logged, String caseId, Penalties used) {
        Map<String, String> values = new LinkedHashMap<>();
        StringBuilder sql = new StringBuilder();
        Matcher place = PLACE.matcher(write.write());
        int from = 0;
        while (place.find()) {
            int number = Integer.parseInt(place.group(1));
            Optional<String> value = write.parameters().get(number - 1);
            sql.append(write.write(), from, place.start());
            from = place.end();
            Optional<String> made = value.filter(text -> !text.contains("specversion"))
                    .flatMap(text -> differing(text, logged, caseId, used));
            if (value.isEmpty()) {
                sql.append("NULL");
            } else if (made.isPresent()) {
                sql.append(made.get());
            } else {
                values.put("p" + number, value.get());
                sql.append(":p").append(number);
            }
        }
        sql.append(write.write().substring(from));
        String text = "\\set n :n + 1\n\\set k :base + :client_id * :per_client + :n - 1\n"
                + sql.toString().replaceAll("\\s+", " ").strip() + ";\n";
        return new LimitScript(text, values);
    }

    /** The value as an expression of the number, if it holds an id. */
    private static Optional<String> differing(String value, Penalties logged, String caseId, Penalties used) {
        String quoted = value.replace("'", "''");
        String numbered = quoted.replace(logged.id(0), stem(used.id(0)) + NUMBER)
                .replace(caseId, "cas_0190a8c1-0000-7000-" + used.series() + "-" + NUMBER)
                .replace(logged.key(0), "bench-" + used.series() + "-" + NUMBER);
        Matcher event = EVENT_ID.matcher(numbered);
        StringBuilder all = new StringBuilder();
        int found = 0;
        while (event.find()) {
            event.appendReplacement(
                    all,
                    Matcher.quoteReplacement("evt_0190a8c1-000" + found + "-7000-" + used.series() + "-" + NUMBER));
            found++;
        }
        event.appendTail(all);
        return all.toString().equals(quoted) ? Optional.empty() : Optional.of("('" + all + "')");
    }

    private static String stem(String id) {
        return id.substring(0, id.length() - "000000000000".length());
    }
}
