package io.redress.cases.store;

import io.redress.cases.app.evidence.EvidenceFiles;
import io.redress.cases.domain.EvidenceAct;
import io.redress.cases.domain.EvidenceFile;
import io.redress.cases.domain.EvidenceFile.Filing;
import io.redress.cases.domain.EvidenceFile.LegalHold;
import io.redress.cases.domain.EvidenceLogEntry;
import io.redress.cases.domain.EvidenceSight;
import io.redress.cases.domain.Side;
import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Files of evidence and their log. */
public final class PgEvidenceFiles implements EvidenceFiles {

    private static final String SELECT = """
            SELECT evidence_id, case_id, side, file_name, media_type, bytes, sha256, proves, hardship, added_by, added_at,
                   filed_by, filed_at, scan_verdict, scanned_at, scans, held_by, held_at, hold_reason, removed_at, deleted_at,
                   version
            FROM evidence_file
            """;

    private static final String FIND = SELECT + " WHERE evidence_id = $1";

    private static final String SAME_CONTENT = SELECT + """
             WHERE case_id = $1 AND side = $2 AND sha256 = $3 AND deleted_at IS NULL AND removed_at IS NULL""";

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE removed_at IS NULL)::integer AS standing, count(*)::integer AS ever
            FROM evidence_file WHERE case_id = $1 AND side = $2""";

    private static final String AMONG =
            SELECT + " WHERE case_id = $1 AND evidence_id = ANY ($2::text[]) AND removed_at IS NULL";

    private static final String OF_REQUIREMENTS = SELECT + """
             WHERE case_id = $1 AND removed_at IS NULL
              AND evidence_id IN (SELECT reference FROM case_requirement WHERE case_id = $1)""";

    private static final String LIST = SELECT + """
             WHERE case_id = $1 AND evidence_id > $2 AND (filed_at IS NOT NULL OR side = ANY ($3::text[]))
              AND ($4::boolean OR NOT hardship) AND ($5::boolean OR removed_at IS NULL)
            ORDER BY evidence_id LIMIT $6""";

    private static final String LOG = """
            SELECT sequence, act, by, at, request_id, reason FROM evidence_log
            WHERE evidence_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3""";

    private static final String CASE_ENDED = "SELECT ended_at FROM case_file WHERE case_id = $1";

    private static final String INSERT = """
            INSERT INTO evidence_file (evidence_id, case_id, side, file_name, media_type, bytes, sha256, proves, hardship,
                added_by, added_at, scan_verdict, scanned_at, scans, version)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1)""";

    private static final String UNPIN = "DELETE FROM evidence_pin WHERE pin_id = $1";

    // A scan stays wanted until there was one, whatever else changes.
    private static final String UPDATE = """
            UPDATE evidence_file
            SET version = $2 + 1, filed_by = $3, filed_at = $4, scan_verdict = $5, scanned_at = $6, scans = $7, held_by = $8,
                held_at = $9, hold_reason = $10, removed_at = $11, deleted_at = $12,
                scan_wanted = scan_wanted AND scans = $7 AND $12::timestamptz IS NULL
            WHERE evidence_id = $1 AND version = $2""";

    private static final String WANT_SCAN = "UPDATE evidence_file SET scan_wanted = true WHERE evidence_id = $1";

    private static final String SUSPECT = "UPDATE evidence_content SET suspect = true WHERE sha256 = $1";

    private static final String LOGGED = """
            INSERT INTO evidence_log (evidence_id, act, by, at, request_id, reason)
            VALUES ($1::text, $2::text, $3::text, $4::timestamptz, $5::text, $6::text)""";

    @Override
    public Future<Optional<Versioned>> find(Tx tx, String evidenceId) {
        return tx.query(FIND, Columns.tuple(evidenceId)).map(PgEvidenceFiles::first);
    }

    @Override
    public Future<Optional<Versioned>> sameContent(Tx tx, String caseId, Side side, String sha256) {
        return tx.query(SAME_CONTENT, Columns.tuple(caseId, side.name(), sha256))
                .map(PgEvidenceFiles::first);
    }

    @Override
    public Future<Count> count(Tx tx, String caseId, Side side) {
        return tx.query(COUNT, Columns.tuple(caseId, side.name()))
                .map(rows -> rows.iterator().next())
                .map(row -> new Count(row.getInteger("standing"), row.getInteger("ever")));
    }

    @Override
    public Future<List<Versioned>> among(Tx tx, String caseId, Collection<String> ids) {
        return tx.query(AMONG, Columns.tuple(caseId, ids.toArray(String[]::new)))
                .map(PgEvidenceFiles::all);
    }

    @Override
    public Future<List<Versioned>> ofRequirements(Tx tx, String caseId) {
        return tx.query(OF_REQUIREMENTS, Columns.tuple(caseId)).map(PgEvidenceFiles::all);
    }

    @Override
    public Future<List<Versioned>> list(
            Tx tx, String caseId, EvidenceSight sight, int limit, Optional<String> afterId) {
        String[] staged = sight.staged().stream().map(Enum::name).toArray(String[]::new);
        return tx.query(
                        LIST,
                        Columns.tuple(caseId, afterId.orElse(""), staged, sight.hardship(), sight.removed(), limit + 1))
                .map(PgEvidenceFiles::all);
    }

    @Override
    public Future<List<EvidenceLogEntry>> log(Tx tx, String evidenceId, int limit, long afterSequence) {
        return tx.query(LOG, Columns.tuple(evidenceId, afterSequence, limit + 1))
                .map(rows -> {
                    List<EvidenceLogEntry> page = new ArrayList<>();
                    rows.forEach(row -> page.add(new EvidenceLogEntry(
                            row.getLong("sequence"),
                            EvidenceAct.valueOf(row.getString("act")),
                            row.getString("by"),
                            Columns.instant(row, "at"),
                            row.getString("request_id"),
                            Columns.maybeText(row, "reason"))));
                    return page;
                });
    }

    @Override
    public Future<Optional<Instant>> caseEnded(Tx tx, String caseId) {
        return tx.query(CASE_ENDED, Columns.tuple(caseId))
                .map(rows -> Columns.maybeInstant(rows.iterator().next(), "ended_at"));
    }

    @Override
    public Write insert(EvidenceFile file, String pinId) {
        return Write.guarded(
                        INSERT,
                        Columns.tuple(
                                file.id(),
                                file.caseId(),
                                file.side().name(),
                                file.fileName(),
                                file.mediaType(),
                                file.bytes(),
                                file.sha256(),
                                file.proves(),
                                file.hardship(),
                                file.addedBy(),
                                Columns.time(file.addedAt()),
                                file.scan().verdict().name(),
                                Columns.time(file.scan().at()),
                                file.scan().times()))
                .and(Write.guarded(UNPIN, Columns.tuple(pinId)));
    }

    @Override
    public Write update(EvidenceFile after, long guard) {
        Optional<Filing> filing = after.filing();
        Optional<LegalHold> hold = after.hold();
        return Write.guarded(
                UPDATE,
                Columns.tuple(
                        after.id(),
                        guard,
                        filing.map(Filing::by).orElse(null),
                        Columns.time(filing.map(Filing::at)),
                        after.scan().verdict().name(),
                        Columns.time(after.scan().at()),
                        after.scan().times(),
                        hold.map(LegalHold::by).orElse(null),
                        Columns.time(hold.map(LegalHold::at)),
                        hold.map(LegalHold::reason).orElse(null),
                        Columns.time(after.removedAt()),
                        Columns.time(after.deletedAt())));
    }

    @Override
    public Write wantScan(String evidenceId) {
        return Write.none().with(WANT_SCAN, Columns.tuple(evidenceId));
    }

    @Override
    public Write.Fragment suspect(String sha256) {
        return new Write.Fragment(SUSPECT, Columns.tuple(sha256), false);
    }

    @Override
    public Write.Fragment logged(String evidenceId, EvidenceAct act, Optional<String> reason, CommandContext context) {
        return new Write.Fragment(
                LOGGED,
                Columns.tuple(
                        evidenceId,
                        act.name(),
                        context.caller().subject(),
                        Columns.time(context.businessTime()),
                        context.requestId(),
                        Columns.orNull(reason)),
                false);
    }

    private static Optional<Versioned> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(EvidenceColumns.file(rows.iterator().next()));
    }

    private static List<Versioned> all(RowSet<Row> rows) {
        List<Versioned> found = new ArrayList<>();
        rows.forEach(row -> found.add(EvidenceColumns.file(row)));
        return found;
    }
}
