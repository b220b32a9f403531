package io.redress.penalties.app;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.boot.Companion;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;

/** Makes sure at the start that the next clearing of points is expected, also where measures are older than that. */
public final class ExpectClearing implements Companion {

    private final Database database;
    private final BusinessClock clock;
    private final ClearPoints clear;

    public ExpectClearing(Database database, BusinessClock clock, ClearPoints clear) {
        this.database = database;
        this.clock = clock;
        this.clear = clear;
    }

    @Override
    public Future<Void> start() {
        return database.inTransaction(tx -> clear.expectNext(clock.now(), tx));
    }

    @Override
    public Future<Void> stop() {
        return Future.succeededFuture();
    }
}
