package io.redress.cases.store;

import io.redress.cases.app.StagedBriefs;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.StagedBrief;
import io.redress.cases.domain.StagedBrief.Staging;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;

/** A staged brief is one row, so that it is read and written whole. */
public final class PgStagedBriefs implements StagedBriefs {

    private static final String FIND = """
            SELECT case_id, version, staged_by, staged_at, relief, violation_ids, arguments_zh, arguments_en, ground_points,
                   grounds, evidence_points, evidence_kinds, evidence_references
            FROM staged_brief WHERE case_id = $1""";

    private static final String INSERT = """
            INSERT INTO staged_brief (case_id, version, staged_by, staged_at, relief, violation_ids, arguments_zh, arguments_en,
                ground_points, grounds, evidence_points, evidence_kinds, evidence_references)
            SELECT c.case_id, $2::bigint, $3::text, $4::timestamptz, $5::text, $6::text[], $7::text[], $8::text[],
                   $9::integer[], $10::text[], $11::integer[], $12::text[], $13::text[]
            FROM case_file c WHERE c.case_id = $1 AND c.version = $14::bigint FOR SHARE""";

    private static final String UPDATE = """
            UPDATE staged_brief s
            SET version = $2::bigint, staged_by = $3::text, staged_at = $4::timestamptz, relief = $5::text,
                violation_ids = $6::text[], arguments_zh = $7::text[], arguments_en = $8::text[],
                ground_points = $9::integer[], grounds = $10::text[], evidence_points = $11::integer[],
                evidence_kinds = $12::text[], evidence_references = $13::text[]
            FROM (SELECT case_id FROM case_file WHERE case_id = $1 AND version = $14::bigint FOR SHARE) c
            WHERE s.case_id = c.case_id AND s.version = $2 - 1""";

    private static final String REMOVE = """
            UPDATE staged_brief
            SET version = version + 1, staged_by = NULL, staged_at = NULL, relief = '', violation_ids = '{}',
                arguments_zh = '{}', arguments_en = '{}', ground_points = '{}', grounds = '{}', evidence_points = '{}',
                evidence_kinds = '{}', evidence_references = '{}'
            WHERE case_id = $1 AND version = $2""";

    @Override
    public Future<StagedBrief> find(Tx tx, String caseId) {
        return tx.query(FIND, Columns.tuple(caseId))
                .map(rows -> rows.size() == 0
                        ? StagedBrief.none(caseId)
                        : brief(rows.iterator().next()));
    }

    @Override
    public Write put(StagedBrief after, long caseVersion) {
        return Write.guarded(after.version() == 1 ? INSERT : UPDATE, arguments(after, caseVersion));
    }

    @Override
    public Write remove(StagedBrief before) {
        return Write.guarded(REMOVE, Columns.tuple(before.caseId(), before.version()));
    }

    private static Tuple arguments(StagedBrief brief, long caseVersion) {
        List<Integer> groundPoints = new ArrayList<>();
        List<Ground> grounds = new ArrayList<>();
        List<Integer> evidencePoints = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (int i = 0; i < brief.points().size(); i++) {
            for (Ground ground : brief.points().get(i).grounds()) {
                groundPoints.add(i);
                grounds.add(ground);
            }
            for (Evidence piece : brief.points().get(i).evidence()) {
                evidencePoints.add(i);
                evidence.add(piece);
            }
        }
        return Columns.tuple(
                brief.caseId(),
                brief.version(),
                brief.staging().map(Staging::by).orElse(null),
                Columns.time(brief.staging().map(Staging::at)),
                brief.relief(),
                Columns.texts(brief.points(), BriefPoint::violationId),
                Columns.texts(brief.points(), point -> point.argument().zh()),
                Columns.texts(brief.points(), point -> point.argument().en()),
                groundPoints.toArray(Integer[]::new),
                Columns.texts(grounds, Ground::name),
                evidencePoints.toArray(Integer[]::new),
                Columns.texts(evidence, Evidence::kind),
                Columns.texts(evidence, Evidence::reference),
                caseVersion);
    }

    private static StagedBrief brief(Row row) {
        List<String> violations = Columns.texts(row, "violation_ids");
        List<String> zh = Columns.texts(row, "arguments_zh");
        List<String> en = Columns.texts(row, "arguments_en");
        List<String> grounds = Columns.texts(row, "grounds");
        List<String> kinds = Columns.texts(row, "evidence_kinds");
        List<String> references = Columns.texts(row, "evidence_references");
        Integer[] groundPoints = row.getArrayOfIntegers("ground_points");
        Integer[] evidencePoints = row.getArrayOfIntegers("evidence_points");
        List<BriefPoint> points = new ArrayList<>();
        for (int i = 0; i < violations.size(); i++) {
            List<Ground> own = new ArrayList<>();
            for (int g = 0; g < grounds.size(); g++) {
                if (groundPoints[g] == i) {
                    own.add(Ground.valueOf(grounds.get(g)));
                }
            }
            List<Evidence> evidence = new ArrayList<>();
            for (int e = 0; e < kinds.size(); e++) {
                if (evidencePoints[e] == i) {
                    evidence.add(new Evidence(kinds.get(e), references.get(e)));
                }
            }
            points.add(new BriefPoint(violations.get(i), own, new BilingualText(zh.get(i), en.get(i)), evidence));
        }
        return new StagedBrief(
                row.getString("case_id"),
                row.getLong("version"),
                row.getString("relief"),
                points,
                Columns.maybeText(row, "staged_by").map(by -> new Staging(by, Columns.instant(row, "staged_at"))));
    }
}
