package io.redress.penalties.store;

import io.redress.kit.command.Revision;
import io.redress.kit.pg.Tx;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
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

/** Reads everything a shop's file is made of; its statements go out together on one connection. */
final class ShopFileReader {

    private static final String PENALTIES = """
            SELECT p.*, s.zh AS statement_zh, s.en AS statement_en, s.issued_at AS statement_issued_at,
                   s.stored_at AS statement_stored_at, s.delivered_at AS statement_delivered_at
            FROM penalty p LEFT JOIN statement s ON s.id = p.statement_id
            WHERE p.shop_id = $1 ORDER BY p.proposed_at, p.id""";

    private static final String LEGACY = """
            SELECT l.* FROM legacy_measure l JOIN penalty p ON p.id = l.penalty_id
            WHERE p.shop_id = $1 ORDER BY l.penalty_id, l.ordinal""";

    private static final String VIOLATIONS = """
            SELECT v.* FROM violation v JOIN penalty p ON p.id = v.penalty_id
            WHERE p.shop_id = $1 ORDER BY v.penalty_id, v.ordinal""";

    private static final String OBJECTS = """
            SELECT violation_id, object_type, object_id FROM punished_object
            WHERE shop_id = $1 ORDER BY violation_id, ordinal""";

    private static final String ENTRIES = "SELECT * FROM point_entry WHERE shop_id = $1 ORDER BY position";

    private static final String CREDITS = "SELECT * FROM point_credit WHERE shop_id = $1 ORDER BY position";

    private static final String MEASURES = "SELECT * FROM measure WHERE shop_id = $1 ORDER BY id";

    private static final String BUCKETS =
            "SELECT bucket, version, event_sequence, chain_head FROM bucket WHERE shop_id = $1";

    private final RulebookStore rulebooks;

    ShopFileReader(RulebookStore rulebooks) {
        this.rulebooks = rulebooks;
    }

    Future<HeldShop> read(Tx tx, String shopId, String merchantId, String language, long targetVersion) {
        Tuple shop = Tuple.of(shopId);
        Future<RowSet<Row>> penalties = tx.query(PENALTIES, shop);
        Future<RowSet<Row>> legacy = tx.query(LEGACY, shop);
        Future<RowSet<Row>> violations = tx.query(VIOLATIONS, shop);
        Future<RowSet<Row>> objects = tx.query(OBJECTS, shop);
        Future<RowSet<Row>> entries = tx.query(ENTRIES, shop);
        Future<RowSet<Row>> credits = tx.query(CREDITS, shop);
        Future<RowSet<Row>> measures = tx.query(MEASURES, shop);
        Future<RowSet<Row>> buckets = tx.query(BUCKETS, shop);
        Future<Rulebooks> versions = rulebooks.all(tx);
        return Future.all(
                        List.of(penalties, legacy, violations, objects, entries, credits, measures, buckets, versions))
                .map(read -> {
                    Map<String, Revision> revisions = new HashMap<>();
                    buckets.result()
                            .forEach(row ->
                                    revisions.put(shopId + ":" + row.getString("bucket"), Columns.revision(row)));
                    return new HeldShop(
                            new ShopFile(
                                    shopId,
                                    merchantId,
                                    language,
                                    targetVersion,
                                    penalties(
                                            penalties.result(),
                                            legacy(legacy.result()),
                                            violations(violations.result(), objects(objects.result())),
                                            revisions),
                                    PgPointHistory.entries(entries.result()),
                                    PgCredits.credits(credits.result()),
                                    measures(measures.result(), revisions),
                                    versions.result()),
                            revisions);
                });
    }

    private static List<Penalty> penalties(
            RowSet<Row> rows,
            Map<String, List<LegacyMeasure>> legacy,
            Map<String, List<Violation>> violations,
            Map<String, Revision> revisions) {
        List<Penalty> penalties = new ArrayList<>();
        for (Row row : rows) {
            String id = row.getString("id");
            revisions.put(id, Columns.revision(row));
            penalties.add(PenaltyRows.penalty(
                    row, legacy.getOrDefault(id, List.of()), violations.getOrDefault(id, List.of())));
        }
        return penalties;
    }

    private static Map<String, List<LegacyMeasure>> legacy(RowSet<Row> rows) {
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

    private static Map<String, List<ObjectRef>> objects(RowSet<Row> rows) {
        Map<String, List<ObjectRef>> byViolation = new HashMap<>();
        for (Row row : rows) {
            byViolation
                    .computeIfAbsent(row.getString("violation_id"), id -> new ArrayList<>())
                    .add(new ObjectRef(
                            ObjectRef.Type.valueOf(row.getString("object_type")), row.getString("object_id")));
        }
        return byViolation;
    }

    private static Map<String, List<Violation>> violations(RowSet<Row> rows, Map<String, List<ObjectRef>> objects) {
        Map<String, List<Violation>> byPenalty = new HashMap<>();
        for (Row row : rows) {
            byPenalty
                    .computeIfAbsent(row.getString("penalty_id"), id -> new ArrayList<>())
                    .add(PenaltyRows.violation(row, objects.getOrDefault(row.getString("id"), List.of())));
        }
        return byPenalty;
    }

    private static List<Measure> measures(RowSet<Row> rows, Map<String, Revision> revisions) {
        List<Measure> measures = new ArrayList<>();
        for (Row row : rows) {
            revisions.put(row.getString("id"), Columns.revision(row));
            measures.add(MeasureRows.measure(row));
        }
        return measures;
    }
}
