package io.redress.penalties.store;

import io.redress.penalties.domain.penalty.Facts;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Text;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of penalty and violation to the domain. */
final class PenaltyRows {

    /** The rows that {@link #penalty} reads; a condition on {@code p} follows. */
    static final String SELECT = """
            SELECT p.*, s.zh AS statement_zh, s.en AS statement_en, s.issued_at AS statement_issued_at,
                   s.stored_at AS statement_stored_at, s.delivered_at AS statement_delivered_at,
            """ + HearingRows.COLUMNS + ", " + CureRows.COLUMNS + """

            FROM penalty p LEFT JOIN statement s ON s.id = p.statement_id LEFT JOIN clarification c ON c.penalty_id = p.id
                LEFT JOIN proof_of_cure k ON k.id = p.proof_id""";

    private PenaltyRows() {}

    /** Rows of penalty in their order, with what belongs to each. */
    static List<Penalty> penalties(
            Iterable<Row> rows, Map<String, List<LegacyMeasure>> legacy, Map<String, List<Violation>> violations) {
        List<Penalty> penalties = new ArrayList<>();
        for (Row row : rows) {
            String id = row.getString("id");
            penalties.add(penalty(row, legacy.getOrDefault(id, List.of()), violations.getOrDefault(id, List.of())));
        }
        return penalties;
    }

    static Penalty penalty(Row row, List<LegacyMeasure> legacy, List<Violation> violations) {
        Penalty.Basis basis = new Penalty.Basis(
                row.getString("decision_id"),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                Columns.optionalText(row, "investigation_id"),
                Columns.optionalText(row, "department_id"),
                row.getString("proposed_by"),
                Columns.optionalText(row, "imported_by"),
                Columns.optionalInstant(row, "legacy_in_force_at"),
                Columns.instant(row, "proposed_at"),
                row.getInteger("rulebook_number"),
                new Text(row.getString("explanation_zh"), row.getString("explanation_en")),
                row.getBoolean("automated_detection"),
                row.getBoolean("automated_decision"),
                row.getString("territory"),
                legacy);
        return new Penalty(
                row.getString("id"),
                basis,
                violations,
                PenaltyStatus.valueOf(row.getString("status")),
                row.getBoolean("final"),
                row.getBoolean("high_impact"),
                Columns.optionalText(row, "approved_by"),
                Columns.optionalInstant(row, "announced_until"),
                Columns.optionalInstant(row, "effective_at"),
                Columns.optionalInt(row, "booking"),
                Columns.optionalInt(row, "points_ceiling"),
                Columns.optionalText(row, "appeal_case_id"),
                statement(row),
                HearingRows.hearing(row),
                CureRows.cure(row));
    }

    private static Optional<Statement> statement(Row row) {
        return Columns.optionalText(row, "statement_id")
                .map(id -> new Statement(
                        id,
                        new Text(row.getString("statement_zh"), row.getString("statement_en")),
                        Columns.instant(row, "statement_issued_at"),
                        Columns.optionalInstant(row, "statement_stored_at"),
                        Columns.optionalInstant(row, "statement_delivered_at")));
    }

    static Violation violation(Row row, List<ObjectRef> objects) {
        return new Violation(
                row.getString("id"),
                row.getString("clause_id"),
                row.getInteger("rulebook_number"),
                row.getString("bucket"),
                row.getInteger("tariff"),
                row.getInteger("assessed"),
                row.getInteger("points"),
                row.getBoolean("closure_eligible"),
                row.getString("act_kind"),
                Columns.instant(row, "act_from"),
                Columns.instant(row, "act_to"),
                objects,
                facts(row),
                factors(row),
                Columns.optionalText(row, "factor_reasons"),
                Columns.optionalText(row, "unintentional_zh")
                        .map(zh -> new Text(zh, row.getString("unintentional_en"))));
    }

    private static Facts facts(Row row) {
        return new Facts(
                Columns.optionalText(row, "fact_zh").map(zh -> new Text(zh, row.getString("fact_en"))),
                List.of(row.getArrayOfStrings("fact_orders")),
                List.of(row.getArrayOfStrings("fact_listings")),
                Optional.ofNullable(row.getLong("fact_amount_minor"))
                        .map(minor -> new Facts.Amount(minor, row.getString("fact_currency"))),
                Columns.optionalInt(row, "fact_count"));
    }

    private static Map<String, String> factors(Row row) {
        String[] names = row.getArrayOfStrings("factor_names");
        String[] values = row.getArrayOfStrings("factor_values");
        Map<String, String> factors = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
            factors.put(names[i], values[i]);
        }
        return factors;
    }
}
