package io.redress.penalties;

import io.redress.testkit.TestInfrastructure;
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

/** What penalty-service has published, read as case-service may read it; each event is held against its schema. */
final class PublishedEvents {

    private static final String TOPIC = "penalties.events.v1";

    private final KafkaConsumer<String, String> consumer;
    private final List<JsonObject> events = new ArrayList<>();

    PublishedEvents(TestInfrastructure infrastructure) {
        Map<String, Object> properties = new HashMap<>(infrastructure.kafkaClient("case-service"));
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Types of a subject's events, in order. */
    synchronized List<String> types(String subject) {
        poll();
        return of(subject).stream().map(PublishedEvents::type).toList();
    }

    /** The data of the first event of this type, once it is there. Not synchronized: the waiting is done by a thread of its own. */
    JsonObject await(String subject, String type) {
        Awaitility.await(type + " of " + subject).atMost(PenaltySuite.PATIENCE).until(() -> types(subject)
                .contains(type));
        return of(subject).stream()
                .filter(event -> type(event).equals(type))
                .findFirst()
                .orElseThrow()
                .getJsonObject("data");
    }

    /** Data of every event of this type about this shop that has arrived. */
    synchronized List<JsonObject> ofShop(String shopId, String type) {
        poll();
        return events.stream()
                .filter(event -> type(event).equals(type))
                .map(event -> event.getJsonObject("data"))
                .filter(data -> shopId.equals(data.getString("shopId")))
                .toList();
    }

    private List<JsonObject> of(String subject) {
        return events.stream()
                .filter(event -> event.getString("subject").equals(subject))
                .toList();
    }

    private void poll() {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
            JsonObject event = new JsonObject(record.value());
            EventSchemas.assertValid(type(event), event.getJsonObject("data"));
            events.add(event);
        }
    }

    private static String type(JsonObject event) {
        return event.getString("type").substring("io.redress.penalties.".length());
    }
}
