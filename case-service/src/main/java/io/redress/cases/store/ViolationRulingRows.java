package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** The decisions per violation of a draft, and of a ruling: the same shape in two pairs of tables. */
record ViolationRulingRows(String select, String rulingRows, String factRows) {

    static final ViolationRulingRows DRAFT = new ViolationRulingRows("""
            SELECT v.violation_id, v.outcome, v.reasons_zh, v.reasons_en,
                   (SELECT array_agg(f.fact ORDER BY f.position) FROM draft_fact f
                    WHERE f.draft_id = v.draft_id AND f.violation_id = v.violation_id) AS facts
            FROM draft_violation v WHERE v.draft_id = $1 ORDER BY v.position""", """
            INSERT INTO draft_violation (draft_id, position, violation_id, outcome, reasons_zh, reasons_en)
            SELECT $1::text, v.position, v.violation_id, v.outcome, v.zh, v.en
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS v (violation_id, outcome, zh, en, position)""", """
            INSERT INTO draft_fact (draft_id, violation_id, position, fact)
            SELECT $1::text, f.violation_id, f.position, f.fact
            FROM unnest((SELECT $2::text[]), $3::text[]) WITH ORDINALITY AS f (violation_id, fact, position)""");

    static final ViolationRulingRows RULING = new ViolationRulingRows("""
            SELECT v.violation_id, v.outcome, v.reasons_zh, v.reasons_en,
                   (SELECT array_agg(f.fact ORDER BY f.position) FROM ruling_fact f
                    WHERE f.ruling_id = v.ruling_id AND f.violation_id = v.violation_id) AS facts
            FROM ruling_violation v WHERE v.ruling_id = $1 ORDER BY v.position""", """
            INSERT INTO ruling_violation (ruling_id, position, violation_id, outcome, reasons_zh, reasons_en)
            SELECT $1::text, v.position, v.violation_id, v.outcome, v.zh, v.en
            FROM unnest((SELECT $2::text[]), $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS v (violation_id, outcome, zh, en, position)""", """
            INSERT INTO ruling_fact (ruling_id, violation_id, position, fact)
            SELECT $1::text, f.violation_id, f.position, f.fact
            FROM unnest((SELECT $2::text[]), $3::text[]) WITH ORDINALITY AS f (violation_id, fact, position)""");

    private record FactRow(String violationId, String fact) {}

    Future<List<ViolationRuling>> read(Tx tx, String id) {
        return tx.query(select, Columns.tuple(id)).map(rows -> {
            List<ViolationRuling> rulings = new ArrayList<>();
            rows.forEach(row -> rulings.add(new ViolationRuling(
                    row.getString("violation_id"),
                    RulingOutcome.valueOf(row.getString("outcome")),
                    new BilingualText(row.getString("reasons_zh"), row.getString("reasons_en")),
                    Columns.texts(row, "facts"))));
            return rulings;
        });
    }

    Write insert(String id, List<ViolationRuling> rulings, Write write) {
        List<FactRow> facts = rulings.stream()
                .flatMap(ruling -> ruling.facts().stream().map(fact -> new FactRow(ruling.violationId(), fact)))
                .toList();
        return write.with(
                        rulingRows,
                        Columns.tuple(
                                id,
                                Columns.texts(rulings, ViolationRuling::violationId),
                                Columns.texts(
                                        rulings, ruling -> ruling.outcome().name()),
                                Columns.texts(
                                        rulings, ruling -> ruling.reasons().zh()),
                                Columns.texts(
                                        rulings, ruling -> ruling.reasons().en())))
                .with(
                        factRows,
                        Columns.tuple(
                                id, Columns.texts(facts, FactRow::violationId), Columns.texts(facts, FactRow::fact)));
    }
}
