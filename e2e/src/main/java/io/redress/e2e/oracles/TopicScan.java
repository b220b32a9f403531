package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import io.redress.infra.EmbeddedKafka;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads topics as the administrator from their beginnings to the ends that they had when it began; in no consumer
 * group, so that nobody's offset moves.
 */
public final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(30);

    private final SuiteAddress suite;

    public TopicScan(SuiteAddress suite) {
        this.suite = suite;
    }

    /** Every topic there is, dead letter topics included, without those of the broker itself. */
    public Collection<String> topics() {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            return consumer.listTopics().keySet().stream()
                    .filter(topic -> !topic.startsWith("__"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * Record after record, each partition in order of offset.
     *
     * @return where each partition ended when it began to read
     * @throws IllegalStateException if the broker gives no more records before the ends for 30 s
     */
    public Map<Integer, Long> each(String topic, Consumer<TopicRecord> reader) {
        try (KafkaConsumer<String, String> consumer = consumer()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long limit = System.nanoTime() + QUIET_LIMIT.toNanos();
            while (partitions.stream().anyMatch(id -> consumer.position(id) < ends.get(id))) {
                for (ConsumerRecord<String, String> found : consumer.poll(POLL)) {
                    limit = System.nanoTime() + QUIET_LIMIT.toNanos();
                    if (found.offset() < ends.get(new TopicPartition(topic, found.partition()))) {
                        reader.accept(
                                new TopicRecord(topic, found.partition(), found.offset(), found.key(), found.value()));
                    }
                }
                if (System.nanoTime() > limit) {
                    throw new IllegalStateException("the broker gives no more records of " + topic);
                }
            }
            Map<Integer, Long> read = new HashMap<>();
            ends.forEach((id, end) -> read.put(id.partition(), end));
            return read;
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, String> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> properties = new HashMap<>(EmbeddedKafka.clientProperties(
                suite.kafkaBootstrap(),
                EmbeddedKafka.ADMIN,
                suite.kafkaPasswords().get(EmbeddedKafka.ADMIN)));
        properties.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }
}
