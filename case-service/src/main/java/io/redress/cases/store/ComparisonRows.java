package io.redress.cases.store;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.ComparableRulings;
import io.redress.cases.domain.consistency.ComparedDraft;
import io.redress.cases.domain.consistency.ComparedItem;
import io.redress.cases.domain.consistency.Comparison;
import io.redress.cases.domain.consistency.Distribution;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The items of a draft with what they were put beside. */
final class ComparisonRows {

    private static final String OF_DRAFT = """
            SELECT d.draft_id, item_id, case_id, kind, scope, outcome, share, drafted_by, drafted_at, since, enough, comparable,
                   with_share, lowest, tenth, lower_quartile, median, upper_quartile, ninetieth, highest, below, equal, outside,
                   reasons_zh, reasons_en,
                   (SELECT array_agg(o.outcome ORDER BY o.outcome) FROM draft_comparison_outcome o
                    WHERE o.draft_id = d.draft_id AND o.item_id = d.item_id) AS outcomes,
                   (SELECT array_agg(o.decisions ORDER BY o.outcome) FROM draft_comparison_outcome o
                    WHERE o.draft_id = d.draft_id AND o.item_id = d.item_id) AS decisions
            FROM draft_comparison d WHERE d.draft_id = $1 ORDER BY position""";

    private static final String ITEM_ROWS = """
            INSERT INTO draft_comparison (draft_id, case_id, kind, drafted_by, drafted_at, since, enough, position, item_id, scope,
                outcome, share, comparable, with_share, lowest, tenth, lower_quartile, median, upper_quartile, ninetieth,
                highest, below, equal, outside, reasons_zh, reasons_en)
            SELECT $1::text, $2::text, $3::text, $4::text, $5::timestamptz, $6::timestamptz, $7::integer, i.position, i.item_id,
                i.scope, i.outcome, i.share, i.comparable, i.with_share, i.lowest, i.tenth, i.lower_quartile, i.median,
                i.upper_quartile, i.ninetieth, i.highest, i.below, i.equal, i.outside, i.zh, i.en
            FROM unnest((SELECT $8::text[]), $9::text[], $10::text[], $11::integer[], $12::integer[], $13::integer[], $14::integer[],
                $15::integer[], $16::integer[], $17::integer[], $18::integer[], $19::integer[], $20::integer[], $21::integer[],
                $22::integer[], $23::boolean[], $24::text[], $25::text[]) WITH ORDINALITY AS i (item_id, scope, outcome, share,
                comparable, with_share, lowest, tenth, lower_quartile, median, upper_quartile, ninetieth, highest, below, equal,
                outside, zh, en, position)""";

    private static final String OUTCOME_ROWS = """
            INSERT INTO draft_comparison_outcome (draft_id, item_id, outcome, decisions)
            SELECT $1::text, o.item_id, o.outcome, o.decisions
            FROM unnest((SELECT $2::text[]), $3::text[], $4::integer[]) AS o (item_id, outcome, decisions)""";

    private record OutcomeRow(String itemId, String outcome, int decisions) {}

    private ComparisonRows() {}

    static Future<Optional<ComparedDraft>> read(Tx tx, String draftId) {
        return tx.query(OF_DRAFT, Columns.tuple(draftId))
                .map(rows -> rows.size() == 0 ? Optional.empty() : Optional.of(draft(rows)));
    }

    static Write insert(ComparedDraft draft) {
        List<ComparedItem> items = draft.items();
        List<OutcomeRow> outcomes = items.stream()
                .flatMap(item -> item.comparison().outcomes().entrySet().stream()
                        .map(entry ->
                                new OutcomeRow(item.itemId(), entry.getKey().name(), entry.getValue())))
                .toList();
        return Write.none()
                .with(
                        ITEM_ROWS,
                        Columns.tuple(
                                draft.draftId(),
                                draft.caseId(),
                                items.get(0).rulings().kind().name(),
                                draft.draftedBy(),
                                Columns.time(draft.draftedAt()),
                                Columns.time(draft.since()),
                                draft.enough(),
                                Columns.texts(items, ComparedItem::itemId),
                                Columns.texts(items, item -> item.rulings().scope()),
                                Columns.texts(
                                        items,
                                        item -> item.comparison().outcome().name()),
                                numbers(items, item -> item.comparison().share()),
                                numbers(
                                        items,
                                        item -> Optional.of(item.comparison().comparable())),
                                numbers(
                                        items,
                                        item -> Optional.of(figure(item, Distribution::decisions)
                                                .orElse(0))),
                                numbers(items, item -> figure(item, Distribution::lowest)),
                                numbers(items, item -> figure(item, Distribution::tenth)),
                                numbers(items, item -> figure(item, Distribution::lowerQuartile)),
                                numbers(items, item -> figure(item, Distribution::median)),
                                numbers(items, item -> figure(item, Distribution::upperQuartile)),
                                numbers(items, item -> figure(item, Distribution::ninetieth)),
                                numbers(items, item -> figure(item, Distribution::highest)),
                                numbers(
                                        items,
                                        item -> Optional.of(item.comparison().below())),
                                numbers(
                                        items,
                                        item -> Optional.of(item.comparison().equal())),
                                items.stream()
                                        .map(item -> item.comparison().outside())
                                        .toArray(Boolean[]::new),
                                Columns.texts(items, item -> item.reasons()
                                        .map(BilingualText::zh)
                                        .orElse(null)),
                                Columns.texts(items, item -> item.reasons()
                                        .map(BilingualText::en)
                                        .orElse(null))))
                .with(
                        OUTCOME_ROWS,
                        Columns.tuple(
                                draft.draftId(),
                                Columns.texts(outcomes, OutcomeRow::itemId),
                                Columns.texts(outcomes, OutcomeRow::outcome),
                                numbers(outcomes, row -> Optional.of(row.decisions()))));
    }

    private static Optional<Integer> figure(ComparedItem item, Function<Distribution, Integer> which) {
        return item.comparison().shares().map(which);
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Optional<Integer>> column) {
        return rows.stream().map(row -> column.apply(row).orElse(null)).toArray(Integer[]::new);
    }

    private static ComparedDraft draft(RowSet<Row> rows) {
        List<ComparedItem> items = new ArrayList<>();
        rows.forEach(row -> items.add(item(row)));
        Row first = rows.iterator().next();
        return new ComparedDraft(
                first.getString("draft_id"),
                first.getString("case_id"),
                first.getString("drafted_by"),
                Columns.instant(first, "drafted_at"),
                Columns.instant(first, "since"),
                first.getInteger("enough"),
                items);
    }

    private static ComparedItem item(Row row) {
        return new ComparedItem(
                row.getString("item_id"),
                new ComparableRulings(CaseKind.valueOf(row.getString("kind")), row.getString("scope")),
                new Comparison(
                        RulingOutcome.valueOf(row.getString("outcome")),
                        Optional.ofNullable(row.getInteger("share")),
                        row.getInteger("comparable"),
                        outcomes(row),
                        distribution(row),
                        row.getInteger("below"),
                        row.getInteger("equal"),
                        row.getBoolean("outside")),
                Columns.maybeText(row, "reasons_zh").map(zh -> new BilingualText(zh, row.getString("reasons_en"))));
    }

    private static SortedMap<RulingOutcome, Integer> outcomes(Row row) {
        List<String> outcomes = Columns.texts(row, "outcomes");
        Integer[] decisions = row.getArrayOfIntegers("decisions");
        SortedMap<RulingOutcome, Integer> found = new TreeMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            found.put(RulingOutcome.valueOf(outcomes.get(i)), decisions[i]);
        }
        return Collections.unmodifiableSortedMap(found);
    }

    private static Optional<Distribution> distribution(Row row) {
        int decisions = row.getInteger("with_share");
        return decisions == 0
                ? Optional.empty()
                : Optional.of(new Distribution(
                        decisions,
                        row.getInteger("lowest"),
                        row.getInteger("tenth"),
                        row.getInteger("lower_quartile"),
                        row.getInteger("median"),
                        row.getInteger("upper_quartile"),
                        row.getInteger("ninetieth"),
                        row.getInteger("highest")));
    }
}
