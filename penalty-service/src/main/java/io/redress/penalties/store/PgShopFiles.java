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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds and locks a shop's rows in the fixed order, then reads its file. */
public final class PgShopFiles implements ShopFiles {

    private static final String SHOP_OF_PENALTY = "SELECT shop_id FROM penalty WHERE id = $1";

    private static final String PENALTY_OF_MEASURE = "SELECT penalty_id FROM measure WHERE id = $1";

    private static final String LOCK_DECISION = """
            SELECT id FROM penalty WHERE decision_id = (SELECT decision_id FROM penalty WHERE id = $1)
            ORDER BY id FOR UPDATE""";

    private static final String LOCK_BUCKETS =
            "SELECT bucket FROM bucket WHERE shop_id = $1 ORDER BY bucket FOR UPDATE";

    private static final String SHOP = """
            SELECT s.id, s.merchant_id, m.language, s.target_version
            FROM shop s JOIN merchant m ON m.id = s.merchant_id WHERE s.id = $1""";

    private static final String OF_MERCHANT = """
            SELECT s.id, s.merchant_id, m.language, s.target_version
            FROM shop s JOIN merchant m ON m.id = s.merchant_id
            WHERE s.merchant_id = $1 AND s.id > $2 ORDER BY s.id LIMIT $3""";

    private static final String LOCK_SHOP = SHOP + " FOR UPDATE OF s";

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
        return shop(tx, LOCK_SHOP, shopId);
    }

    @Override
    public Future<Optional<HeldShop>> lockPoints(Tx tx, String shopId) {
        return tx.query(LOCK_BUCKETS, Tuple.of(shopId)).compose(locked -> lockShop(tx, shopId));
    }

    @Override
    public Future<List<HeldShop>> lockEnding(Tx tx, List<String> shopIds) {
        Tuple ids = Tuple.tuple().addArrayOfString(shopIds.toArray(String[]::new));
        return tx.query(LOCK_STANDING, ids)
                .compose(locked -> tx.query(LOCK_SHOPS, ids))
                .compose(rows -> readAll(tx, rows));
    }

    @Override
    public Future<Optional<HeldShop>> lockPenalty(Tx tx, String penaltyId) {
        return text(tx, SHOP_OF_PENALTY, penaltyId)
                .compose(shopId -> shopId.isEmpty()
                        ? Future.succeededFuture(Optional.empty())
                        : tx.query(LOCK_DECISION, Tuple.of(penaltyId))
                                .compose(locked -> tx.query(LOCK_BUCKETS, Tuple.of(shopId.get())))
                                .compose(locked -> lockShop(tx, shopId.get())));
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
        return tx.query(OF_MERCHANT, Tuple.of(merchantId, behind, limit)).compose(rows -> readAll(tx, rows));
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

    private Future<List<HeldShop>> readAll(Tx tx, RowSet<Row> rows) {
        List<ShopFileReader.Head> heads = new ArrayList<>();
        rows.forEach(row -> heads.add(head(row)));
        return heads.isEmpty() ? Future.succeededFuture(List.of()) : reader.readAll(tx, heads);
    }

    private static ShopFileReader.Head head(Row row) {
        return new ShopFileReader.Head(
                row.getString("id"),
                row.getString("merchant_id"),
                row.getString("language"),
                row.getLong("target_version"));
    }

    private static Future<Optional<String>> text(Tx tx, String sql, String id) {
        return tx.query(sql, Tuple.of(id)).map(PgShopFiles::first);
    }

    private static Optional<String> first(RowSet<Row> rows) {
        return rows.size() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next().getString(0));
    }
}
