package io.redress.testkit.eventloop;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

/** Run by {@link NoBlockingCallsTest} only: its test holds by itself, and would make an event loop wait. */
class BlockingHandler {

    @Test
    void waits_on_an_event_loop() {
        Vertx vertx = Vertx.vertx();
        Promise<Void> handled = Promise.promise();
        vertx.runOnContext(ignored -> {
            Waiting.forNothing();
            handled.complete();
        });
        handled.future().await();
        vertx.close().await();
    }
}
