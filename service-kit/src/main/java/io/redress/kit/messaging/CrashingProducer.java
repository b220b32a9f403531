package io.redress.kit.messaging;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/** Passes the crash points around the handing over of each record. */
final class CrashingProducer extends KafkaProducer<String, String> {

    private final CrashPoints points;

    CrashingProducer(Map<String, String> settings, CrashPoints points) {
        super(Map.copyOf(settings), new StringSerializer(), new StringSerializer());
        this.points = points;
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<String, String> record, Callback callback) {
        String type = Envelopes.type(record.value());
        points.reach(CrashPoint.BEFORE_PRODUCE, type);
        Future<RecordMetadata> sent = super.send(record, callback);
        points.reach(CrashPoint.AFTER_PRODUCE, type);
        return sent;
    }
}
