package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/** One handler a topic. */
final class Handlers {

    private final Map<String, EventHandler> byTopic;

    Handlers(Map<String, EventHandler> byTopic) {
        this.byTopic = Map.copyOf(byTopic);
    }

    Set<String> topics() {
        return byTopic.keySet();
    }

    /** Fails with {@link Postponed} where the handler says not yet, so that the transaction is rolled back. */
    Future<Void> handle(IncomingEvent event, Tx tx) {
        EventHandler handler = byTopic.get(event.topic());
        if (handler == null) {
            return Future.failedFuture(new PoisonEvent("nothing here reads topic " + event.topic()));
        }
        return handler.handle(event, tx).compose(handling -> {
            if (handling instanceof Handling.NotYet notYet) {
                return Future.failedFuture(new Postponed(notYet.reason()));
            }
            return Future.succeededFuture();
        });
    }
}
