package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.EarlierRulings;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.PrecedentAnswer;
import io.redress.cases.domain.RequirementEvidence;
import io.redress.kit.pg.Write;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Earlier rulings that a brief cites and a draft answers, and evidence for requirements: beside briefs and drafts. */
final class PrecedentRows {

    /** Of a brief {@code b}: columns of what it puts forward for requirements. */
    static final String FOR_REQUIREMENTS = """
            (SELECT array_agg(e.requirement_id ORDER BY e.position) FROM brief_requirement_evidence e
             WHERE e.brief_id = b.brief_id) AS requirement_ids,
            (SELECT array_agg(e.kind ORDER BY e.position) FROM brief_requirement_evidence e
             WHERE e.brief_id = b.brief_id) AS requirement_kinds,
            (SELECT array_agg(e.reference ORDER BY e.position) FROM brief_requirement_evidence e
             WHERE e.brief_id = b.brief_id) AS requirement_references""";

    /** Of a point {@code p}: the column of the rulings that it cites. */
    static final String CITED = """
            (SELECT array_agg(r.ruling_id ORDER BY r.position) FROM brief_precedent r
             WHERE r.brief_id = p.brief_id AND r.violation_id = p.violation_id) AS precedents""";

    /** Of a draft {@code d}: columns of its answers, and of its reasons to decide otherwise than usual. */
    static final String ANSWERED = """
            (SELECT array_agg(p.ruling_id ORDER BY p.position) FROM draft_precedent p
             WHERE p.draft_id = d.draft_id) AS answered,
            (SELECT array_agg(p.stance ORDER BY p.position) FROM draft_precedent p
             WHERE p.draft_id = d.draft_id) AS stances,
            (SELECT array_agg(p.reasons_zh ORDER BY p.position) FROM draft_precedent p
             WHERE p.draft_id = d.draft_id) AS answers_zh,
            (SELECT array_agg(p.reasons_en ORDER BY p.position) FROM draft_precedent p
             WHERE p.draft_id = d.draft_id) AS answers_en,
            (SELECT array_agg(c.item_id ORDER BY c.position) FROM draft_comparison c
             WHERE c.draft_id = d.draft_id AND c.reasons_zh IS NOT NULL) AS deviating,
            (SELECT array_agg(c.reasons_zh ORDER BY c.position) FROM draft_comparison c
             WHERE c.draft_id = d.draft_id AND c.reasons_zh IS NOT NULL) AS deviations_zh,
            (SELECT array_agg(c.reasons_en ORDER BY c.position) FROM draft_comparison c
             WHERE c.draft_id = d.draft_id AND c.reasons_zh IS NOT NULL) AS deviations_en""";

    private static final String CITED_ROWS = """
            INSERT INTO brief_precedent (brief_id, violation_id, position, ruling_id)
            SELECT $1::text, r.violation_id, r.position, r.ruling_id
            FROM unnest((SELECT $2::text[]), $3::text[]) WITH ORDINALITY AS r (violation_id, ruling_id, position)""";

    private static final String REQUIREMENT_ROWS = """
            INSERT INTO brief_requirement_evidence (brief_id, position, requirement_id, kind, reference)
            SELECT $1::text, e.position, e.requirement_id, e.kind, e.reference
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[]) WITH ORDINALITY AS e (requirement_id, kind, reference, position)""";

    private static final String ANSWER_ROWS = """
            INSERT INTO draft_precedent (draft_id, position, ruling_id, stance, reasons_zh, reasons_en)
            SELECT $1::text, a.position, a.ruling_id, a.stance, a.zh, a.en
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS a (ruling_id, stance, zh, en, position)""";

    private record CitedRow(String violationId, String rulingId) {}

    private PrecedentRows() {}

    static List<RequirementEvidence> forRequirements(Row row) {
        List<String> ids = Columns.texts(row, "requirement_ids");
        List<String> kinds = Columns.texts(row, "requirement_kinds");
        List<String> references = Columns.texts(row, "requirement_references");
        List<RequirementEvidence> evidence = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            evidence.add(new RequirementEvidence(ids.get(i), new Evidence(kinds.get(i), references.get(i))));
        }
        return evidence;
    }

    static EarlierRulings earlier(Row row) {
        List<String> rulings = Columns.texts(row, "answered");
        List<String> stances = Columns.texts(row, "stances");
        List<String> zh = Columns.texts(row, "answers_zh");
        List<String> en = Columns.texts(row, "answers_en");
        List<PrecedentAnswer> answers = new ArrayList<>();
        for (int i = 0; i < rulings.size(); i++) {
            answers.add(new PrecedentAnswer(
                    rulings.get(i),
                    PrecedentAnswer.Stance.valueOf(stances.get(i)),
                    new BilingualText(zh.get(i), en.get(i))));
        }
        List<String> items = Columns.texts(row, "deviating");
        List<String> becauseZh = Columns.texts(row, "deviations_zh");
        List<String> becauseEn = Columns.texts(row, "deviations_en");
        Map<String, BilingualText> deviations = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            deviations.put(items.get(i), new BilingualText(becauseZh.get(i), becauseEn.get(i)));
        }
        return new EarlierRulings(answers, deviations);
    }

    /** Adds to a brief's write what stands beside its points. */
    static Write insert(Brief brief, Write write) {
        List<CitedRow> cited = brief.points().stream()
                .flatMap(point ->
                        point.precedents().stream().map(rulingId -> new CitedRow(point.violationId(), rulingId)))
                .toList();
        Write whole = write;
        if (!cited.isEmpty()) {
            whole = whole.with(
                    CITED_ROWS,
                    Columns.tuple(
                            brief.briefId(),
                            Columns.texts(cited, CitedRow::violationId),
                            Columns.texts(cited, CitedRow::rulingId)));
        }
        List<RequirementEvidence> evidence = brief.forRequirements();
        return evidence.isEmpty()
                ? whole
                : whole.with(
                        REQUIREMENT_ROWS,
                        Columns.tuple(
                                brief.briefId(),
                                Columns.texts(evidence, RequirementEvidence::requirementId),
                                Columns.texts(evidence, one -> one.evidence().kind()),
                                Columns.texts(evidence, one -> one.evidence().reference())));
    }

    /** Adds a draft's answers; its reasons to decide otherwise than usual are kept with what it was put beside. */
    static Write insert(String draftId, EarlierRulings earlier, Write write) {
        List<PrecedentAnswer> answers = earlier.precedents();
        return answers.isEmpty()
                ? write
                : write.with(
                        ANSWER_ROWS,
                        Columns.tuple(
                                draftId,
                                Columns.texts(answers, PrecedentAnswer::rulingId),
                                Columns.texts(answers, answer -> answer.stance().name()),
                                Columns.texts(
                                        answers, answer -> answer.reasons().zh()),
                                Columns.texts(
                                        answers, answer -> answer.reasons().en())));
    }
}
