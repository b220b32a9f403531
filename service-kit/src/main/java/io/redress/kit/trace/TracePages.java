package io.redress.kit.trace;

import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What a service knows of a trace: the events it has recorded, and what became here of others' events. Says who, what,
 * when and in which order, never what an event holds. Every answer is bounded and comes from indexes.
 */
public final class TracePages {

    private static final int LIMIT = 200;
    private static final int MAX_SUBJECTS = 50;
    private static final int MAX_CHARACTERS = 200;

    static final String EVENTS = """
            SELECT h.subject, h.sequence, h.version, h.event_id, h.business_time, h.recorded_at, h.actor, h.envelope
            FROM ((SELECT subject, sequence FROM history WHERE event_id = $1)
                  UNION
                  (SELECT subject, sequence FROM history WHERE subject = $1 ORDER BY sequence DESC LIMIT $2)
                  UNION
                  (SELECT subject, sequence FROM history WHERE correlation_id = $1 ORDER BY recorded_at DESC LIMIT $2)
                  UNION
                  (SELECT subject, sequence FROM history WHERE trace_id = $1 ORDER BY recorded_at DESC LIMIT $2)
                 ) AS found
            JOIN history h USING (subject, sequence)
            ORDER BY h.recorded_at DESC, h.subject DESC, h.sequence DESC LIMIT $2""";

    private static final String WAITING = "SELECT event_id FROM outbox WHERE event_id = ANY ($1)";

    static final String HANDLED = """
            SELECT topic, subject, sequence, handled_at AS at, 'HANDLED' AS state FROM inbox
            WHERE topic = ANY ($1) AND subject = ANY ($2)""";

    static final String PARKED = """
            SELECT topic, subject, sequence, parked_at AS at, 'PARKED' AS state FROM parked_event
            WHERE topic = ANY ($1) AND subject = ANY ($2) ORDER BY id DESC LIMIT $3""";

    static final String DEAD = """
            SELECT topic, subject, sequence, coalesce(closed_at, opened_at) AS at, state FROM dead_letter
            WHERE subject = ANY ($2) AND topic = ANY ($1) ORDER BY id DESC LIMIT $3""";

    private final Database database;
    private final String serviceName;
    private final Set<String> topics;

    /** @param topics that the service reads */
    public TracePages(Database database, String serviceName, Set<String> topics) {
        this.database = database;
        this.serviceName = serviceName;
        this.topics = new TreeSet<>(topics);
    }

    /**
     * The newest 200 events recorded here under {@code id}: a request's, a trace's, an event's or an aggregate's.
     *
     * @throws IllegalArgumentException if the question has no usable id
     */
    public Future<JsonObject> events(MultiMap question) {
        String id = usable(question.get("id"));
        return database.read(tx -> tx.query(EVENTS, Tuple.of(id, LIMIT + 1))
                .compose(rows -> tx.query(WAITING, Tuple.tuple().addArrayOfString(texts(rows, "event_id")))
                        .map(waiting -> {
                            Set<String> unpublished = Set.of(texts(waiting, "event_id"));
                            JsonArray events = new JsonArray();
                            StreamSupport.stream(rows.spliterator(), false)
                                    .limit(LIMIT)
                                    .map(row -> event(row, unpublished))
                                    .forEach(events::add);
                            return new JsonObject()
                                    .put("service", serviceName)
                                    .put("reads", new JsonArray(List.copyOf(topics)))
                                    .put("truncated", rows.size() > LIMIT)
                                    .put("events", events);
                        })));
    }

    /**
     * What became here of the events of some subjects: how far each is handled, and what is parked or dead.
     *
     * @throws IllegalArgumentException if the question has no usable subject, or more than 50
     */
    public Future<JsonObject> handling(MultiMap question) {
        List<String> asked = question.getAll("subject");
        if (asked.isEmpty() || asked.size() > MAX_SUBJECTS) {
            throw new IllegalArgumentException("ask for 1 to " + MAX_SUBJECTS + " subjects");
        }
        String[] subjects = asked.stream().map(TracePages::usable).toArray(String[]::new);
        String[] read = topics.toArray(String[]::new);
        Tuple both = Tuple.tuple().addArrayOfString(read).addArrayOfString(subjects);
        Tuple bounded =
                Tuple.tuple().addArrayOfString(read).addArrayOfString(subjects).addInteger(LIMIT);
        return database.read(tx -> tx.query(HANDLED, both).compose(handled -> tx.query(PARKED, bounded)
                .compose(parked -> tx.query(DEAD, bounded).map(dead -> new JsonObject()
                        .put("service", serviceName)
                        .put("handled", rows(handled))
                        .put("parked", rows(parked))
                        .put("deadLetters", rows(dead))))));
    }

    private static String usable(String id) {
        if (id == null || id.isBlank() || id.length() > MAX_CHARACTERS || id.indexOf('\u0000') >= 0) {
            throw new IllegalArgumentException("an id has 1 to " + MAX_CHARACTERS + " characters");
        }
        return id;
    }

    private JsonObject event(Row row, Set<String> unpublished) {
        JsonObject envelope = new JsonObject(row.getString("envelope"));
        String id = row.getString("event_id");
        return new JsonObject()
                .put("id", id)
                .put("source", serviceName)
                .put("type", envelope.getString("type"))
                .put("subject", row.getString("subject"))
                .put("sequence", row.getLong("sequence"))
                .put("version", row.getLong("version"))
                .put("businessTime", instant(row, "business_time"))
                .put("recordedAt", instant(row, "recorded_at"))
                .put("actor", row.getString("actor"))
                .put("correlationId", envelope.getString("correlationid"))
                .put("causationId", envelope.getString("causationid"))
                .put(
                        "traceId",
                        TraceParent.parse(envelope.getString(TraceParent.NAME))
                                .map(TraceParent::traceId)
                                .orElse(null))
                .put("effectId", envelope.getString("effectid"))
                .put("state", unpublished.contains(id) ? "WAITING" : "PUBLISHED");
    }

    private static JsonArray rows(RowSet<Row> rows) {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(new JsonObject()
                .put("topic", row.getString("topic"))
                .put("subject", row.getString("subject"))
                .put("sequence", row.getLong("sequence"))
                .put("state", row.getString("state"))
                .put("at", instant(row, "at"))));
        return all;
    }

    private static String[] texts(RowSet<Row> rows, String column) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString(column))
                .collect(Collectors.toCollection(TreeSet::new))
                .toArray(String[]::new);
    }

    private static String instant(Row row, String column) {
        OffsetDateTime at = row.getOffsetDateTime(column);
        return at.toInstant().toString();
    }
}
