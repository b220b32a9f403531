package io.redress.penalties.store;

import io.redress.kit.command.Revision;
import io.redress.kit.deadlines.Deadlines;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.DeadlineKinds;
import io.redress.penalties.domain.measures.Measure;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;

/** Table measure, with the deadlines of its start and end. */
final class MeasureRows {

    /** The rows that {@link #measure} reads, with the newest request for relief; a condition on {@code m} follows. */
    static final String SELECT = "SELECT m.*, " + ReliefRows.COLUMNS + """

            FROM measure m LEFT JOIN LATERAL (
                SELECT * FROM interim_relief i WHERE i.measure_id = m.id ORDER BY i.asked_at DESC LIMIT 1) r ON true""";

    private static final String INSERT = """
            INSERT INTO measure (id, version, event_sequence, chain_head, state, begun, starts_at, ends_at, ended_at,
                confirmed_state, confirmed_at, confirmed_target_version, pause_from, pause_until, by_ruling,
                penalty_id, shop_id, ground_bucket, ground_threshold, kind, days, origin)
            VALUES ($1::text, $2::bigint, $3::bigint, $4::bytea, $5::text, $6::boolean, $7::timestamptz, $8::timestamptz,
                $9::timestamptz, $10::text, $11::timestamptz, $12::bigint,
                $13::timestamptz[], $14::timestamptz[], $15::boolean,
                $16::text, $17::text, $18::text, $19::integer, $20::text, $21::integer, $22::text)""";

    private static final String UPDATE = """
            UPDATE measure SET version = $2::bigint, event_sequence = $3::bigint, chain_head = $4::bytea, state = $5::text,
                begun = $6::boolean, starts_at = $7::timestamptz, ends_at = $8::timestamptz, ended_at = $9::timestamptz,
                confirmed_state = $10::text, confirmed_at = $11::timestamptz, confirmed_target_version = $12::bigint,
                pause_from = $13::timestamptz[], pause_until = $14::timestamptz[], by_ruling = $15::boolean
            WHERE id = $1::text AND version = $16::bigint""";

    private MeasureRows() {}

    static Measure measure(Row row) {
        return new Measure(
                row.getString("id"),
                row.getString("penalty_id"),
                Columns.optionalText(row, "ground_bucket")
                        .map(bucket -> new Measure.Ground(bucket, row.getInteger("ground_threshold"))),
                row.getString("kind"),
                Columns.optionalInt(row, "days"),
                Measure.Origin.valueOf(row.getString("origin")),
                Measure.State.valueOf(row.getString("state")),
                row.getBoolean("begun"),
                Columns.instant(row, "starts_at"),
                Columns.optionalInstant(row, "ends_at"),
                Columns.optionalInstant(row, "ended_at"),
                Columns.optionalText(row, "confirmed_state")
                        .map(state -> new Measure.Confirmation(
                                Measure.State.valueOf(state),
                                Columns.instant(row, "confirmed_at"),
                                row.getLong("confirmed_target_version"))),
                ReliefRows.suspension(row),
                row.getBoolean("by_ruling"));
    }

    static Write write(Optional<Measure> known, Measure measure, String shopId, Revision before, Recorded recorded) {
        Tuple row = state(measure, recorded);
        Write write;
        if (before.version() == 0) {
            row.addString(measure.penaltyId())
                    .addString(shopId)
                    .addString(measure.ground().map(Measure.Ground::bucket).orElse(null))
                    .addInteger(measure.ground().map(Measure.Ground::threshold).orElse(null))
                    .addString(measure.kind())
                    .addInteger(Columns.number(measure.days()))
                    .addString(measure.origin().name());
            write = Write.guarded(INSERT, row);
        } else {
            write = Write.guarded(UPDATE, row.addLong(before.version()));
        }
        return ReliefRows.write(deadlines(write, measure), known, measure).with(recorded);
    }

    private static Tuple state(Measure measure, Recorded recorded) {
        Optional<Measure.Confirmation> confirmation = measure.confirmation();
        Tuple row = Tuple.tuple()
                .addString(measure.id())
                .addLong(recorded.after().version())
                .addLong(recorded.after().sequence())
                .addBuffer(Buffer.buffer(recorded.after().chainHead()))
                .addString(measure.state().name())
                .addBoolean(measure.begun())
                .addOffsetDateTime(Columns.time(measure.startsAt()))
                .addOffsetDateTime(Columns.time(measure.endsAt()))
                .addOffsetDateTime(Columns.time(measure.endedAt()))
                .addString(confirmation.map(word -> word.state().name()).orElse(null))
                .addOffsetDateTime(Columns.time(confirmation.map(Measure.Confirmation::at)))
                .addLong(confirmation.map(Measure.Confirmation::targetVersion).orElse(null));
        return ReliefRows.addPauses(row, measure).addBoolean(measure.byRuling());
    }

    private static Write deadlines(Write write, Measure measure) {
        return switch (measure.state()) {
            case SCHEDULED ->
                write.with(Deadlines.schedule(DeadlineKinds.MEASURE_BEGINS, measure.id(), measure.startsAt()));
            case IN_FORCE ->
                measure.endsAt().isPresent()
                        ? write.with(Deadlines.schedule(
                                DeadlineKinds.MEASURE_ENDS,
                                measure.id(),
                                measure.endsAt().get()))
                        : write;
            case SUSPENDED, LIFTED, REVERSED, SERVED ->
                write.with(Deadlines.cancel(DeadlineKinds.MEASURE_BEGINS, measure.id()))
                        .with(Deadlines.cancel(DeadlineKinds.MEASURE_ENDS, measure.id()));
        };
    }
}
