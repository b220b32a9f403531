package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.app.PenaltySearch;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Violation;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Penalties across shops: their rows by an index, then everything that belongs to the page at once. The condition has
 * the asked parts only, so that the planner sees which index serves them.
 */
public final class PgPenaltySearch implements PenaltySearch {

    private static final String PENALTIES = PenaltyRows.SELECT + " WHERE %s ORDER BY p.proposed_at, p.id LIMIT %s";

    private static final String LEGACY =
            "SELECT * FROM legacy_measure WHERE penalty_id = ANY($1::text[]) ORDER BY penalty_id, ordinal";

    private static final String VIOLATIONS =
            "SELECT * FROM violation WHERE penalty_id = ANY($1::text[]) ORDER BY penalty_id, ordinal";

    private static final String OBJECTS = """
            SELECT o.violation_id, o.object_type, o.object_id
            FROM violation v JOIN punished_object o ON o.violation_id = v.id
            WHERE v.penalty_id = ANY($1::text[]) ORDER BY o.violation_id, o.ordinal""";

    private static final String MEASURES = MeasureRows.SELECT + """

            JOIN penalty p ON m.shop_id = p.shop_id AND m.penalty_id = p.id
            WHERE p.id = ANY($1::text[]) ORDER BY m.id""";

    @Override
    public Future<List<Found>> page(Tx tx, Filter filter, Optional<Place> behind, int limit) {
        Conditions asked = conditions(filter, behind);
        String sql = PENALTIES.formatted(asked.text(), asked.value(limit));
        return tx.query(sql, asked.arguments())
                .compose(rows -> rows.size() == 0 ? Future.succeededFuture(List.of()) : whole(tx, rows));
    }

    private static Conditions conditions(Filter filter, Optional<Place> behind) {
        Conditions all = new Conditions();
        filter.merchantId().ifPresent(id -> all.and("p.merchant_id = " + all.value(id)));
        filter.shopId().ifPresent(id -> all.and("p.shop_id = " + all.value(id)));
        filter.status().ifPresent(status -> all.and("p.status = " + all.value(status.name())));
        filter.isFinal().ifPresent(is -> all.and("p.final = " + all.value(is)));
        filter.decidedBy().ifPresent(who -> all.and("coalesce(p.approved_by, p.proposed_by) = " + all.value(who)));
        filter.from().ifPresent(from -> all.and("p.proposed_at >= " + all.value(Columns.time(from))));
        filter.to().ifPresent(to -> all.and("p.proposed_at < " + all.value(Columns.time(to))));
        if (filter.clauseId().isPresent() || filter.rulebookVersion().isPresent()) {
            Conditions violation = all.within("v.penalty_id = p.id");
            filter.clauseId().ifPresent(id -> violation.and("v.clause_id = " + violation.value(id)));
            filter.rulebookVersion()
                    .ifPresent(version -> violation.and("v.rulebook_number = " + violation.value(version)));
            all.and("EXISTS (SELECT 1 FROM violation v WHERE " + violation.text() + ")");
        }
        behind.ifPresent(place -> all.and("(p.proposed_at, p.id) > (" + all.value(Columns.time(place.proposedAt()))
                + ", " + all.value(place.penaltyId()) + ")"));
        return all;
    }

    private static Future<List<Found>> whole(Tx tx, RowSet<Row> penalties) {
        List<String> ids = new ArrayList<>();
        penalties.forEach(row -> ids.add(row.getString("id")));
        Tuple page = Tuple.tuple().addArrayOfString(ids.toArray(String[]::new));
        Future<RowSet<Row>> legacy = tx.query(LEGACY, page);
        Future<RowSet<Row>> violations = tx.query(VIOLATIONS, page);
        Future<RowSet<Row>> objects = tx.query(OBJECTS, page);
        Future<RowSet<Row>> measures = tx.query(MEASURES, page);
        return Future.all(legacy, violations, objects, measures).map(read -> {
            Map<String, List<LegacyMeasure>> legacyOf = ShopFileReader.legacy(legacy.result());
            Map<String, List<Violation>> violationsOf =
                    ShopFileReader.violations(violations.result(), ShopFileReader.objects(objects.result()));
            Map<String, List<Measure>> measuresOf = new HashMap<>();
            for (Row row : measures.result()) {
                measuresOf
                        .computeIfAbsent(row.getString("penalty_id"), id -> new ArrayList<>())
                        .add(MeasureRows.measure(row));
            }
            List<Found> found = new ArrayList<>();
            for (Row row : penalties) {
                String id = row.getString("id");
                Penalty penalty = PenaltyRows.penalty(
                        row, legacyOf.getOrDefault(id, List.of()), violationsOf.getOrDefault(id, List.of()));
                found.add(new Found(
                        new PenaltyResult(penalty, measuresOf.getOrDefault(id, List.of())), Columns.revision(row)));
            }
            return found;
        });
    }
}
