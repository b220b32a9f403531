package io.redress.kit.pg;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.kit.messaging.RecordedEvent;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
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

    /**
     * History and outbox come last and hang on the guards, so that a lost race shows as a missed guard and not as a broken
     * key.
     */
    private static final String GUARDS_HELD = "{guards held}";

    private static final int MOST_CHARACTERS = 4 * 1024 * 1024;

    /**
     * One for each shape that was written of late. A command of many parts can have as many shapes as numbers of parts, so
     * that the least used ones are forgotten and made again.
     */
    private static final Cache<List<Part>, String> TEXTS = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((List<Part> parts, String sql) -> sql.length())
            .executor(Runnable::run)
            .build();

    /** What a statement's text depends on. */
    private record Part(String sql, int parameters, boolean guard) {}

    private static final String HISTORY = """
            INSERT INTO history (subject, sequence, version, event_id, event_type, business_time, actor, envelope, salt, digest, prev_hash, hash, correlation_id, trace_id)
            SELECT * FROM unnest((SELECT $1::text[]), $2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::timestamptz[], $7::text[], $8::text[], $9::bytea[], $10::bytea[], $11::bytea[], $12::bytea[], $13::text[], $14::text[]) AS h
            WHERE {guards held}""";

    private static final String OUTBOX = """
            INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope)
            SELECT event_id, topic, key, subject, sequence, envelope
            FROM unnest((SELECT $1::text[]), $2::text[], $3::text[], $4::text[], $5::bigint[], $6::text[]) WITH ORDINALITY AS e (event_id, topic, key, subject, sequence, envelope, ord)
            WHERE {guards held} ORDER BY ord""";

    /** @throws GuardMissed if one of the guards of the write that was answered so touched no row */
    Void demandGuards(RowSet<Row> answer) {
        Row counts = answer.iterator().next();
        for (int guard = 0; guard < guards; guard++) {
            if (counts.getLong(guard) == 0) {
                throw new GuardMissed();
            }
        }
        return null;
    }

    static WriteStatement of(Write write) {
        List<Part> parts = new ArrayList<>();
        Tuple arguments = Tuple.tuple();
        for (Write.Fragment fragment : write.fragments()) {
            add(fragment.sql(), fragment.arguments(), fragment.guard(), parts, arguments);
        }
        int guards = (int) parts.stream().filter(Part::guard).count();
        if (!write.events().isEmpty()) {
            add(HISTORY, history(write.events()), false, parts, arguments);
            List<RecordedEvent> published =
                    write.events().stream().filter(RecordedEvent::published).toList();
            if (!published.isEmpty()) {
                add(OUTBOX, outbox(published), false, parts, arguments);
            }
        }
        return new WriteStatement(TEXTS.get(List.copyOf(parts), WriteStatement::text), arguments, guards);
    }

    /** Characters of all texts that are kept; at most 4 Mi. */
    static long charactersKept() {
        TEXTS.cleanUp();
        return TEXTS.asMap().values().stream().mapToLong(String::length).sum();
    }

    private static void add(String sql, Tuple values, boolean guard, List<Part> parts, Tuple arguments) {
        parts.add(new Part(sql, values.size(), guard));
        for (int i = 0; i < values.size(); i++) {
            arguments.addValue(values.getValue(i));
        }
    }

    private static String text(List<Part> parts) {
        StringBuilder sql = new StringBuilder("WITH ");
        StringBuilder counts = new StringBuilder();
        StringBuilder allGuardsHeld = new StringBuilder("true");
        int parameters = 0;
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            sql.append(i == 0 ? "" : ", ").append('w').append(i).append(" AS (");
            sql.append(renumber(part.sql().replace(GUARDS_HELD, allGuardsHeld), parameters));
            parameters += part.parameters();
            if (part.guard()) {
                sql.append(" RETURNING 1");
                counts.append(counts.isEmpty() ? "" : ", ")
                        .append("(SELECT count(*) FROM w")
                        .append(i)
                        .append(')');
                allGuardsHeld.append(" AND EXISTS (SELECT 1 FROM w").append(i).append(')');
            }
            sql.append(')');
        }
        return sql.append(" SELECT ").append(counts.isEmpty() ? "1" : counts).toString();
    }

    private static String renumber(String sql, int offset) {
        if (offset == 0) {
            return sql;
        }
        Matcher matcher = PARAMETER.matcher(sql);
        return matcher.replaceAll(found -> "\\$" + (Integer.parseInt(found.group(1)) + offset));
    }

    private static Tuple history(List<RecordedEvent> events) {
        return Tuple.tuple()
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
    }

    private static Tuple outbox(List<RecordedEvent> events) {
        return Tuple.tuple()
                .addArrayOfString(strings(events, RecordedEvent::eventId))
                .addArrayOfString(strings(events, RecordedEvent::topic))
                .addArrayOfString(strings(events, RecordedEvent::key))
                .addArrayOfString(strings(events, RecordedEvent::subject))
                .addArrayOfLong(longs(events, RecordedEvent::sequence))
                .addArrayOfString(strings(events, RecordedEvent::envelope));
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
