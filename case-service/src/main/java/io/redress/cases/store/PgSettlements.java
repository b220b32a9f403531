package io.redress.cases.store;

import io.redress.cases.app.CaseSight;
import io.redress.cases.app.effect.Settlements;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.EffectKind;
import io.redress.cases.domain.EffectOwner;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Settlement;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Table {@code effect_settlement}, and the lines in {@code effect_line} that are owed and did not come. */
public final class PgSettlements implements Settlements {

    private static final String FIND = """
            SELECT effect_id, result, reasons_zh, reasons_en, proposed_by, proposed_at FROM effect_settlement
            WHERE effect_id = $1 AND confirmed_at IS NULL""";

    private static final String PROPOSE = """
            INSERT INTO effect_settlement AS s (effect_id, result, reasons_zh, reasons_en, proposed_by, proposed_at)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::timestamptz)
            ON CONFLICT (effect_id) DO UPDATE SET result = excluded.result, reasons_zh = excluded.reasons_zh,
                reasons_en = excluded.reasons_en, proposed_by = excluded.proposed_by, proposed_at = excluded.proposed_at
            WHERE s.confirmed_at IS NULL""";

    private static final String CONFIRMED = """
            UPDATE effect_settlement SET confirmed_by = $2, confirmed_at = $3
            WHERE effect_id = $1 AND confirmed_at IS NULL""";

    // The condition of the index effect_line_stuck, and then what is asked for.
    private static final String STUCK = """
            SELECT e.effect_id, e.case_id, c.merchant_id, e.owner, e.kind, e.subject, e.state, e.overdue, e.due_at, e.reason,
                   s.result, s.reasons_zh, s.reasons_en, s.proposed_by, s.proposed_at
            FROM effect_line e
            JOIN case_file c ON c.case_id = e.case_id AND c.status = 'EXECUTING'
            LEFT JOIN effect_settlement s ON s.effect_id = e.effect_id AND s.confirmed_at IS NULL
            WHERE (e.state = 'FAILED' OR (e.state = 'PENDING' AND e.overdue))
              AND e.effect_id > $1
              AND ($2::text IS NULL OR CASE $2::text WHEN 'FAILED' THEN e.state = 'FAILED' ELSE e.overdue END)
              AND ($3::text IS NULL OR e.owner = $3::text)
              AND NOT hidden_from(c.case_id, $5, $6)
            ORDER BY e.effect_id LIMIT $4""";

    @Override
    public Future<Optional<Settlement>> find(Tx tx, String effectId) {
        return tx.query(FIND, Columns.tuple(effectId))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(settlement(rows.iterator().next())));
    }

    @Override
    public Write propose(Settlement settlement) {
        return Write.guarded(
                PROPOSE,
                Columns.tuple(
                        settlement.effectId(),
                        settlement.result().name(),
                        settlement.reasons().zh(),
                        settlement.reasons().en(),
                        settlement.proposedBy(),
                        Columns.time(settlement.proposedAt())));
    }

    @Override
    public Write confirmed(String effectId, String confirmedBy, Instant at) {
        return Write.guarded(CONFIRMED, Columns.tuple(effectId, confirmedBy, Columns.time(at)));
    }

    @Override
    public Future<List<Stuck>> stuck(
            Tx tx,
            CaseSight.Viewer viewer,
            Optional<Which> which,
            Optional<EffectOwner> owner,
            Optional<String> after,
            int limit) {
        return tx.query(
                        STUCK,
                        Columns.tuple(
                                after.orElse(""),
                                which.map(Enum::name).orElse(null),
                                owner.map(Enum::name).orElse(null),
                                limit + 1,
                                viewer.employee(),
                                viewer.roles().toArray(String[]::new)))
                .map(rows -> {
                    List<Stuck> page = new ArrayList<>();
                    rows.forEach(row -> page.add(stuck(row)));
                    return page;
                });
    }

    private static Stuck stuck(Row row) {
        return new Stuck(
                row.getString("effect_id"),
                row.getString("case_id"),
                row.getString("merchant_id"),
                EffectOwner.valueOf(row.getString("owner")),
                EffectKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                EffectState.valueOf(row.getString("state")),
                row.getBoolean("overdue"),
                Columns.instant(row, "due_at"),
                Columns.maybeText(row, "reason"),
                row.getString("result") == null ? Optional.empty() : Optional.of(settlement(row)));
    }

    private static Settlement settlement(Row row) {
        return new Settlement(
                row.getString("effect_id"),
                EffectState.valueOf(row.getString("result")),
                new BilingualText(row.getString("reasons_zh"), row.getString("reasons_en")),
                row.getString("proposed_by"),
                Columns.instant(row, "proposed_at"));
    }
}
