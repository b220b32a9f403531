package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

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

    /** Whether some events of this topic may share a transaction. */
    boolean joint(String topic) {
        return byTopic.get(topic) instanceof JointEventHandler;
    }

    /** Whether it may share a transaction with others of its topic and type. */
    boolean shares(IncomingEvent event) {
        return byTopic.get(event.topic()) instanceof JointEventHandler handler && handler.shares(event.type());
    }

    /**
     * Those of one topic that share a transaction, each as a further step of its own trace. Fails if one of them is too
     * old.
     */
    Future<Void> handleTogether(List<IncomingEvent> events, Tx tx) {
        if (events.stream().anyMatch(event -> age.tooOld(event).isPresent())) {
            return Future.failedFuture(new PoisonEvent("one of them is too old"));
        }
        return together(events, List.of(), tx);
    }

    /** @param begun those whose steps have begun */
    private Future<Void> together(List<IncomingEvent> events, List<IncomingEvent> begun, Tx tx) {
        if (begun.size() == events.size()) {
            return byTopic.get(events.get(0).topic()) instanceof JointEventHandler handler
                    ? handler.handleTogether(begun, tx).timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                    : Future.failedFuture(new IllegalArgumentException("these share no transaction"));
        }
        IncomingEvent event = events.get(begun.size());
        return step(
                event,
                at -> together(
                        events, Stream.concat(begun.stream(), Stream.of(at)).toList(), tx));
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
        return step(event, at -> handler.handle(at, tx)
                .timeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .compose(handling -> handling instanceof Handling.NotYet notYet
                        ? Future.failedFuture(new Postponed(notYet.reason()))
                        : Future.succeededFuture()));
    }

    private Future<Void> step(IncomingEvent event, Function<IncomingEvent, Future<Void>> work) {
        return tracing.within(Kind.CONSUMER, "handle " + event.type(), event.trace(), span -> {
            span.attribute("messaging.destination.name", event.topic()).attribute("messaging.message.id", event.id());
            return work.apply(event.at(span.context()));
        });
    }
}
