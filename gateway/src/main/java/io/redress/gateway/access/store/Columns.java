package io.redress.gateway.access.store;

import io.redress.kit.command.Revision;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Values between rows and records; empty is null. */
final class Columns {

    private Columns() {}

    static Tuple tuple(Object... values) {
        return Tuple.from(Arrays.asList(values));
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Columns::time).orElse(null);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static Optional<Instant> maybeInstant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    static Buffer head(Revision revision) {
        return Buffer.buffer(revision.chainHead());
    }

    static Revision revision(Row row) {
        return new Revision(
                row.getLong("version"),
                row.getLong("event_sequence"),
                row.getBuffer("chain_head").getBytes());
    }
}
