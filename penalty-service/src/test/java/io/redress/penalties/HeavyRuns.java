package io.redress.penalties;

import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.app.ClearingRuns;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** Runs in which every shop is said to have so many penalties. */
record HeavyRuns(ClearingRuns runs, int penalties) implements ClearingRuns {

    @Override
    public Future<Run> lock(Tx tx, Instant at) {
        return runs.lock(tx, at);
    }

    @Override
    public Future<List<Due>> shops(Tx tx, String behind, Instant effectiveBefore, int limit) {
        return runs.shops(tx, behind, effectiveBefore, limit).map(shops -> shops.stream()
                .map(due -> new Due(due.shopId(), penalties))
                .toList());
    }

    @Override
    public Future<Boolean> anythingLeft(Tx tx) {
        return runs.anythingLeft(tx);
    }

    @Override
    public Write save(Run run) {
        return runs.save(run);
    }

    @Override
    public Write expect(Instant at) {
        return runs.expect(at);
    }

    @Override
    public Write expectOf(Instant at, String shopId, String cause) {
        return runs.expectOf(at, shopId, cause);
    }

    @Override
    public Write goOn(Instant at) {
        return runs.goOn(at);
    }
}
