package io.redress.penalties.app;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where the files of shops are kept. The locking methods take the rows in one fixed order (the penalties of the
 * decision by id, the shop's buckets by name, the shop) and read behind the last lock, so that all commands on one
 * shop's points see each other's effect.
 */
public interface ShopFiles {

    /** Locked for a new penalty. */
    Future<Optional<HeldShop>> lockShop(Tx tx, String shopId);

    /** The same for several, in the order of their ids; those that are not known are left out. */
    Future<List<HeldShop>> lockShops(Tx tx, List<String> shopIds);

    /** Locked for a change of the shop's points that belongs to no penalty. */
    Future<Optional<HeldShop>> lockPoints(Tx tx, String shopId);

    /**
     * Locked for what ends there by the clock alone: their penalties that have not expired by id, then the shops by id.
     * In the order of the shops' ids; those that are not known are left out.
     */
    Future<List<HeldShop>> lockEnding(Tx tx, List<String> shopIds);

    /** Locked for a change of this penalty. */
    Future<Optional<HeldShop>> lockPenalty(Tx tx, String penaltyId);

    /**
     * Locked for changes of these penalties: each shop once, in the order of their ids; penalties that are not known are
     * left out.
     */
    Future<List<HeldShop>> lockPenalties(Tx tx, List<String> penaltyIds);

    /** Locked for a change of this measure. */
    Future<Optional<HeldShop>> lockMeasure(Tx tx, String measureId);

    /** Read without locks. */
    Future<Optional<HeldShop>> readShop(Tx tx, String shopId);

    /** Read without locks. */
    Future<Optional<HeldShop>> readPenalty(Tx tx, String penaltyId);

    /** Those of a merchant's shops whose ids come behind this text, by their ids; without locks. */
    Future<List<HeldShop>> readShopsOf(Tx tx, String merchantId, String behind, int limit);

    /** Read without locks. */
    Future<Optional<HeldShop>> readMeasure(Tx tx, String measureId);

    /** Everything the change writes; {@code recorded} by subject. */
    Write save(HeldShop before, ShopChange change, Map<String, Recorded> recorded);
}
