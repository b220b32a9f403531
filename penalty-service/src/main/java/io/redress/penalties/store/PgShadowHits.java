package io.redress.penalties.store;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.rulebook.ShadowHits;
import io.redress.penalties.domain.shop.Shadowing.Foretold;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Table shadow_hit. */
public final class PgShadowHits implements ShadowHits {

    private static final String TAKEN =
            "SELECT source_id, digest, id FROM shadow_hit WHERE system = $1 AND source_id = ANY($2::text[])";

    private static final String COUNT = "SELECT count(*) AS hits FROM shadow_hit WHERE shadow_id = $1";

    private static final String TOTALS = """
            SELECT count(*) AS hits, count(DISTINCT merchant_id) AS merchants, count(DISTINCT shop_id) AS shops,
                   coalesce(sum(points), 0) AS points, count(*) FILTER (WHERE held) AS held,
                   count(punished_by) AS punished
            FROM shadow_hit WHERE shadow_id = $1""";

    private static final String THRESHOLDS = """
            SELECT bucket, threshold, count(*) AS hits FROM shadow_hit
            WHERE shadow_id = $1 AND threshold IS NOT NULL GROUP BY bucket, threshold ORDER BY bucket, threshold""";

    private static final String MEASURES = """
            SELECT kind, count(*) AS hits FROM shadow_hit, unnest(measures) AS kind
            WHERE shadow_id = $1 GROUP BY kind ORDER BY kind COLLATE "C\"""";

    private static final String DAYS = """
            SELECT to_char(reported_at AT TIME ZONE $2::text, 'YYYY-MM-DD') AS day, count(*) AS hits, sum(points) AS points
            FROM shadow_hit WHERE shadow_id = $1 GROUP BY day ORDER BY day DESC LIMIT $3::integer""";

    private static final String PAGE = """
            SELECT position, id, shadow_id, system, source_id, digest, merchant_id, shop_id, act_from, act_to, reported_at,
                   bucket, tariff, points, tally_before, threshold, measures, held, punished_by
            FROM shadow_hit WHERE shadow_id = $1 AND position > $2 ORDER BY position LIMIT $3""";

    private static final String INSERT = """
            INSERT INTO shadow_hit (id, shadow_id, system, source_id, digest, merchant_id, shop_id, act_from, act_to,
                reported_at, bucket, tariff, points, tally_before, threshold, measures, held, punished_by)
            VALUES ($1::text, $2::text, $3::text, $4::text, $5::bytea, $6::text, $7::text, $8::timestamptz,
                $9::timestamptz, $10::timestamptz, $11::text, $12::integer, $13::integer, $14::integer, $15::integer,
                $16::text[], $17::boolean, $18::text)""";

    @Override
    public Future<Map<String, Taken>> taken(Tx tx, String system, Collection<String> sourceIds) {
        return tx.query(TAKEN, Tuple.of(system).addArrayOfString(sourceIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, Taken> taken = new HashMap<>();
                    rows.forEach(row -> taken.put(
                            row.getString("source_id"),
                            new Taken(row.getBuffer("digest").getBytes(), row.getString("id"))));
                    return taken;
                });
    }

    @Override
    public Future<Long> count(Tx tx, String shadowId) {
        return tx.query(COUNT, Tuple.of(shadowId))
                .map(rows -> rows.iterator().next().getLong("hits"));
    }

    @Override
    public Future<Report> report(Tx tx, String shadowId, ZoneId zone, int mostDays) {
        Tuple clause = Tuple.of(shadowId);
        return tx.query(TOTALS, clause).compose(totals -> list(
                        tx,
                        THRESHOLDS,
                        clause,
                        row -> new OfThreshold(
                                row.getString("bucket"), row.getInteger("threshold"), row.getLong("hits")))
                .compose(thresholds -> list(
                                tx, MEASURES, clause, row -> new OfMeasure(row.getString("kind"), row.getLong("hits")))
                        .compose(measures -> list(
                                        tx,
                                        DAYS,
                                        Tuple.of(shadowId, zone.getId(), mostDays),
                                        row -> new OfDay(
                                                row.getString("day"), row.getLong("hits"), row.getLong("points")))
                                .map(days -> report(totals.iterator().next(), thresholds, measures, days)))));
    }

    private static Report report(Row totals, List<OfThreshold> thresholds, List<OfMeasure> measures, List<OfDay> days) {
        return new Report(
                totals.getLong("hits"),
                totals.getLong("merchants"),
                totals.getLong("shops"),
                totals.getLong("points"),
                totals.getLong("held"),
                totals.getLong("punished"),
                thresholds,
                measures,
                days);
    }

    @Override
    public Future<List<Placed>> page(Tx tx, String shadowId, long after, int limit) {
        return list(tx, PAGE, Tuple.of(shadowId, after, limit), row -> new Placed(row.getLong("position"), hit(row)));
    }

    private static <T> Future<List<T>> list(Tx tx, String sql, Tuple arguments, Function<Row, T> item) {
        return tx.query(sql, arguments).map(rows -> {
            List<T> items = new ArrayList<>();
            rows.forEach(row -> items.add(item.apply(row)));
            return items;
        });
    }

    @Override
    public Write insert(Hit hit) {
        Foretold foretold = hit.foretold();
        return Write.none()
                .with(
                        INSERT,
                        Tuple.tuple()
                                .addString(hit.id())
                                .addString(hit.shadowId())
                                .addString(hit.system())
                                .addString(hit.sourceId())
                                .addBuffer(Buffer.buffer(hit.digest()))
                                .addString(hit.merchantId())
                                .addString(hit.shopId())
                                .addOffsetDateTime(Columns.time(hit.actFrom()))
                                .addOffsetDateTime(Columns.time(hit.actTo()))
                                .addOffsetDateTime(Columns.time(hit.reportedAt()))
                                .addString(foretold.bucket())
                                .addInteger(foretold.tariff())
                                .addInteger(foretold.points())
                                .addInteger(foretold.tallyBefore())
                                .addInteger(Columns.number(foretold.threshold()))
                                .addArrayOfString(foretold.measures().toArray(String[]::new))
                                .addBoolean(foretold.held())
                                .addString(foretold.punishedBy().orElse(null)));
    }

    private static Hit hit(Row row) {
        return new Hit(
                row.getString("id"),
                row.getString("shadow_id"),
                row.getString("system"),
                row.getString("source_id"),
                row.getBuffer("digest").getBytes(),
                row.getString("merchant_id"),
                row.getString("shop_id"),
                Columns.instant(row, "act_from"),
                Columns.instant(row, "act_to"),
                Columns.instant(row, "reported_at"),
                new Foretold(
                        row.getString("bucket"),
                        row.getInteger("tariff"),
                        row.getInteger("points"),
                        row.getInteger("tally_before"),
                        Columns.optionalInt(row, "threshold"),
                        List.of(row.getArrayOfStrings("measures")),
                        row.getBoolean("held"),
                        Columns.optionalText(row, "punished_by")));
    }
}
