package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One handler a topic. */
final class Handlers {

    /** A handler that never answers must not hold its partition and a transaction for ever. */
    private static final long LIMIT_SECONDS = 20;

    private final Map<String, EventHandler> byTopic;
    private final Tracing tracing;
    private final EventAge age;

    Handlers(Map<String, EventHandler> byTopic, Tracing tracing, EventAge age) {
        this.byTopic = Map.copyOf(byTopic);
        this.tracing = tracing;
        this.age = age;
    }

    Set<String> topics() {
        return byTopic.keySet();
    }

    /** As {@link #handleWhateverItsAge}; one that is too old is poison. */
    Future<Void> handle(IncomingEvent event, Tx tx) {
        Optional<String> tooOld = age.tooOld(event);
        return tooOld.isPresent()
                ? Future.failedFuture(new PoisonEvent(tooOld.get()))
                : handleWhateverItsAge(event, tx);
    }

    /**
     * As a further step of the event's trace. Fails with {@link Postponed} where the handler says not yet, so that the
     * transaction is rolled back.
     */
    Future<Void> handleWhateverItsAge(IncomingEvent event, Tx tx) {
        EventHandler handler = byTopic.get(event.topic());
        if (handler == null) {
            return Future.failedFuture(new PoisonEvent("nothing here reads topic " + event.topic()));
        }
        return tracing.within(Kind.CONSUMER, "handle " + event.type(), event.trace(), span -> {
            span.attribute("messaging.destination.name", event.topic()).attribute("messaging.message.id", event.id());
            return handler.handle(event.at(span.context()), tx)
                    .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    .compose(handling -> handling instanceof Handling.NotYet notYet
                            ? Future.failedFuture(new Postponed(notYet.reason()))
                            : Future.succeededFuture());
        });
    }
}
