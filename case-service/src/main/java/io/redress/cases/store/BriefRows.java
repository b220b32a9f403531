package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Ground;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A brief with its grounds, arguments and evidence per violation. */
final class BriefRows {

    private static final String BRIEF = "SELECT brief_id, advocate_id, relief, filed_at, "
            + PrecedentRows.FOR_REQUIREMENTS + " FROM brief b WHERE brief_id = $1";

    private static final String POINTS = """
            SELECT p.violation_id, p.argument_zh, p.argument_en,
                   (SELECT array_agg(g.ground ORDER BY g.position) FROM brief_ground g
                    WHERE g.brief_id = p.brief_id AND g.violation_id = p.violation_id) AS grounds,
                   (SELECT array_agg(e.kind ORDER BY e.position) FROM brief_evidence e
                    WHERE e.brief_id = p.brief_id AND e.violation_id = p.violation_id) AS kinds,
                   (SELECT array_agg(e.reference ORDER BY e.position) FROM brief_evidence e
                    WHERE e.brief_id = p.brief_id AND e.violation_id = p.violation_id) AS evidence_references,
                   %s
            FROM brief_point p WHERE p.brief_id = $1 ORDER BY p.position""".formatted(PrecedentRows.CITED);

    private static final String BRIEF_ROW =
            "INSERT INTO brief (brief_id, case_id, advocate_id, relief, filed_at) VALUES ($1, $2, $3, $4, $5)";

    private static final String POINT_ROWS = """
            INSERT INTO brief_point (brief_id, position, violation_id, argument_zh, argument_en)
            SELECT $1::text, p.position, p.violation_id, p.zh, p.en
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[]) WITH ORDINALITY AS p (violation_id, zh, en, position)""";

    private static final String GROUND_ROWS = """
            INSERT INTO brief_ground (brief_id, violation_id, position, ground)
            SELECT $1::text, g.violation_id, g.position, g.ground
            FROM unnest((SELECT $2::text[]), $3::text[]) WITH ORDINALITY AS g (violation_id, ground, position)""";

    private static final String EVIDENCE_ROWS = """
            INSERT INTO brief_evidence (brief_id, violation_id, position, kind, reference)
            SELECT $1::text, e.violation_id, e.position, e.kind, e.reference
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[]) WITH ORDINALITY AS e (violation_id, kind, reference, position)""";

    private record GroundRow(String violationId, String ground) {}

    private record EvidenceRow(String violationId, String kind, String reference) {}

    private BriefRows() {}

    static Future<Optional<Brief>> read(Tx tx, String briefId) {
        Future<RowSet<Row>> found = tx.query(BRIEF, Columns.tuple(briefId));
        Future<RowSet<Row>> points = tx.query(POINTS, Columns.tuple(briefId)); // behind it, unwaited for
        return Future.all(found, points).map(all -> {
            Row row = found.result().iterator().next();
            return Optional.of(new Brief(
                    briefId,
                    row.getString("advocate_id"),
                    row.getString("relief"),
                    points(points.result()),
                    PrecedentRows.forRequirements(row),
                    Columns.instant(row, "filed_at")));
        });
    }

    private static List<BriefPoint> points(RowSet<Row> rows) {
        List<BriefPoint> points = new ArrayList<>();
        for (Row row : rows) {
            List<String> kinds = Columns.texts(row, "kinds");
            List<String> references = Columns.texts(row, "evidence_references");
            List<Evidence> evidence = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                evidence.add(new Evidence(kinds.get(i), references.get(i)));
            }
            points.add(new BriefPoint(
                    row.getString("violation_id"),
                    Columns.texts(row, "grounds").stream().map(Ground::valueOf).toList(),
                    new BilingualText(row.getString("argument_zh"), row.getString("argument_en")),
                    evidence,
                    Columns.texts(row, "precedents")));
        }
        return points;
    }

    static Write insert(String caseId, Brief brief, Write write) {
        List<GroundRow> grounds = brief.points().stream()
                .flatMap(point ->
                        point.grounds().stream().map(ground -> new GroundRow(point.violationId(), ground.name())))
                .toList();
        List<EvidenceRow> evidence = brief.points().stream()
                .flatMap(point -> point.evidence().stream()
                        .map(one -> new EvidenceRow(point.violationId(), one.kind(), one.reference())))
                .toList();
        Write whole = write.with(
                        BRIEF_ROW,
                        Columns.tuple(
                                brief.briefId(),
                                caseId,
                                brief.advocateId(),
                                brief.relief(),
                                Columns.time(brief.filedAt())))
                .with(
                        POINT_ROWS,
                        Columns.tuple(
                                brief.briefId(),
                                Columns.texts(brief.points(), BriefPoint::violationId),
                                Columns.texts(brief.points(), point -> point.argument()
                                        .zh()),
                                Columns.texts(brief.points(), point -> point.argument()
                                        .en())))
                .with(
                        GROUND_ROWS,
                        Columns.tuple(
                                brief.briefId(),
                                Columns.texts(grounds, GroundRow::violationId),
                                Columns.texts(grounds, GroundRow::ground)))
                .with(
                        EVIDENCE_ROWS,
                        Columns.tuple(
                                brief.briefId(),
                                Columns.texts(evidence, EvidenceRow::violationId),
                                Columns.texts(evidence, EvidenceRow::kind),
                                Columns.texts(evidence, EvidenceRow::reference)));
        return PrecedentRows.insert(brief, whole);
    }
}
