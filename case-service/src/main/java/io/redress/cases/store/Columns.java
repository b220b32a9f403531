package io.redress.cases.store;

import io.redress.kit.command.Revision;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values between rows and records; empty is null. */
final class Columns {

    private Columns() {}

    static Tuple tuple(Object... values) {
        return Tuple.from(java.util.Arrays.asList(values));
    }

    /** The one argument of a statement that finds something for each of them. */
    static Tuple keys(Collection<String> keys) {
        return Tuple.of(keys.toArray(String[]::new));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Columns::time).orElse(null);
    }

    static <T> T orNull(Optional<T> value) {
        return value.orElse(null);
    }

    static Buffer head(Revision revision) {
        return Buffer.buffer(revision.chainHead());
    }

    static <T> String[] texts(Collection<T> rows, Function<T, String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static Optional<Instant> maybeInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    static Optional<String> maybeText(Row row, String column) {
        return Optional.ofNullable(row.getString(column));
    }

    static List<String> texts(Row row, String column) {
        String[] values = row.getArrayOfStrings(column);
        return values == null ? List.of() : List.of(values);
    }

    static Revision revision(Row row) {
        return new Revision(
                row.getLong("version"),
                row.getLong("event_sequence"),
                row.getBuffer("chain_head").getBytes());
    }
}
