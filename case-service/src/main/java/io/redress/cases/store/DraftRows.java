package io.redress.cases.store;

import io.redress.cases.domain.Condition;
import io.redress.cases.domain.Draft;
import io.redress.cases.domain.EffectLine;
import io.redress.cases.domain.Foretold;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.Terms;
import io.redress.cases.domain.ViolationRuling;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;

/** A draft ruling with its reasons, effect lines, and the terms of a conditional one. */
final class DraftRows {

    private static final String DRAFT = """
            SELECT draft_id, outcome, points, money_minor, money_currency, issued_by, issued_at, replies_by, if_fulfilled,
                   otherwise, otherwise_points,
                   %s
            FROM draft_ruling d WHERE draft_id = $1""".formatted(PrecedentRows.ANSWERED);

    private static final String DRAFT_ROW = """
            INSERT INTO draft_ruling (draft_id, case_id, outcome, points, money_minor, money_currency, issued_by, issued_at,
                replies_by, if_fulfilled, otherwise, otherwise_points)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)""";

    private DraftRows() {}

    /** @param effects that are read beside it */
    static Future<Draft> read(Tx tx, String draftId, Future<Foretold> effects) {
        Future<Row> found = tx.query(DRAFT, Columns.tuple(draftId))
                .map(rows -> rows.iterator().next());
        Future<List<ViolationRuling>> violations = ViolationRulingRows.DRAFT.read(tx, draftId);
        return Future.all(found, violations, effects)
                .compose(all -> terms(tx, found.result(), effects.result().otherwise()))
                .map(terms -> draft(
                        found.result(), violations.result(), effects.result().effects(), terms));
    }

    private static Future<Optional<Terms>> terms(Tx tx, Row row, List<EffectLine> otherwiseEffects) {
        return row.getString("if_fulfilled") == null
                ? Future.succeededFuture(Optional.empty())
                : ConditionRows.read(tx, row.getString("draft_id"))
                        .map(conditions -> Optional.of(terms(row, otherwiseEffects, conditions)));
    }

    private static Terms terms(Row row, List<EffectLine> otherwiseEffects, List<Condition> conditions) {
        return new Terms(
                RulingOutcome.valueOf(row.getString("if_fulfilled")),
                RulingOutcome.valueOf(row.getString("otherwise")),
                Optional.ofNullable(row.getInteger("otherwise_points")),
                otherwiseEffects,
                conditions);
    }

    private static Draft draft(
            Row row, List<ViolationRuling> violations, List<EffectLine> effects, Optional<Terms> terms) {
        Optional<Money> money = Optional.ofNullable(row.getLong("money_minor"))
                .map(minor -> new Money(minor, row.getString("money_currency")));
        return new Draft(
                row.getString("draft_id"),
                RulingOutcome.valueOf(row.getString("outcome")),
                Optional.ofNullable(row.getInteger("points")),
                money,
                violations,
                effects,
                row.getString("issued_by"),
                Columns.instant(row, "issued_at"),
                Columns.instant(row, "replies_by"),
                terms,
                PrecedentRows.earlier(row));
    }

    static Write insert(String caseId, Draft draft, Write write) {
        Write withDraft = write.with(
                DRAFT_ROW,
                Columns.tuple(
                        draft.draftId(),
                        caseId,
                        draft.outcome().name(),
                        Columns.orNull(draft.points()),
                        draft.moneyBack().map(Money::amountMinor).orElse(null),
                        draft.moneyBack().map(Money::currency).orElse(null),
                        draft.issuedBy(),
                        Columns.time(draft.issuedAt()),
                        Columns.time(draft.repliesBy()),
                        draft.terms().map(terms -> terms.fulfilled().name()).orElse(null),
                        draft.terms().map(terms -> terms.otherwise().name()).orElse(null),
                        draft.terms().flatMap(Terms::otherwisePoints).orElse(null)));
        Write withPrecedents = PrecedentRows.insert(draft.draftId(), draft.earlier(), withDraft);
        Write withReasons = ViolationRulingRows.DRAFT.insert(draft.draftId(), draft.violations(), withPrecedents);
        List<EffectLine> otherwise = draft.terms().map(Terms::otherwiseEffects).orElse(List.of());
        Write withEffects =
                EffectRows.insert(caseId, draft.draftId(), new Foretold(draft.effects(), otherwise), withReasons);
        return draft.terms()
                .map(terms -> ConditionRows.insert(caseId, draft.draftId(), terms.conditions(), withEffects))
                .orElse(withEffects);
    }
}
