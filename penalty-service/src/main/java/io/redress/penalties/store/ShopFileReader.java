package io.redress.penalties.store;

import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Rulebooks;
import io.redress.penalties.domain.shop.ShopFile;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads everything the files of shops are made of; the statements go out together on one connection. */
final class ShopFileReader {

    private static final Statements ONE = Statements.of("= $1");

    private static final Statements MANY = Statements.of("= ANY($1::text[])");

    private final RulebookStore rulebooks;

    ShopFileReader(RulebookStore rulebooks) {
        this.rulebooks = rulebooks;
    }

    /** What a shop's own row and its merchant's say. */
    record Head(String shopId, String merchantId, String language, long targetVersion) {}

    Future<HeldShop> read(Tx tx, Head shop) {
        return readAll(tx, List.of(shop.shopId()), Future.succeededFuture(List.of(shop)))
                .map(files -> files.get(0));
    }

    /**
     * In this order, by as many statements as one takes; they do not wait for the shops' own rows, but run behind the
     * statement that reads these. One has statements of its own: the plan for many is no plan for one, and would be made
     * anew each time.
     */
    Future<List<HeldShop>> readAll(Tx tx, List<String> ids, Future<List<Head>> shops) {
        return ids.size() == 1
                ? files(tx, ONE, Tuple.of(ids.get(0)), shops)
                : files(tx, MANY, Tuple.tuple().addArrayOfString(ids.toArray(String[]::new)), shops);
    }

    private record Statements(
            String penalties,
            String legacy,
            String violations,
            String objects,
            String entries,
            String credits,
            String measures,
            String buckets) {

        /** @param chosen what follows a shop's id in the condition */
        static Statements of(String chosen) {
            return new Statements(
                    PenaltyRows.SELECT + " WHERE p.shop_id " + chosen + " ORDER BY p.proposed_at, p.id",
                    """
                    SELECT l.* FROM legacy_measure l JOIN penalty p ON p.id = l.penalty_id
                    WHERE p.shop_id %s ORDER BY l.penalty_id, l.ordinal""".formatted(chosen),
                    """
                    SELECT v.* FROM violation v JOIN penalty p ON p.id = v.penalty_id
                    WHERE p.shop_id %s ORDER BY v.penalty_id, v.ordinal""".formatted(chosen),
                    """
                    SELECT violation_id, object_type, object_id FROM punished_object
                    WHERE shop_id %s ORDER BY violation_id, ordinal""".formatted(chosen),
                    """
                    SELECT * FROM point_entry WHERE shop_id %s ORDER BY position""".formatted(chosen),
                    """
                    SELECT * FROM point_credit WHERE shop_id %s ORDER BY position""".formatted(chosen),
                    MeasureRows.SELECT + " WHERE m.shop_id " + chosen + " ORDER BY m.id",
                    """
                    SELECT shop_id, bucket, version, event_sequence, chain_head FROM bucket
                    WHERE shop_id %s""".formatted(chosen));
        }
    }

    private Future<List<HeldShop>> files(Tx tx, Statements sql, Tuple ids, Future<List<Head>> shops) {
        Future<RowSet<Row>> penalties = tx.query(sql.penalties(), ids);
        Future<RowSet<Row>> legacy = tx.query(sql.legacy(), ids);
        Future<RowSet<Row>> violations = tx.query(sql.violations(), ids);
        Future<RowSet<Row>> objects = tx.query(sql.objects(), ids);
        Future<RowSet<Row>> entries = tx.query(sql.entries(), ids);
        Future<RowSet<Row>> credits = tx.query(sql.credits(), ids);
        Future<RowSet<Row>> measures = tx.query(sql.measures(), ids);
        Future<RowSet<Row>> buckets = tx.query(sql.buckets(), ids);
        Future<Rulebooks> versions = rulebooks.all(tx);
        return Future.all(List.of(
                        shops, penalties, legacy, violations, objects, entries, credits, measures, buckets, versions))
                .map(read -> {
                    Map<String, List<Row>> penaltiesOf = byShop(penalties.result());
                    Map<String, List<LegacyMeasure>> legacyOf = legacy(legacy.result());
                    Map<String, List<Violation>> violationsOf =
                            violations(violations.result(), objects(objects.result()));
                    Map<String, List<Row>> entriesOf = byShop(entries.result());
                    Map<String, List<Row>> creditsOf = byShop(credits.result());
                    Map<String, List<Row>> measuresOf = byShop(measures.result());
                    Map<String, List<Row>> bucketsOf = byShop(buckets.result());
                    List<HeldShop> files = new ArrayList<>();
                    for (Head shop : shops.result()) {
                        List<Row> penaltyRows = rows(penaltiesOf, shop);
                        List<Row> measureRows = rows(measuresOf, shop);
                        files.add(new HeldShop(
                                new ShopFile(
                                        shop.shopId(),
                                        shop.merchantId(),
                                        shop.language(),
                                        shop.targetVersion(),
                                        PenaltyRows.penalties(penaltyRows, legacyOf, violationsOf),
                                        PgPointHistory.entries(rows(entriesOf, shop)),
                                        PgCredits.credits(rows(creditsOf, shop)),
                                        measureRows.stream()
                                                .map(MeasureRows::measure)
                                                .toList(),
                                        versions.result()),
                                revisions(shop, penaltyRows, measureRows, rows(bucketsOf, shop))));
                    }
                    return files;
                });
    }

    private static Map<String, List<Row>> byShop(RowSet<Row> rows) {
        Map<String, List<Row>> byShop = new HashMap<>();
        for (Row row : rows) {
            byShop.computeIfAbsent(row.getString("shop_id"), id -> new ArrayList<>())
                    .add(row);
        }
        return byShop;
    }

    private static List<Row> rows(Map<String, List<Row>> byShop, Head shop) {
        return byShop.getOrDefault(shop.shopId(), List.of());
    }

    private static Map<String, Revision> revisions(
            Head shop, List<Row> penalties, List<Row> measures, List<Row> buckets) {
        Map<String, Revision> revisions = new HashMap<>();
        penalties.forEach(row -> revisions.put(row.getString("id"), Columns.revision(row)));
        measures.forEach(row -> revisions.put(row.getString("id"), Columns.revision(row)));
        buckets.forEach(row -> revisions.put(shop.shopId() + ":" + row.getString("bucket"), Columns.revision(row)));
        return revisions;
    }

    static Map<String, List<LegacyMeasure>> legacy(RowSet<Row> rows) {
        Map<String, List<LegacyMeasure>> byPenalty = new HashMap<>();
        for (Row row : rows) {
            byPenalty
                    .computeIfAbsent(row.getString("penalty_id"), id -> new ArrayList<>())
                    .add(new LegacyMeasure(
                            row.getString("kind"),
                            Columns.instant(row, "started_at"),
                            Columns.optionalInt(row, "days")));
        }
        return byPenalty;
    }

    static Map<String, List<ObjectRef>> objects(RowSet<Row> rows) {
        Map<String, List<ObjectRef>> byViolation = new HashMap<>();
        for (Row row : rows) {
            byViolation
                    .computeIfAbsent(row.getString("violation_id"), id -> new ArrayList<>())
                    .add(new ObjectRef(
                            ObjectRef.Type.valueOf(row.getString("object_type")), row.getString("object_id")));
        }
        return byViolation;
    }

    static Map<String, List<Violation>> violations(RowSet<Row> rows, Map<String, List<ObjectRef>> objects) {
        Map<String, List<Violation>> byPenalty = new HashMap<>();
        for (Row row : rows) {
            byPenalty
                    .computeIfAbsent(row.getString("penalty_id"), id -> new ArrayList<>())
                    .add(PenaltyRows.violation(row, objects.getOrDefault(row.getString("id"), List.of())));
        }
        return byPenalty;
    }
}
