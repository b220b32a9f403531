package io.redress.e2e.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.quickstart.suite.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A service's topic beside its history: everything that was committed is there, nothing else is, and what is told of a
 * subject for the first time comes in the order of its sequence. Repetitions are allowed.
 */
final class Publication {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(100);

    private final Evidence evidence;

    Publication(Evidence evidence) {
        this.evidence = evidence;
    }

    /** What is wrong with the topic of a service at rest. */
    List<String> wrong(ServiceName service) {
        if (!service.messages()) {
            return List.of();
        }
        String topic = service.schema() + ".events.v1";
        List<String> wrong = new ArrayList<>();
        Map<String, Long> last = new HashMap<>();
        Set<String> seen = new LinkedHashSet<>();
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode event : read(topic)) {
            String subject = event.path("subject").asText();
            long sequence = event.path("sequence").asLong();
            if (seen.add(event.path("id").asText()) && sequence <= last.getOrDefault(subject, 0L)) {
                wrong.add(topic + ": " + subject + " has " + sequence + " after " + last.get(subject));
            }
            last.merge(subject, sequence, Math::max);
            String type = event.path("type").asText();
            types.add(type.substring(type.lastIndexOf('.') + 1));
        }
        Set<String> recorded =
                new LinkedHashSet<>(evidence.column("SELECT event_id FROM " + service.schema() + ".history"));
        seen.stream()
                .filter(id -> !recorded.contains(id))
                .forEach(id -> wrong.add(topic + " has " + id + ", which was never committed"));
        // events for the history alone are of types of their own
        for (String type : types) {
            evidence.column("SELECT event_id FROM " + service.schema() + ".history WHERE event_type = ?", type).stream()
                    .filter(id -> !seen.contains(id))
                    .forEach(id -> wrong.add(topic + " lacks " + type + " " + id));
        }
        return List.copyOf(wrong);
    }

    private List<JsonNode> read(String topic) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(Map.copyOf(evidence.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<JsonNode> events = new ArrayList<>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                for (ConsumerRecord<String, String> record : consumer.poll(POLL)) {
                    events.add(JSON.readTree(record.value()));
                }
            }
            return events;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(topic + " holds what is no JSON", e);
        }
    }
}
