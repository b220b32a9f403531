package io.redress.e2e.oracles;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * I6: what was committed stands in its topic, each subject's events for the first time in their order and all in one
 * partition, and every consumer has handled every event of every topic it reads. Nothing is left in an outbox, parked
 * or buried.
 */
public final class DeliveryOracle implements Oracle {

    private static final Map<String, String> TOPICS = topics();
    /** Who has to handle which topic, by schema. */
    private static final Map<String, List<String>> READ_BY = Map.of(
            "penalties.events.v1", List.of("cases", "notifications"),
            "cases.events.v1", List.of("penalties", "refunds", "notifications"),
            "refunds.events.v1", List.of("cases", "notifications"),
            "notifications.events.v1", List.of("penalties", "cases"));

    private final Rows rows;
    private final TopicScan scan;
    private final Set<String> buriedKeys;
    private final Set<String> overtaken;

    /**
     * @param buriedKeys {@code schema topic key} of the keys that have an open dead letter on purpose; what waits behind
     *     one is no violation
     * @param overtaken topics in which events were sent ahead of their turn on purpose: their order is no violation
     */
    public DeliveryOracle(Connection connection, TopicScan scan, Set<String> buriedKeys, Set<String> overtaken) {
        this.rows = new Rows(connection);
        this.scan = scan;
        this.buriedKeys = Set.copyOf(buriedKeys);
        this.overtaken = Set.copyOf(overtaken);
    }

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String guarantees() {
        return "the topics hold what was committed, in order for each key, and every consumer has handled it";
    }

    @Override
    public List<Violation> check() {
        List<String> found = new ArrayList<>();
        TOPICS.forEach((schema, topic) -> {
            leftovers(schema, found);
            TopicOrder order = new TopicOrder(topic, history(schema), !overtaken.contains(topic));
            Map<Integer, Long> ends = scan.each(topic, order::read);
            found.addAll(order.problems());
            for (String reader : READ_BY.get(topic)) {
                handled(reader, topic, order, found);
                positions(reader, topic, ends, found);
            }
        });
        return found.stream().map(what -> new Violation(id(), what)).toList();
    }

    private Map<String, List<String>> history(String schema) {
        Map<String, List<String>> bySubject = new TreeMap<>();
        String sql = "SELECT subject, event_id FROM " + schema + ".history ORDER BY subject, sequence";
        rows.each(sql, row -> bySubject
                .computeIfAbsent(row.getString(1), subject -> new ArrayList<>())
                .add(row.getString(2)));
        return bySubject;
    }

    private void leftovers(String schema, List<String> found) {
        rows.texts("SELECT subject || ' #' || sequence FROM " + schema + ".outbox ORDER BY id")
                .forEach(row -> found.add(schema + ": not published: " + row));
        Set<String> open = new TreeSet<>();
        rows.each("SELECT topic, key, cause FROM " + schema + ".dead_letter WHERE state = 'OPEN'", row -> {
            String key = schema + " " + row.getString(1) + " " + row.getString(2);
            open.add(key);
            if (!buriedKeys.contains(key)) {
                found.add(schema + ": an open dead letter of " + row.getString(1) + " " + row.getString(2) + ": "
                        + row.getString(3));
            }
        });
        buriedKeys.stream()
                .filter(key -> key.startsWith(schema + " ") && !open.contains(key))
                .forEach(key -> found.add("no open dead letter where one was expected: " + key));
        rows.each("SELECT topic, key, subject, sequence, reason FROM " + schema + ".parked_event", row -> {
            if (!buriedKeys.contains(schema + " " + row.getString(1) + " " + row.getString(2))) {
                found.add(schema + ": parked: " + row.getString(3) + " #" + row.getLong(4) + ": " + row.getString(5));
            }
        });
    }

    private void handled(String reader, String topic, TopicOrder order, List<String> found) {
        Map<String, Long> inbox = new TreeMap<>();
        rows.each(
                "SELECT subject, sequence FROM " + reader + ".inbox WHERE topic = ?",
                row -> inbox.put(row.getString(1), row.getLong(2)),
                topic);
        order.published().forEach((subject, last) -> {
            Long handled = inbox.remove(subject);
            boolean buried = buriedKeys.contains(reader + " " + topic + " " + order.keyOf(subject));
            if (!buried && (handled == null || handled != last.longValue())) {
                found.add(reader + " has handled " + subject + " up to #" + (handled == null ? 0 : handled) + " of #"
                        + last + " in " + topic);
            }
        });
        inbox.forEach((subject, last) ->
                found.add(reader + " has handled " + subject + " #" + last + ", which never stood in " + topic));
    }

    private void positions(String reader, String topic, Map<Integer, Long> ends, List<String> found) {
        Map<Integer, Long> next = new TreeMap<>();
        rows.each(
                "SELECT partition, next FROM " + reader + ".consumer_offset WHERE topic = ?",
                row -> next.put(row.getInt(1), row.getLong(2)),
                topic);
        ends.forEach((partition, end) -> {
            Long position = next.get(partition);
            if (position == null ? end > 0 : position != end.longValue()) {
                found.add(reader + " stands at " + position + " of " + end + " in " + topic + "-" + partition);
            }
        });
    }

    private static Map<String, String> topics() {
        Map<String, String> topics = new LinkedHashMap<>();
        for (String schema : List.of("penalties", "cases", "refunds", "notifications")) {
            topics.put(schema, schema + ".events.v1");
        }
        return topics;
    }
}
