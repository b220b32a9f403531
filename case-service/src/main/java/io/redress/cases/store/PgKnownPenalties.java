package io.redress.cases.store;

import io.redress.cases.app.opening.KnownPenalties;
import io.redress.cases.domain.PenaltyUnderAppeal;
import io.redress.cases.domain.PenaltyViolation;
import io.redress.kit.pg.Write;
import java.util.List;
import java.util.Optional;

/** The projection of penalties.events. */
public final class PgKnownPenalties implements KnownPenalties {

    private static final String MERCHANT = """
            INSERT INTO merchant_view (merchant_id, name, language) VALUES ($1, $2, $3)
            ON CONFLICT (merchant_id) DO UPDATE SET name = excluded.name, language = excluded.language""";

    private static final String SHOP = """
            INSERT INTO shop_view (shop_id, merchant_id) VALUES ($1, $2)
            ON CONFLICT (shop_id) DO UPDATE SET merchant_id = excluded.merchant_id""";

    /** Of a shop that gets another owner: its penalties are his to appeal. Looks at none otherwise. */
    private static final String PENALTIES = """
            UPDATE penalty_view SET merchant_id = $2::text WHERE shop_id = $1::text
                AND EXISTS (SELECT FROM shop_view s WHERE s.shop_id = $1 AND s.merchant_id <> $2)""";

    private static final String WINDOWS = """
            UPDATE appeal_window w SET merchant_id = $2::text FROM penalty_view p
            WHERE p.shop_id = $1::text AND w.penalty_id = p.penalty_id
                AND EXISTS (SELECT FROM shop_view s WHERE s.shop_id = $1 AND s.merchant_id <> $2)""";

    private static final String PROPOSED = """
            INSERT INTO penalty_view (penalty_id, decision_id, merchant_id, shop_id, department_id, proposed_by, imported, points)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";

    private static final String VIOLATION_ROWS = """
            INSERT INTO penalty_violation (violation_id, penalty_id, position, clause_id, rulebook_version)
            SELECT v.violation_id, $1::text, v.position, v.clause_id, v.rulebook_version
            FROM unnest((SELECT $2::text[]), $3::text[], $4::integer[])
                WITH ORDINALITY AS v (violation_id, clause_id, rulebook_version, position)""";

    private static final String FACT_ROWS = """
            INSERT INTO penalty_disclosed_fact (violation_id, fact) SELECT * FROM unnest((SELECT $1::text[]), $2::text[])""";

    private static final String APPROVED = """
            INSERT INTO penalty_approver (penalty_id, approved_by) VALUES ($1, $2)
            ON CONFLICT (penalty_id, approved_by) DO UPDATE SET approved_by = excluded.approved_by""";

    private static final String POINTS = "UPDATE penalty_view SET points = $2 WHERE penalty_id = $1";

    private static final String FALLEN = "UPDATE penalty_view SET standing = false, points = 0 WHERE penalty_id = $1";

    @Override
    public Write merchant(String merchantId, String name, String language) {
        return Write.guarded(MERCHANT, Columns.tuple(merchantId, name, language));
    }

    @Override
    public Write shop(String shopId, String merchantId) {
        return Write.guarded(SHOP, Columns.tuple(shopId, merchantId))
                .with(PENALTIES, Columns.tuple(shopId, merchantId))
                .with(WINDOWS, Columns.tuple(shopId, merchantId));
    }

    @Override
    public Write proposed(PenaltyUnderAppeal penalty, Optional<String> decisionId, boolean imported) {
        record Fact(String violationId, String name) {}
        List<Fact> facts = penalty.violations().stream()
                .flatMap(violation ->
                        violation.disclosedFacts().stream().map(fact -> new Fact(violation.violationId(), fact)))
                .toList();
        return Write.guarded(
                        PROPOSED,
                        Columns.tuple(
                                penalty.penaltyId(),
                                Columns.orNull(decisionId),
                                penalty.merchantId(),
                                penalty.shopId(),
                                Columns.orNull(penalty.departmentId()),
                                penalty.proposedBy(),
                                imported,
                                penalty.points()))
                .with(
                        VIOLATION_ROWS,
                        Columns.tuple(
                                penalty.penaltyId(),
                                Columns.texts(penalty.violations(), PenaltyViolation::violationId),
                                Columns.texts(penalty.violations(), PenaltyViolation::clauseId),
                                penalty.violations().stream()
                                        .map(violation ->
                                                violation.rulebookVersion().orElse(null))
                                        .toArray(Integer[]::new)))
                .with(
                        FACT_ROWS,
                        Columns.tuple(Columns.texts(facts, Fact::violationId), Columns.texts(facts, Fact::name)));
    }

    @Override
    public Write approved(String penaltyId, String approvedBy) {
        return Write.guarded(APPROVED, Columns.tuple(penaltyId, approvedBy));
    }

    @Override
    public Write points(String penaltyId, int points) {
        return Write.guarded(POINTS, Columns.tuple(penaltyId, points));
    }

    @Override
    public Write fallen(String penaltyId) {
        return Write.guarded(FALLEN, Columns.tuple(penaltyId));
    }
}
