package io.redress.penalties.app.transparency;

import io.redress.kit.boot.Companion;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Composes what was recorded, and sends it where there is somebody to send to, one step at a time; looks again soon. It
 * keeps no state: it may be stopped anywhere. A stop waits for the batch under way.
 */
public final class TransparencyExport implements Companion {

    private static final Logger LOG = LoggerFactory.getLogger(TransparencyExport.class);
    private static final long PAUSE_MILLIS = 500;

    private final Vertx vertx;
    private final ComposeStatements composing;
    private final Optional<FileStatements> filing;
    private volatile boolean running;
    private volatile long timer = -1;
    private volatile Future<Void> round = Future.succeededFuture();

    public TransparencyExport(Vertx vertx, ComposeStatements composing, Optional<FileStatements> filing) {
        this.vertx = vertx;
        this.composing = composing;
        this.filing = filing;
    }

    @Override
    public Future<Void> start() {
        running = true;
        schedule(PAUSE_MILLIS);
        return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
        running = false;
        vertx.cancelTimer(timer);
        return round;
    }

    private void schedule(long millis) {
        if (!running) {
            return;
        }
        timer = vertx.setTimer(millis, ignored -> {
            Promise<Void> done = Promise.promise();
            round = done.future();
            step("compose", composing::round)
                    .compose(more -> filing.map(sending -> step("file", sending::round))
                            .orElseGet(() -> Future.succeededFuture(false))
                            .map(moreToSend -> more || moreToSend))
                    .onComplete(result -> {
                        done.complete();
                        schedule(result.succeeded() && result.result() ? 1 : PAUSE_MILLIS);
                    });
        });
    }

    private static Future<Boolean> step(String what, Supplier<Future<Boolean>> step) {
        return step.get().recover(failure -> {
            LOG.atWarn().addKeyValue("step", what).setCause(failure).log("the transparency export goes on later");
            return Future.succeededFuture(false);
        });
    }
}
