package io.redress.cases.store;

import io.redress.cases.domain.clock.ClockKind;
import io.redress.cases.domain.clock.ClockState;
import io.redress.cases.domain.clock.KeptClock;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is kept of each clock. */
final class ClockRunRows {

    private static final String SELECT = """
            SELECT kind, round, team, started_at, length_micros, state, due_at, lapsed_at, ended_at, elapsed_micros, told
            FROM clock_run WHERE case_id = $1""";

    private static final String UPSERT = """
            INSERT INTO clock_run (case_id, kind, round, team, started_at, length_micros, state, due_at, lapsed_at, ended_at,
                elapsed_micros, told, settled_at)
            SELECT $1::text, c.* FROM unnest((SELECT $2::text[]), $3::int[], $4::text[], $5::timestamptz[], $6::bigint[], $7::text[],
                $8::timestamptz[], $9::timestamptz[], $10::timestamptz[], $11::bigint[], $12::int[], $13::timestamptz[]) AS c
            ON CONFLICT (case_id, kind, round) DO UPDATE
            SET team = excluded.team, started_at = excluded.started_at, length_micros = excluded.length_micros,
                state = excluded.state, due_at = excluded.due_at, lapsed_at = excluded.lapsed_at,
                ended_at = excluded.ended_at, elapsed_micros = excluded.elapsed_micros, told = excluded.told,
                settled_at = excluded.settled_at""";

    private ClockRunRows() {}

    /** In the order in which they are worked out. */
    static Future<List<KeptClock>> read(Tx tx, String caseId) {
        return tx.query(SELECT, Columns.tuple(caseId)).map(rows -> {
            List<KeptClock> clocks = new ArrayList<>();
            rows.forEach(row -> clocks.add(clock(row)));
            clocks.sort(Comparator.comparing(KeptClock::kind).thenComparing(KeptClock::round));
            return clocks;
        });
    }

    private static KeptClock clock(Row row) {
        return new KeptClock(
                ClockKind.valueOf(row.getString("kind")),
                row.getInteger("round"),
                Columns.maybeText(row, "team"),
                Columns.instant(row, "started_at"),
                duration(row.getLong("length_micros")),
                ClockState.valueOf(row.getString("state")),
                Columns.maybeInstant(row, "due_at"),
                Columns.maybeInstant(row, "lapsed_at"),
                Columns.maybeInstant(row, "ended_at"),
                Optional.ofNullable(row.getLong("elapsed_micros")).map(ClockRunRows::duration),
                row.getInteger("told"));
    }

    static Write upsert(String caseId, List<KeptClock> clocks, Write write) {
        if (clocks.isEmpty()) {
            return write;
        }
        return write.with(
                UPSERT,
                Columns.tuple(
                        caseId,
                        Columns.texts(clocks, clock -> clock.kind().name()),
                        clocks.stream().map(KeptClock::round).toArray(Integer[]::new),
                        Columns.texts(clocks, clock -> Columns.orNull(clock.team())),
                        times(clocks, clock -> Columns.time(clock.startedAt())),
                        micros(clocks, clock -> Optional.of(clock.length())),
                        Columns.texts(clocks, clock -> clock.state().name()),
                        times(clocks, clock -> Columns.time(clock.dueAt())),
                        times(clocks, clock -> Columns.time(clock.lapsedAt())),
                        times(clocks, clock -> Columns.time(clock.endedAt())),
                        micros(clocks, KeptClock::elapsed),
                        clocks.stream().map(KeptClock::told).toArray(Integer[]::new),
                        times(clocks, clock -> Columns.time(clock.settledAt()))));
    }

    static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static OffsetDateTime[] times(List<KeptClock> clocks, Function<KeptClock, OffsetDateTime> column) {
        return clocks.stream().map(column).toArray(OffsetDateTime[]::new);
    }

    private static Long[] micros(List<KeptClock> clocks, Function<KeptClock, Optional<Duration>> column) {
        return clocks.stream()
                .map(clock -> column.apply(clock).map(ClockRunRows::micros).orElse(null))
                .toArray(Long[]::new);
    }

    private static long micros(Duration duration) {
        return duration.dividedBy(Duration.of(1, ChronoUnit.MICROS));
    }
}
