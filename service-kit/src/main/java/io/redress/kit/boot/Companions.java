package io.redress.kit.boot;

import io.redress.kit.pg.DatabaseUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a service starts of its own, one after the other. A database that is not to be had yet (it may be starting too, or
 * the machine is slow) is asked again, about as long as a start may take; whatever else goes wrong ends the start.
 */
final class Companions {

    private static final Logger LOG = LoggerFactory.getLogger(Companions.class);
    private static final int TRIES = 60;
    private static final long PAUSE_MILLIS = 500;

    private final Vertx vertx;
    private final List<Supplier<Future<Void>>> preparations = new ArrayList<>();
    private final List<Companion> companions = new ArrayList<>();

    Companions(Vertx vertx) {
        this.vertx = vertx;
    }

    void beforeStart(Supplier<Future<Void>> preparation) {
        preparations.add(preparation);
    }

    void beside(Companion companion) {
        companions.add(companion);
    }

    Future<Void> prepare() {
        return inTurn(preparations);
    }

    Future<Void> start() {
        return inTurn(companions.stream()
                .<Supplier<Future<Void>>>map(companion -> companion::start)
                .toList());
    }

    Future<Void> stop() {
        Future<Void> all = Future.succeededFuture();
        for (Companion companion : companions) {
            all = all.transform(done -> companion.stop());
        }
        return all;
    }

    private Future<Void> inTurn(List<Supplier<Future<Void>>> steps) {
        Future<Void> all = Future.succeededFuture();
        for (Supplier<Future<Void>> step : steps) {
            all = all.compose(done -> attempt(step, 1));
        }
        return all;
    }

    private Future<Void> attempt(Supplier<Future<Void>> step, int number) {
        return step.get().recover(failure -> {
            if (number == TRIES || !(failure instanceof DatabaseUnavailable)) {
                return Future.failedFuture(failure);
            }
            LOG.atWarn().setCause(failure).log("waiting for the database");
            return vertx.timer(PAUSE_MILLIS).compose(passed -> attempt(step, number + 1));
        });
    }
}
