package io.redress.kit.boot;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.messaging.EventHandler;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

/** The relay out of the outbox and the consumer loop of one service. */
final class Messaging {

    private final Map<String, EventHandler> handlers = new LinkedHashMap<>();

    Messaging(
            String serviceName,
            String schema,
            ServiceConfig config,
            Runtime runtime,
            Database database,
            MeterRegistry metrics) {}

    void consume(String topic, EventHandler handler) {
        if (handlers.put(topic, handler) != null) {
            throw new IllegalStateException("topic " + topic + " has two handlers");
        }
    }

    void wake() {}

    Future<Void> start() {
        return Future.succeededFuture();
    }

    Future<Long> lag() {
        return Future.succeededFuture(0L);
    }

    Future<Void> stop() {
        return Future.succeededFuture();
    }
}
