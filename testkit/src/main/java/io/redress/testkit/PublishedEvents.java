package io.redress.testkit;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/**
 * What a service has published on its topic, from the beginning, read as one of its readers may; each event is held
 * against its schema as it comes.
 */
public final class PublishedEvents implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String topic;
    private final KafkaConsumer<String, String> consumer;
    private final List<JsonObject> events = new ArrayList<>();
    private final Map<String, String> keys = new HashMap<>();

    /** @param reader the principal to read as */
    public PublishedEvents(TestInfrastructure infrastructure, String topic, String reader) {
        this.topic = topic;
        this.consumer = new KafkaConsumer<>(
                Map.copyOf(infrastructure.kafkaClient(reader)), new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Every event that has arrived, envelopes, those of a subject in their order. */
    public synchronized List<JsonObject> all() {
        for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
            JsonObject event = new JsonObject(record.value());
            EventSchemas.assertValid(topic, type(event), event.getJsonObject("data"));
            events.add(event);
            keys.put(event.getString("id"), record.key());
        }
        return List.copyOf(events);
    }

    public List<JsonObject> of(String subject) {
        return all().stream()
                .filter(event -> event.getString("subject").equals(subject))
                .toList();
    }

    /** Types of a subject's events, in order. */
    public List<String> types(String subject) {
        return of(subject).stream().map(PublishedEvents::type).toList();
    }

    /** The first event of this type, once it is there. */
    public JsonObject await(String subject, String type) {
        Awaitility.await(type + " of " + subject).atMost(PATIENCE).until(() -> types(subject)
                .contains(type));
        return of(subject).stream()
                .filter(event -> type(event).equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** The Kafka key that an event came with. */
    public synchronized String key(JsonObject event) {
        return keys.get(event.getString("id"));
    }

    /** The type without its prefix. */
    public static String type(JsonObject event) {
        String type = event.getString("type");
        return type.substring(type.lastIndexOf('.') + 1);
    }

    @Override
    public synchronized void close() {
        consumer.close();
    }
}
