package io.redress.kit.messaging;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a batch to the broker and waits for every acknowledgement (all in-sync replicas, idempotent producer). */
final class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final long CLOSE_MILLIS = 5_000;

    private final KafkaProducer<String, String> producer;

    OutboxSender(Vertx vertx, KafkaConfig config) {
        this.producer = KafkaProducer.create(vertx, config.producer(), String.class, String.class);
        // Every failure also reaches the future of its send; without a handler it is logged as unhandled besides.
        this.producer.exceptionHandler(failure -> LOG.debug("a send failed", failure));
    }

    /** Never fails: failures are in the outcome. */
    Future<SendOutcome> send(List<OutboxRow> rows) {
        List<Future<Throwable>> answers = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            answers.add(producer.send(KafkaProducerRecord.create(row.topic(), row.key(), row.envelope()))
                    .transform(sent -> Future.succeededFuture(sent.cause())));
        }
        return Future.join(answers).map(all -> SendOutcome.of(rows, all.list()));
    }

    Future<Void> close() {
        return producer.close(CLOSE_MILLIS);
    }
}
