package io.redress.penalties;

import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.domain.shop.ShopChange;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files of which those whose ids begin like this cannot be locked any more after so many, and one cannot be written.
 */
record StoppingFiles(ShopFiles files, String ids, AtomicInteger locks, int most, String unwritable)
        implements ShopFiles {

    @Override
    public Future<List<HeldShop>> lockEnding(Tx tx, List<String> shopIds) {
        long more = shopIds.stream().filter(id -> id.startsWith(ids)).count();
        return locks.addAndGet((int) more) > most
                ? Future.failedFuture(new IllegalStateException("stopped"))
                : files.lockEnding(tx, shopIds);
    }

    @Override
    public Future<Optional<HeldShop>> lockShop(Tx tx, String shopId) {
        return files.lockShop(tx, shopId);
    }

    @Override
    public Future<List<HeldShop>> lockShops(Tx tx, List<String> shopIds) {
        return files.lockShops(tx, shopIds);
    }

    @Override
    public Future<List<HeldShop>> lockPenalties(Tx tx, List<String> penaltyIds) {
        return files.lockPenalties(tx, penaltyIds);
    }

    @Override
    public Future<Optional<HeldShop>> lockPoints(Tx tx, String shopId) {
        return files.lockPoints(tx, shopId);
    }

    @Override
    public Future<Optional<HeldShop>> lockPenalty(Tx tx, String penaltyId) {
        return files.lockPenalty(tx, penaltyId);
    }

    @Override
    public Future<Optional<HeldShop>> lockMeasure(Tx tx, String measureId) {
        return files.lockMeasure(tx, measureId);
    }

    @Override
    public Future<Optional<HeldShop>> readShop(Tx tx, String shopId) {
        return files.readShop(tx, shopId);
    }

    @Override
    public Future<List<HeldShop>> readShopsOf(Tx tx, String merchantId, String behind, int limit) {
        return files.readShopsOf(tx, merchantId, behind, limit);
    }

    @Override
    public Future<Optional<HeldShop>> readPenalty(Tx tx, String penaltyId) {
        return files.readPenalty(tx, penaltyId);
    }

    @Override
    public Future<Optional<HeldShop>> readMeasure(Tx tx, String measureId) {
        return files.readMeasure(tx, measureId);
    }

    @Override
    public Write save(HeldShop before, ShopChange change, Map<String, Recorded> recorded) {
        if (before.file().shopId().equals(unwritable)) {
            throw new IllegalStateException("not to be written");
        }
        return files.save(before, change, recorded);
    }
}
