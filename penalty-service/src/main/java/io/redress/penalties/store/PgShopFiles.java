package io.redress.penalties.store;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.RulebookStore;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds and locks a shop's rows in the fixed order, then reads its file. */
public final class PgShopFiles implements ShopFiles {

    private static final String SHOP_OF_PENALTY = "SELECT shop_id FROM penalty WHERE id = $1";

    private static final String PENALTY_OF_MEASURE = "SELECT penalty_id FROM measure WHERE id = $1";

    private static final String DECISIONS = "SELECT shop_id, decision_id FROM penalty WHERE id = ANY($1::text[])";

    /** A decision never spans shops, so that its penalties are looked for among those of its shop. */
    private static final String LOCK_DECISIONS = """
            SELECT id FROM penalty WHERE shop_id = ANY($1::text[]) AND decision_id = ANY($2::text[])
            ORDER BY id FOR UPDATE""";

    private static final String LOCK_BUCKETS =
            "SELECT bucket FROM bucket WHERE shop_id = ANY($1::text[]) ORDER BY shop_id, bucket FOR UPDATE";

    private static final String SHOP = """
            SELECT s.id, s.merchant_id, m.language, s.target_version
            FROM shop s JOIN merchant m ON m.id = s.merchant_id WHERE s.id = $1""";

    private static final String OF_MERCHANT = """
            SELECT s.id, s.merchant_id, m.language, s.target_version
            FROM shop s JOIN merchant m ON m.id = s.merchant_id
            WHERE s.merchant_id = $1 AND s.id > $2 ORDER BY s.id LIMIT $3""";

    private static final String LOCK_STANDING = """
            SELECT id FROM penalty WHERE shop_id = ANY($1::text[]) AND status IN ('IN_FORCE', 'SERVED')
            ORDER BY id FOR UPDATE""";

    private static final String LOCK_SHOPS = """
            SELECT s.id, s.merchant_id, m.language, s.target_version
            FROM shop s JOIN merchant m ON m.id = s.merchant_id
            WHERE s.id = ANY($1::text[]) ORDER BY s.id FOR UPDATE OF s""";

    private final ShopFileReader reader;
    private final ShopFileWriter writer = new ShopFileWriter();

    public PgShopFiles(RulebookStore rulebooks) {
        this.reader = new ShopFileReader(rulebooks);
    }

    @Override
    public Future<Optional<HeldShop>> lockShop(Tx tx, String shopId) {
        return lockShops(tx, List.of(shopId)).map(PgShopFiles::first);
    }

    @Override
    public Future<List<HeldShop>> lockShops(Tx tx, List<String> shopIds) {
        return reader.readAll(tx, shopIds, heads(tx.query(LOCK_SHOPS, texts(shopIds))));
    }

    @Override
    public Future<Optional<HeldShop>> lockPoints(Tx tx, String shopId) {
        List<String> shop = List.of(shopId);
        Future<RowSet<Row>> buckets = tx.query(LOCK_BUCKETS, texts(shop));
        Future<List<HeldShop>> read = lockShops(tx, shop);
        return buckets.compose(locked -> read).map(PgShopFiles::first);
    }

    @Override
    public Future<List<HeldShop>> lockEnding(Tx tx, List<String> shopIds) {
        Future<RowSet<Row>> penalties = tx.query(LOCK_STANDING, texts(shopIds));
        Future<List<HeldShop>> read = lockShops(tx, shopIds);
        return penalties.compose(locked -> read);
    }

    @Override
    public Future<Optional<HeldShop>> lockPenalty(Tx tx, String penaltyId) {
        return lockPenalties(tx, List.of(penaltyId)).map(PgShopFiles::first);
    }

    /** All statements behind the first go out together, each behind the locks of the one before. */
    @Override
    public Future<List<HeldShop>> lockPenalties(Tx tx, List<String> penaltyIds) {
        return tx.query(DECISIONS, texts(penaltyIds)).compose(found -> {
            Set<String> shops = new LinkedHashSet<>();
            Set<String> decisions = new LinkedHashSet<>();
            for (Row row : found) {
                shops.add(row.getString("shop_id"));
                decisions.add(row.getString("decision_id"));
            }
            if (shops.isEmpty()) {
                return Future.succeededFuture(List.of());
            }
            Future<RowSet<Row>> penalties =
                    tx.query(LOCK_DECISIONS, texts(shops).addArrayOfString(decisions.toArray(String[]::new)));
            Future<RowSet<Row>> buckets = tx.query(LOCK_BUCKETS, texts(shops));
            Future<List<HeldShop>> read = lockShops(tx, List.copyOf(shops));
            return penalties.compose(locked -> buckets).compose(locked -> read);
        });
    }

    @Override
    public Future<Optional<HeldShop>> lockMeasure(Tx tx, String measureId) {
        return text(tx, PENALTY_OF_MEASURE, measureId)
                .compose(penaltyId -> penaltyId.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : lockPenalty(tx, penaltyId.get()));
    }

    @Override
    public Future<Optional<HeldShop>> readShop(Tx tx, String shopId) {
        return shop(tx, SHOP, shopId);
    }

    @Override
    public Future<Optional<HeldShop>> readPenalty(Tx tx, String penaltyId) {
        return text(tx, SHOP_OF_PENALTY, penaltyId)
                .compose(shopId ->
                        shopId.isEmpty() ? Future.succeededFuture(Optional.empty()) : readShop(tx, shopId.get()));
    }

    @Override
    public Future<List<HeldShop>> readShopsOf(Tx tx, String merchantId, String behind, int limit) {
        return heads(tx.query(OF_MERCHANT, Tuple.of(merchantId, behind, limit)))
                .compose(heads -> heads.isEmpty()
                        ? Future.succeededFuture(List.of())
                        : reader.readAll(
                                tx,
                                heads.stream().map(ShopFileReader.Head::shopId).toList(),
                                Future.succeededFuture(heads)));
    }

    @Override
    public Future<Optional<HeldShop>> readMeasure(Tx tx, String measureId) {
        return text(tx, PENALTY_OF_MEASURE, measureId)
                .compose(penaltyId -> penaltyId.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : readPenalty(tx, penaltyId.get()));
    }

    @Override
    public Write save(HeldShop before, ShopChange change, Map<String, Recorded> recorded) {
        return writer.write(before, change, recorded);
    }

    private Future<Optional<HeldShop>> shop(Tx tx, String sql, String shopId) {
        return tx.query(sql, Tuple.of(shopId))
                .compose(rows -> rows.size() == 0
                        ? Future.succeededFuture(Optional.empty())
                        : reader.read(tx, head(rows.iterator().next())).map(Optional::of));
    }

    private static Future<List<ShopFileReader.Head>> heads(Future<RowSet<Row>> found) {
        return found.map(rows -> {
            List<ShopFileReader.Head> heads = new ArrayList<>();
            rows.forEach(row -> heads.add(head(row)));
            return heads;
        });
    }

    private static ShopFileReader.Head head(Row row) {
        return new ShopFileReader.Head(
                row.getString("id"),
                row.getString("merchant_id"),
                row.getString("language"),
                row.getLong("target_version"));
    }

    private static Future<Optional<String>> text(Tx tx, String sql, String id) {
        return tx.query(sql, Tuple.of(id))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getString(0)));
    }

    private static Optional<HeldShop> first(List<HeldShop> shops) {
        return shops.stream().findFirst();
    }

    private static Tuple texts(Collection<String> values) {
        return Tuple.tuple().addArrayOfString(values.toArray(String[]::new));
    }
}
