package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.transparency.Filings;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.shop.ShopEvent;
import io.redress.penalties.domain.transparency.Correction;
import io.redress.penalties.domain.transparency.Filing;
import io.redress.penalties.domain.transparency.FormatProblem;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables transparency_statement and transparency_correction: what is read, and what workers settle. */
public final class PgFilings implements Filings {

    private static final String COLUMNS = """
            SELECT puid, penalty_id, recorded_at, state, payload, uuid, filed_at, attempts, problem_fields, problem_details
            FROM transparency_statement WHERE\s""";

    private static final String UNCOMPOSED =
            COLUMNS + "state = 'PENDING' AND payload IS NULL ORDER BY puid LIMIT $1::integer";

    private static final String FIND = COLUMNS + "puid = $1::text";

    private static final String PAGE =
            COLUMNS + "($1::text IS NULL OR state = $1::text) AND puid > $2::text ORDER BY puid LIMIT $3::integer";

    private static final String RECORDED = COLUMNS + """
            payload IS NOT NULL AND recorded_at >= $1::timestamptz AND recorded_at < $2::timestamptz
              AND (recorded_at, puid) > ($3::timestamptz, $4::text)
            ORDER BY recorded_at, puid LIMIT $5::integer""";

    private static final String CLAIM = """
            WITH next AS (
              SELECT puid, unsure FROM transparency_statement
               WHERE state = 'PENDING' AND payload IS NOT NULL AND not_before <= now() AND lease_until <= now()
               ORDER BY puid LIMIT $1::integer FOR UPDATE SKIP LOCKED)
            UPDATE transparency_statement t
               SET unsure = true, attempts = attempts + 1, lease_until = now() + $2::bigint * interval '1 millisecond'
              FROM next WHERE t.puid = next.puid
            RETURNING t.puid, t.payload, t.attempts, next.unsure AS was_unsure, EXISTS (
                SELECT 1 FROM transparency_correction c WHERE c.puid = t.puid AND c.change = 'REVERSED') AS reversed""";

    private static final String CORRECTIONS = """
            SELECT c.*, t.uuid FROM transparency_correction c JOIN transparency_statement t ON t.puid = c.puid
            WHERE c.puid = ANY ($1::text[]) ORDER BY c.position""";

    private static final String OUTSTANDING = """
            SELECT count(*) AS waiting FROM transparency_statement
            WHERE state = 'PENDING' AND (payload IS NULL OR $1::boolean AND not_before <= now())""";

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final FilingWrites writes = new FilingWrites();

    @Override
    public Write record(Penalty penalty, Instant at) {
        return writes.record(penalty, at);
    }

    @Override
    public Write correct(ShopEvent.PenaltyCorrected correction, Instant at) {
        return writes.correct(correction, at);
    }

    @Override
    public Write composed(String puid, String payload) {
        return writes.composed(puid, payload);
    }

    @Override
    public Write incomposable(String puid, List<FormatProblem> problems) {
        return writes.incomposable(puid, problems);
    }

    @Override
    public Write filed(Map<String, String> uuids, Instant at) {
        return writes.filed(uuids, at);
    }

    @Override
    public Write refused(Claimed claimed, List<FormatProblem> problems) {
        return writes.refused(claimed, problems);
    }

    @Override
    public Write postponed(List<Claimed> claimed, boolean unsure, Duration pause) {
        return writes.postponed(claimed, unsure, pause);
    }

    @Override
    public Write again(String puid) {
        return writes.again(puid);
    }

    @Override
    public Future<List<Filing>> uncomposed(Tx tx, int limit) {
        return filings(tx, UNCOMPOSED, Tuple.of(limit));
    }

    @Override
    public Future<Optional<Filing>> find(Tx tx, String puid) {
        return filings(tx, FIND, Tuple.of(puid)).map(found -> found.stream().findFirst());
    }

    @Override
    public Future<List<Filing>> page(Tx tx, Optional<Filing.State> state, Optional<String> after, int limit) {
        Tuple arguments = Tuple.tuple()
                .addString(state.map(Enum::name).orElse(null))
                .addString(after.orElse(""))
                .addInteger(limit);
        return filings(tx, PAGE, arguments);
    }

    @Override
    public Future<List<Filing>> recorded(
            Tx tx, Optional<Instant> from, Optional<Instant> to, Optional<Place> after, int limit) {
        Tuple arguments = Tuple.tuple()
                .addOffsetDateTime(bounded(from.orElse(EARLIEST)))
                .addOffsetDateTime(bounded(to.orElse(LATEST)))
                .addOffsetDateTime(bounded(after.map(Place::recordedAt).orElse(EARLIEST)))
                .addString(after.map(Place::puid).orElse(""))
                .addInteger(limit);
        return filings(tx, RECORDED, arguments);
    }

    @Override
    public Future<List<Claimed>> claim(Tx tx, int limit, Duration lease) {
        return tx.query(CLAIM, Tuple.of(limit, lease.toMillis())).map(rows -> {
            List<Claimed> claimed = new ArrayList<>();
            rows.forEach(row -> claimed.add(new Claimed(
                    row.getString("puid"),
                    row.getString("payload"),
                    row.getBoolean("was_unsure"),
                    row.getBoolean("reversed"),
                    row.getInteger("attempts"))));
            return claimed;
        });
    }

    @Override
    public Future<List<Correction>> corrections(Tx tx, Collection<String> puids) {
        return tx.query(CORRECTIONS, Tuple.tuple().addArrayOfString(puids.toArray(String[]::new)))
                .map(rows -> {
                    List<Correction> corrections = new ArrayList<>();
                    rows.forEach(row -> corrections.add(correction(row)));
                    return corrections;
                });
    }

    @Override
    public Future<Long> outstanding(Tx tx, boolean sending) {
        return tx.query(OUTSTANDING, Tuple.of(sending))
                .map(rows -> rows.iterator().next().getLong("waiting"));
    }

    /** An instant that Postgres can hold: what lies beyond asks for the same. */
    private static OffsetDateTime bounded(Instant at) {
        Instant late = at.isBefore(EARLIEST) ? EARLIEST : at;
        return Columns.time(late.isAfter(LATEST) ? LATEST : late);
    }

    private static Future<List<Filing>> filings(Tx tx, String sql, Tuple arguments) {
        return tx.query(sql, arguments).map(PgFilings::filings);
    }

    private static List<Filing> filings(RowSet<Row> rows) {
        List<Filing> filings = new ArrayList<>();
        rows.forEach(row -> filings.add(filing(row)));
        return filings;
    }

    private static Filing filing(Row row) {
        String[] fields = row.getArrayOfStrings("problem_fields");
        String[] details = row.getArrayOfStrings("problem_details");
        List<FormatProblem> problems = new ArrayList<>();
        for (int at = 0; at < fields.length; at++) {
            problems.add(new FormatProblem(fields[at], details[at]));
        }
        return new Filing(
                row.getString("puid"),
                row.getString("penalty_id"),
                Columns.instant(row, "recorded_at"),
                Filing.State.valueOf(row.getString("state")),
                Columns.optionalText(row, "payload"),
                Columns.optionalText(row, "uuid"),
                Columns.optionalInstant(row, "filed_at"),
                row.getInteger("attempts"),
                problems);
    }

    private static Correction correction(Row row) {
        return new Correction(
                row.getString("puid"),
                Columns.optionalText(row, "uuid"),
                row.getString("ruling_id"),
                row.getString("case_id"),
                Correction.Change.valueOf(row.getString("change")),
                row.getInteger("points_before"),
                row.getInteger("points_after"),
                row.getInteger("measures_left"),
                Columns.instant(row, "effective_at"),
                Columns.instant(row, "known_at"));
    }
}
