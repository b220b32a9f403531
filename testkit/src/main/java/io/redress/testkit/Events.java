package io.redress.testkit;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes events as another service would: a CloudEvent in structured mode, written by that service's principal. */
public final class Events implements AutoCloseable {

    /** When the events were recorded, in machine time; the same for all, so that an envelope can be made again. */
    private static final String RECORDED = MachineClock.system().now().toString();

    private final String source;
    private final String schema;
    private final String topic;
    private final KafkaProducer<String, String> producer;
    private final Map<String, Long> sequences = new HashMap<>();

    /**
     * @param source the service that the events come from, for example {@code case-service}
     * @param schema names the types' prefix
     */
    public Events(TestInfrastructure infrastructure, String source, String schema, String topic) {
        this.source = source;
        this.schema = schema;
        this.topic = topic;
        Map<String, Object> properties = new HashMap<>(infrastructure.kafkaClient(source));
        properties.put("acks", "all");
        this.producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    /** Publishes the subject's next event. */
    public void publish(String key, String subject, String type, String businessTime, JsonObject data) {
        long sequence = sequences.merge(subject, 1L, Long::sum);
        publish(key, envelope(subject, sequence, type, businessTime, data));
    }

    /** An envelope with a sequence of the test's choosing, to be published as it is or spoilt. */
    public JsonObject envelope(String subject, long sequence, String type, String businessTime, JsonObject data) {
        return new JsonObject()
                .put("specversion", "1.0")
                .put("id", "evt_" + source + "_" + subject + "_" + sequence)
                .put("source", source)
                .put("type", "io.redress." + schema + "." + type)
                .put("subject", subject)
                .put("time", RECORDED)
                .put("datacontenttype", "application/json")
                .put("sequence", Long.toString(sequence))
                .put("aggregateversion", Long.toString(sequence))
                .put("businesstime", businessTime)
                .put("actor", source)
                .put("correlationid", "test")
                .put("data", data);
    }

    public void publish(String key, JsonObject envelope) {
        publishText(key, envelope.encode());
    }

    public void publishText(String key, String value) {
        try {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused the event", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
