package io.redress.kit.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.messaging.BacklogGauges;
import io.redress.kit.messaging.ConsumerLoop;
import io.redress.kit.messaging.DeadLetters;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.messaging.OutboxRelay;
import io.redress.kit.messaging.Replays;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** The relay out of the outbox and the consumer loop of one service. */
final class Messaging {

    /** How long an event that came too early may wait for what it needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String serviceName;
    private final ServiceConfig config;
    private final Runtime runtime;
    private final Database database;
    private final MeterRegistry metrics;
    private final Tracing tracing;
    private final Optional<CrashPoints> crashPoints;
    private final OutboxRelay relay;
    private final Map<String, EventHandler> handlers = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private ConsumerLoop consumer;
    private BacklogGauges backlog;

    Messaging(
            String serviceName,
            String schema,
            ServiceConfig config,
            Runtime runtime,
            Database database,
            MeterRegistry metrics,
            Tracing tracing,
            Optional<CrashPoints> crashPoints) {
        this.tracing = tracing;
        this.crashPoints = crashPoints;
        this.serviceName = serviceName;
        this.config = config;
        this.runtime = runtime;
        this.database = database;
        this.metrics = metrics;
        this.relay = new OutboxRelay(
                runtime.vertx(),
                database,
                schema,
                config.kafka(),
                runtime.machineClock(),
                metrics,
                tracing,
                crashPoints);
    }

    void consume(String topic, EventHandler handler) {
        if (handlers.put(topic, handler) != null) {
            throw new IllegalStateException("topic " + topic + " has two handlers");
        }
    }

    void afterCommit(Runnable listener) {
        listeners.add(listener);
    }

    Set<String> topics() {
        return Set.copyOf(handlers.keySet());
    }

    /** Something was committed: the outbox may have rows. */
    void wake() {
        relay.wake();
        listeners.forEach(Runnable::run);
    }

    Future<Void> start() {
        consumer = new ConsumerLoop(
                runtime.vertx(),
                database,
                serviceName,
                config.kafka(),
                runtime.machineClock(),
                metrics,
                tracing,
                PATIENCE,
                config.retention(),
                handlers,
                this::wake,
                crashPoints);
        backlog = new BacklogGauges(runtime.vertx(), database, runtime.machineClock(), metrics, topics());
        backlog.start();
        return relay.start().compose(started -> consumer.start());
    }

    /** There from the start on. */
    DeadLetters deadLetters() {
        return consumer.deadLetters();
    }

    /** There from the start on. */
    Replays replays() {
        return consumer.replays();
    }

    Future<Long> lag() {
        return consumer.lag();
    }

    /** First what comes in, then what goes out. */
    Future<Void> stop() {
        if (backlog != null) {
            backlog.stop();
        }
        Future<Void> stopped = consumer == null ? Future.succeededFuture() : consumer.stop();
        return stopped.transform(ignored -> relay.stop());
    }
}
