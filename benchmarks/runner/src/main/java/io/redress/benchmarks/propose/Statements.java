package io.redress.benchmarks.propose;

import io.redress.benchmarks.suite.Infrastructure;
import io.redress.kit.boot.MachineClock;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** notification-service as far as a penalty waits for it: it says that a statement is stored. */
final class Statements implements AutoCloseable {

    private static final String SERVICE = "notification-service";
    private static final String TOPIC = "notifications.events.v1";

    private final KafkaProducer<String, String> producer;

    Statements(Infrastructure infrastructure) {
        Map<String, Object> properties = new HashMap<>(infrastructure.kafkaClient(SERVICE));
        properties.put("acks", "all");
        properties.put("linger.ms", 5);
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /** @param answer what the proposal was answered with */
    void store(Buffer answer) {
        JsonObject penalty = new JsonObject(answer);
        String noticeId = "not_" + penalty.getString("statementId");
        String now = MachineClock.system().now().toString();
        String merchantId = penalty.getString("merchantId");
        JsonObject data = new JsonObject()
                .put("noticeId", noticeId)
                .put("merchantId", merchantId)
                .put("recipient", new JsonObject().put("kind", "MERCHANT").put("id", merchantId))
                .put("type", "StatementIssued")
                .put(
                        "about",
                        new JsonObject()
                                .put("penaltyId", penalty.getString("id"))
                                .put("statementId", penalty.getString("statementId")))
                .put("at", now);
        JsonObject envelope = new JsonObject()
                .put("specversion", "1.0")
                .put("id", "evt_" + noticeId)
                .put("source", SERVICE)
                .put("type", "io.redress.notifications.NoticeStored")
                .put("subject", noticeId)
                .put("time", now)
                .put("datacontenttype", "application/json")
                .put("sequence", "1")
                .put("aggregateversion", "1")
                .put("businesstime", now)
                .put("actor", SERVICE)
                .put("correlationid", "bench")
                .put("data", data);
        producer.send(new ProducerRecord<>(TOPIC, noticeId, envelope.encode()));
    }

    @Override
    public void close() {
        producer.close();
    }
}
