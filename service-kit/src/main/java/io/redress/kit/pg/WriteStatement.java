package io.redress.kit.pg;

import io.redress.kit.messaging.RecordedEvent;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one SQL statement of a {@link Write}: its parts as CTEs with renumbered parameters. The text depends on the
 * shape of the write only, never on how many rows it has, so the prepared-statement cache holds it. Answers one row
 * with one column per guard: how many rows the guard touched.
 */
record WriteStatement(String sql, Tuple arguments, int guards) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

    private static final String HISTORY = """
            INSERT INTO history (subject, sequence, version, event_id, event_type, business_time, actor, envelope, salt, digest, prev_hash, hash, correlation_id, trace_id)
            SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::bytea[], $10::bytea[], $11::bytea[], $12::bytea[], $13::text[], $14::text[]) AS h
            WHERE %s""";

    private static final String OUTBOX = """
            INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope)
            SELECT event_id, topic, key, subject, sequence, envelope
            FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) WITH ORDINALITY AS e (event_id, topic, key, subject, sequence, envelope, ord)
            WHERE %s ORDER BY ord""";

    static WriteStatement of(Write write) {
        List<Write.Fragment> parts = new ArrayList<>(write.fragments());
        if (!write.events().isEmpty()) {
            String allGuardsHeld = guardsHeld(write.fragments());
            parts.add(history(write.events(), allGuardsHeld));
            List<RecordedEvent> published =
                    write.events().stream().filter(RecordedEvent::published).toList();
            if (!published.isEmpty()) {
                parts.add(outbox(published, allGuardsHeld));
            }
        }
        StringBuilder sql = new StringBuilder("WITH ");
        StringBuilder counts = new StringBuilder();
        Tuple arguments = Tuple.tuple();
        int guards = 0;
        for (int i = 0; i < parts.size(); i++) {
            Write.Fragment part = parts.get(i);
            sql.append(i == 0 ? "" : ", ").append('w').append(i).append(" AS (");
            sql.append(renumber(part.sql(), arguments.size()));
            if (part.guard()) {
                sql.append(" RETURNING 1");
                counts.append(guards == 0 ? "" : ", ")
                        .append("(SELECT count(*) FROM w")
                        .append(i)
                        .append(')');
                guards++;
            }
            sql.append(')');
            for (int a = 0; a < part.arguments().size(); a++) {
                arguments.addValue(part.arguments().getValue(a));
            }
        }
        sql.append(" SELECT ").append(guards == 0 ? "1" : counts);
        return new WriteStatement(sql.toString(), arguments, guards);
    }

    /** History and outbox hang on the guards, so that a lost race shows as a missed guard and not as a broken key. */
    private static String guardsHeld(List<Write.Fragment> fragments) {
        StringBuilder condition = new StringBuilder("true");
        for (int i = 0; i < fragments.size(); i++) {
            if (fragments.get(i).guard()) {
                condition.append(" AND EXISTS (SELECT 1 FROM w").append(i).append(')');
            }
        }
        return condition.toString();
    }

    private static String renumber(String sql, int offset) {
        if (offset == 0) {
            return sql;
        }
        Matcher matcher = PARAMETER.matcher(sql);
        return matcher.replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + offset));
    }

    private static Write.Fragment history(List<RecordedEvent> events, String condition) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(strings(events, RecordedEvent::subject))
                .addArrayOfLong(longs(events, RecordedEvent::sequence))
                .addArrayOfLong(longs(events, RecordedEvent::version))
                .addArrayOfString(strings(events, RecordedEvent::eventId))
                .addArrayOfString(strings(events, RecordedEvent::type))
                .addArrayOfOffsetDateTime(events.stream()
                        .map(event -> event.businessTime().atOffset(ZoneOffset.UTC))
                        .toArray(OffsetDateTime[]::new))
                .addArrayOfString(strings(events, RecordedEvent::actor))
                .addArrayOfString(strings(events, RecordedEvent::envelope))
                .addArrayOfBuffer(buffers(events, RecordedEvent::salt))
                .addArrayOfBuffer(buffers(events, RecordedEvent::digest))
                .addArrayOfBuffer(buffers(events, RecordedEvent::previousHash))
                .addArrayOfBuffer(buffers(events, RecordedEvent::hash))
                .addArrayOfString(strings(events, RecordedEvent::correlationId))
                .addArrayOfString(strings(events, event -> event.traceId().orElse(null)));
        return new Write.Fragment(HISTORY.formatted(condition), arguments, false);
    }

    private static Write.Fragment outbox(List<RecordedEvent> events, String condition) {
        Tuple arguments = Tuple.tuple()
                .addArrayOfString(strings(events, RecordedEvent::eventId))
                .addArrayOfString(strings(events, RecordedEvent::topic))
                .addArrayOfString(strings(events, RecordedEvent::key))
                .addArrayOfString(strings(events, RecordedEvent::subject))
                .addArrayOfLong(longs(events, RecordedEvent::sequence))
                .addArrayOfString(strings(events, RecordedEvent::envelope));
        return new Write.Fragment(OUTBOX.formatted(condition), arguments, false);
    }

    private static String[] strings(List<RecordedEvent> events, Function<RecordedEvent, String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }

    private static Long[] longs(List<RecordedEvent> events, Function<RecordedEvent, Long> column) {
        return events.stream().map(column).toArray(Long[]::new);
    }

    private static io.vertx.core.buffer.Buffer[] buffers(
            List<RecordedEvent> events, Function<RecordedEvent, byte[]> column) {
        return events.stream()
                .map(column)
                .map(io.vertx.core.buffer.Buffer::buffer)
                .toArray(io.vertx.core.buffer.Buffer[]::new);
    }
}
