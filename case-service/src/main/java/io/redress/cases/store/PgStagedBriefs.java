package io.redress.cases.store;

import io.redress.cases.app.argument.StagedBriefs;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.BriefContent;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.StagedBrief;
import io.redress.cases.domain.StagedBrief.Staging;
import io.redress.cases.domain.TiedEvidence;
import io.redress.kit.pg.Lookup;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A staged brief is one row, so that it is read and written whole. */
public final class PgStagedBriefs implements StagedBriefs {

    private static final String FIND = """
            SELECT case_id, version, staged_by, staged_at, relief, violation_ids, arguments_zh, arguments_en, ground_points,
                   grounds, evidence_points, evidence_kinds, evidence_references,
                   precedent_points, precedents, tied_kinds, tied_references, tied_violations, tied_requirements
            FROM unnest((SELECT $1::text[])) AS q (asked)
            CROSS JOIN LATERAL (SELECT * FROM staged_brief WHERE case_id = q.asked LIMIT 1) b""";

    private static final String INSERT = """
            INSERT INTO staged_brief (case_id, version, staged_by, staged_at, relief, violation_ids, arguments_zh, arguments_en,
                ground_points, grounds, evidence_points, evidence_kinds, evidence_references,
                precedent_points, precedents, tied_kinds, tied_references, tied_violations, tied_requirements)
            SELECT c.case_id, $2::bigint, $3::text, $4::timestamptz, $5::text, $6::text[], $7::text[], $8::text[],
                   $9::integer[], $10::text[], $11::integer[], $12::text[], $13::text[],
                   $15::integer[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[]
            FROM case_file c WHERE c.case_id = $1 AND c.version = $14::bigint FOR SHARE""";

    private static final String UPDATE = """
            UPDATE staged_brief s
            SET version = $2::bigint, staged_by = $3::text, staged_at = $4::timestamptz, relief = $5::text,
                violation_ids = $6::text[], arguments_zh = $7::text[], arguments_en = $8::text[],
                ground_points = $9::integer[], grounds = $10::text[], evidence_points = $11::integer[],
                evidence_kinds = $12::text[], evidence_references = $13::text[], precedent_points = $15::integer[],
                precedents = $16::text[], tied_kinds = $17::text[], tied_references = $18::text[],
                tied_violations = $19::text[], tied_requirements = $20::text[]
            FROM (SELECT case_id FROM case_file WHERE case_id = $1 AND version = $14::bigint FOR SHARE) c
            WHERE s.case_id = c.case_id AND s.version = $2 - 1""";

    private static final String REMOVE = """
            UPDATE staged_brief
            SET version = version + 1, staged_by = NULL, staged_at = NULL, relief = '', violation_ids = '{}',
                arguments_zh = '{}', arguments_en = '{}', ground_points = '{}', grounds = '{}', evidence_points = '{}',
                evidence_kinds = '{}', evidence_references = '{}', precedent_points = '{}', precedents = '{}', tied_kinds = '{}',
                tied_references = '{}', tied_violations = '{}', tied_requirements = '{}'
            WHERE case_id = $1 AND version = $2""";

    private final Lookup<String, StagedBrief> staged =
            new Lookup<>((tx, caseIds) -> tx.query(FIND, Columns.keys(caseIds))
                    .map(rows -> Lookup.byKey(rows, row -> row.getString("case_id"), PgStagedBriefs::brief)));

    @Override
    public Future<StagedBrief> find(Tx tx, String caseId) {
        return staged.find(tx, caseId).map(found -> found.orElseGet(() -> StagedBrief.none(caseId)));
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
        List<Integer> precedentPoints = new ArrayList<>();
        List<String> precedents = new ArrayList<>();
        List<BriefPoint> points = brief.content().points();
        List<TiedEvidence> tied = brief.content().evidence();
        for (int i = 0; i < points.size(); i++) {
            for (String cited : points.get(i).precedents()) {
                precedentPoints.add(i);
                precedents.add(cited);
            }
            for (Ground ground : points.get(i).grounds()) {
                groundPoints.add(i);
                grounds.add(ground);
            }
            for (Evidence piece : points.get(i).evidence()) {
                evidencePoints.add(i);
                evidence.add(piece);
            }
        }
        return Columns.tuple(
                brief.caseId(),
                brief.version(),
                brief.staging().map(Staging::by).orElse(null),
                Columns.time(brief.staging().map(Staging::at)),
                brief.content().relief(),
                Columns.texts(points, BriefPoint::violationId),
                Columns.texts(points, point -> point.argument().zh()),
                Columns.texts(points, point -> point.argument().en()),
                groundPoints.toArray(Integer[]::new),
                Columns.texts(grounds, Ground::name),
                evidencePoints.toArray(Integer[]::new),
                Columns.texts(evidence, Evidence::kind),
                Columns.texts(evidence, Evidence::reference),
                caseVersion,
                precedentPoints.toArray(Integer[]::new),
                precedents.toArray(String[]::new),
                Columns.texts(tied, one -> one.evidence().kind()),
                Columns.texts(tied, one -> one.evidence().reference()),
                Columns.texts(tied, one -> one.violationId().orElse("")),
                Columns.texts(tied, one -> one.requirementId().orElse("")));
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
        List<String> precedents = Columns.texts(row, "precedents");
        Integer[] precedentPoints = row.getArrayOfIntegers("precedent_points");
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
            List<String> cited = new ArrayList<>();
            for (int p = 0; p < precedents.size(); p++) {
                if (precedentPoints[p] == i) {
                    cited.add(precedents.get(p));
                }
            }
            points.add(
                    new BriefPoint(violations.get(i), own, new BilingualText(zh.get(i), en.get(i)), evidence, cited));
        }
        return new StagedBrief(
                row.getString("case_id"),
                row.getLong("version"),
                new BriefContent(row.getString("relief"), points, tied(row)),
                Columns.maybeText(row, "staged_by").map(by -> new Staging(by, Columns.instant(row, "staged_at"))));
    }

    private static List<TiedEvidence> tied(Row row) {
        List<String> kinds = Columns.texts(row, "tied_kinds");
        List<String> references = Columns.texts(row, "tied_references");
        List<String> violations = Columns.texts(row, "tied_violations");
        List<String> requirements = Columns.texts(row, "tied_requirements");
        List<TiedEvidence> tied = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            tied.add(new TiedEvidence(
                    new Evidence(kinds.get(i), references.get(i)),
                    named(violations.get(i)),
                    named(requirements.get(i))));
        }
        return tied;
    }

    private static Optional<String> named(String id) {
        return id.isEmpty() ? Optional.empty() : Optional.of(id);
    }
}
