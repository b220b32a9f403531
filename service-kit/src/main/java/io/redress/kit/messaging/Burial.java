package io.redress.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.pg.Tx;
import io.redress.kit.trace.TraceParent;
import io.vertx.core.Future;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a record up: a row in dead_letter, and a copy for {@code <topic>.dlt.<service>} through the outbox, in one
 * transaction with whatever removes the record from its queue.
 */
final class Burial {

    private static final Logger LOG = LoggerFactory.getLogger(Burial.class);

    private final String serviceName;
    private final MeterRegistry metrics;
    private final DeadLetterStore deadLetters = new DeadLetterStore();
    private final OutboxStore outbox = new OutboxStore();

    Burial(String serviceName, MeterRegistry metrics) {
        this.serviceName = serviceName;
        this.metrics = metrics;
    }

    Future<Void> bury(Tx tx, ConsumedRecord record, Optional<IncomingEvent> event, String cause) {
        LOG.atError()
                .addKeyValue("topic", record.topic())
                .addKeyValue("partition", record.partition())
                .addKeyValue("offset", record.offset())
                .addKeyValue("cause", cause)
                .addKeyValue(
                        "requestId", event.map(IncomingEvent::correlationId).orElse("none"))
                .addKeyValue(
                        "traceId",
                        event.flatMap(IncomingEvent::trace)
                                .map(TraceParent::traceId)
                                .orElse("none"))
                .log("dead letter");
        metrics.counter("redress.consumer.dead.letters", "topic", record.topic())
                .increment();
        return deadLetters
                .open(tx, record, event, cause)
                .compose(opened -> outbox.insertDeadLetter(tx, record, record.topic() + ".dlt." + serviceName));
    }
}
