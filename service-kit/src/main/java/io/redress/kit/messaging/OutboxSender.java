package io.redress.kit.messaging;

import io.redress.kit.faults.CrashPoints;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.kafka.client.producer.KafkaProducer;
import io.vertx.kafka.client.producer.KafkaProducerRecord;
import io.vertx.kafka.client.producer.RecordMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a batch to the broker and waits for every acknowledgement (all in-sync replicas, idempotent producer). */
final class OutboxSender {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxSender.class);
    private static final long CLOSE_MILLIS = 5_000;

    private final KafkaProducer<String, String> producer;
    private final Tracing tracing;

    OutboxSender(Vertx vertx, KafkaConfig config, Tracing tracing, Optional<CrashPoints> crashPoints) {
        this.tracing = tracing;
        this.producer = crashPoints
                .map(points -> KafkaProducer.create(vertx, new CrashingProducer(config.producer(), points)))
                .orElseGet(() -> KafkaProducer.create(vertx, config.producer(), String.class, String.class));
        // Every failure also reaches the future of its send; without a handler it is logged as unhandled besides.
        this.producer.exceptionHandler(failure -> LOG.debug("a send failed", failure));
    }

    /** Never fails: failures are in the outcome. */
    Future<SendOutcome> send(List<OutboxRow> rows) {
        List<Future<Throwable>> answers = new ArrayList<>(rows.size());
        for (OutboxRow row : rows) {
            answers.add(send(row).transform(sent -> Future.succeededFuture(sent.cause())));
        }
        return Future.join(answers).map(all -> SendOutcome.of(rows, all.list()));
    }

    /** The envelope stays as it was recorded: consumers continue the trace of the command, not of its transport. */
    private Future<RecordMetadata> send(OutboxRow row) {
        KafkaProducerRecord<String, String> record = KafkaProducerRecord.create(row.topic(), row.key(), row.envelope());
        return tracing.recording()
                ? tracing.within(Kind.PRODUCER, "publish " + row.topic(), trace(row), span -> producer.send(record))
                : producer.send(record);
    }

    /** Copies of dead letters may be anything. */
    private static Optional<TraceParent> trace(OutboxRow row) {
        try {
            return Envelopes.trace(new JsonObject(row.envelope()));
        } catch (DecodeException | ClassCastException e) {
            return Optional.empty();
        }
    }

    Future<Void> close() {
        return producer.close(CLOSE_MILLIS);
    }
}
