package io.redress.penalties.store;

import io.redress.kit.command.Loaded;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.milestone.Programmes;
import io.redress.penalties.domain.milestone.Milestone;
import io.redress.penalties.domain.milestone.Programme;
import io.redress.penalties.domain.milestone.Verifier;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tables programme, programme_verifier and milestone. */
public final class PgProgrammes implements Programmes {

    private static final String PAGE = "SELECT * FROM programme WHERE id > $1 ORDER BY id LIMIT $2";

    private static final String FIND = "SELECT * FROM programme WHERE id = $1";

    private static final String VERIFIERS = "SELECT * FROM programme_verifier WHERE programme_id = $1 ORDER BY ordinal";

    private static final String MILESTONES = "SELECT * FROM milestone WHERE programme_id = $1 ORDER BY ordinal";

    /** A penalty that a ruling took back counts against nobody. */
    private static final String REPORT = """
            SELECT count(*) AS enrolled, count(v.first_at) AS verified,
                   count(*) FILTER (WHERE v.first_at + make_interval(days => $2) <= $3 AND NOT v.relapsed) AS clean,
                   count(*) FILTER (WHERE v.relapsed) AS relapsed, coalesce(sum(v.credited), 0)::bigint AS credited
            FROM enrolment e LEFT JOIN LATERAL (
                SELECT first_at, credited, EXISTS (
                           SELECT 1 FROM penalty p
                           WHERE p.shop_id = e.shop_id AND p.status IN ('IN_FORCE', 'SERVED', 'EXPIRED')
                             AND p.effective_at > first_at AND p.effective_at < first_at + make_interval(days => $2)
                       ) AS relapsed
                FROM (SELECT min(verified_at) AS first_at, sum(credited) AS credited
                      FROM milestone_verification WHERE enrolment_id = e.id) m
                WHERE first_at IS NOT NULL
            ) v ON true
            WHERE e.programme_id = $1""";

    private static final String INSERT = """
            INSERT INTO programme (id, title_zh, title_en, about_zh, about_en, opens_at, closes_at, yearly_cap, clean_days,
                created_by, created_at, version, event_sequence, chain_head)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz, $7::timestamptz, $8::integer,
                $9::integer, $10::text, $11::timestamptz, $12::bigint, $13::bigint, $14::bytea)""";

    private static final String VERIFIER = """
            INSERT INTO programme_verifier (programme_id, ordinal, verifier_id, public_key)
            VALUES ($1::text, $2::integer, $3::text, $4::text)""";

    private static final String MILESTONE = """
            INSERT INTO milestone (programme_id, milestone_id, ordinal, kind, how_many, title_zh, title_en, purpose, credit,
                verifier_id, once, valid_days)
            VALUES ($1::text, $2::text, $3::integer, $4::text, $5::integer, $6::text, $7::text, $8::text, $9::integer,
                $10::text, $11::boolean, $12::integer)""";

    @Override
    public Future<Optional<Loaded<Programme>>> find(Tx tx, String programmeId) {
        return tx.query(FIND, Tuple.of(programmeId))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : whole(tx, rows.iterator().next()).map(Optional::of));
    }

    @Override
    public Future<List<Loaded<Programme>>> page(Tx tx, Optional<String> after, int limit) {
        return tx.query(PAGE, Tuple.of(after.orElse(""), limit)).compose(rows -> {
            Future<List<Loaded<Programme>>> all = Future.succeededFuture(new ArrayList<>());
            for (Row row : rows) {
                all = all.compose(so -> whole(tx, row).map(programme -> {
                    so.add(programme);
                    return so;
                }));
            }
            return all;
        });
    }

    @Override
    public Future<Report> report(Tx tx, Programme programme, Instant now) {
        return tx.query(REPORT, Tuple.of(programme.id(), programme.cleanDays(), Columns.time(now)))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Report(
                            row.getLong("enrolled"),
                            row.getLong("verified"),
                            row.getLong("clean"),
                            row.getLong("relapsed"),
                            row.getLong("credited"));
                });
    }

    @Override
    public Write insert(Programme programme, Recorded recorded) {
        Write write = Write.guarded(
                        INSERT,
                        Tuple.tuple()
                                .addString(programme.id())
                                .addString(programme.title().zh())
                                .addString(programme.title().en())
                                .addString(programme.about().zh())
                                .addString(programme.about().en())
                                .addOffsetDateTime(Columns.time(programme.opensAt()))
                                .addOffsetDateTime(Columns.time(programme.closesAt()))
                                .addInteger(programme.yearlyCap())
                                .addInteger(programme.cleanDays())
                                .addString(programme.createdBy())
                                .addOffsetDateTime(Columns.time(programme.createdAt()))
                                .addLong(recorded.after().version())
                                .addLong(recorded.after().sequence())
                                .addBuffer(Buffer.buffer(recorded.after().chainHead())))
                .with(recorded);
        for (int i = 0; i < programme.verifiers().size(); i++) {
            Verifier verifier = programme.verifiers().get(i);
            write = write.with(VERIFIER, Tuple.of(programme.id(), i, verifier.id(), verifier.publicKey()));
        }
        for (int i = 0; i < programme.milestones().size(); i++) {
            write = write.with(
                    MILESTONE,
                    milestone(programme.id(), i, programme.milestones().get(i)));
        }
        return write;
    }

    private static Tuple milestone(String programmeId, int ordinal, Milestone milestone) {
        return Tuple.tuple()
                .addString(programmeId)
                .addString(milestone.id())
                .addInteger(ordinal)
                .addString(milestone.kind())
                .addInteger(Columns.number(milestone.howMany()))
                .addString(milestone.title().zh())
                .addString(milestone.title().en())
                .addString(milestone.purpose().name())
                .addInteger(Columns.number(milestone.credit()))
                .addString(milestone.verifierId())
                .addBoolean(milestone.once())
                .addInteger(milestone.validDays());
    }

    private static Future<Loaded<Programme>> whole(Tx tx, Row row) {
        Tuple id = Tuple.of(row.getString("id"));
        return tx.query(VERIFIERS, id).compose(verifiers -> tx.query(MILESTONES, id)
                .map(milestones -> new Loaded<>(programme(row, verifiers, milestones), Columns.revision(row))));
    }

    private static Programme programme(Row row, RowSet<Row> verifierRows, RowSet<Row> milestoneRows) {
        List<Verifier> verifiers = new ArrayList<>();
        verifierRows.forEach(
                one -> verifiers.add(new Verifier(one.getString("verifier_id"), one.getString("public_key"))));
        List<Milestone> milestones = new ArrayList<>();
        milestoneRows.forEach(one -> milestones.add(milestone(one)));
        return new Programme(
                row.getString("id"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                new Text(row.getString("about_zh"), row.getString("about_en")),
                Columns.instant(row, "opens_at"),
                Columns.instant(row, "closes_at"),
                row.getInteger("yearly_cap"),
                row.getInteger("clean_days"),
                verifiers,
                milestones,
                row.getString("created_by"),
                Columns.instant(row, "created_at"));
    }

    private static Milestone milestone(Row row) {
        return new Milestone(
                row.getString("milestone_id"),
                row.getString("kind"),
                Columns.optionalInt(row, "how_many"),
                new Text(row.getString("title_zh"), row.getString("title_en")),
                Milestone.Purpose.valueOf(row.getString("purpose")),
                Columns.optionalInt(row, "credit"),
                row.getString("verifier_id"),
                row.getBoolean("once"),
                row.getInteger("valid_days"));
    }
}
