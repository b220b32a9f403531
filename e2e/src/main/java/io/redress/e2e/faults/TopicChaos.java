package io.redress.e2e.faults;

import io.redress.e2e.SuiteAddress;
import io.redress.e2e.oracles.TopicRecord;
import io.redress.e2e.oracles.TopicScan;
import io.redress.infra.EmbeddedKafka;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * F5 and F6: what stands in topics is sent again, byte for byte and with its key, by the service that sent it before;
 * in order (duplicates) or in an order drawn from a seed, across topics too. Consumers have to absorb all of it.
 */
public final class TopicChaos {

    /** Which service sends which topic. */
    private static final Map<String, String> SENDERS = Map.of(
            "penalties.events.v1", "penalty-service",
            "cases.events.v1", "case-service",
            "refunds.events.v1", "refund-service",
            "notifications.events.v1", "notification-service");

    private static final int LINGER_MILLIS = 5;

    private final SuiteAddress suite;
    private final TopicScan scan;

    public TopicChaos(SuiteAddress suite) {
        this.suite = suite;
        this.scan = new TopicScan(suite);
    }

    /** The topics that services send. */
    public static List<String> topics() {
        return SENDERS.keySet().stream().sorted().toList();
    }

    /**
     * Sends the last records of the topics again, each topic in its order.
     *
     * @param last how many of each topic at the most
     * @return how many records were sent
     */
    public int duplicate(List<String> topics, int last) {
        int sent = 0;
        for (String topic : topics) {
            List<TopicRecord> records = last(topic, last);
            send(records);
            sent += records.size();
        }
        return sent;
    }

    /**
     * Sends the last records of the topics again, all in one drawn order: no subject's, and no order between topics,
     * is kept.
     *
     * @param last how many of each topic at the most
     * @param seed the same records and seed give the same order
     * @return how many records were sent
     */
    public int shuffle(List<String> topics, int last, long seed) {
        List<TopicRecord> records = new ArrayList<>();
        topics.forEach(topic -> records.addAll(last(topic, last)));
        send(shuffled(records, seed));
        return records.size();
    }

    /**
     * Sends what waits behind a held relay ahead of its turn, in a drawn order: consumers meet events for the first time
     * before their predecessors, which they have to park. The relay sends all of it again when it goes on.
     *
     * @return the records in the order in which they were sent
     */
    public List<TopicRecord> overtake(HeldRelay relay, long seed) {
        List<TopicRecord> order = shuffled(relay.waiting(), seed);
        send(order);
        return order;
    }

    /**
     * The same, but nobody sends any of it again: consumers have nothing but their own parking to get it into order.
     *
     * @return the records in the order in which they were sent
     */
    public List<TopicRecord> overtakeOnce(HeldRelay relay, long seed) {
        List<TopicRecord> order = overtake(relay, seed);
        relay.takeOut(order);
        return order;
    }

    /** The order that a seed gives. */
    static List<TopicRecord> shuffled(List<TopicRecord> records, long seed) {
        List<TopicRecord> order = new ArrayList<>(records);
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private List<TopicRecord> last(String topic, int count) {
        List<TopicRecord> records = new ArrayList<>();
        scan.each(topic, records::add);
        return records.subList(Math.max(0, records.size() - count), records.size());
    }

    private void send(List<TopicRecord> records) {
        Map<String, KafkaProducer<String, String>> producers = new HashMap<>();
        try {
            List<Future<?>> acknowledged = new ArrayList<>();
            for (TopicRecord record : records) {
                acknowledged.add(producers
                        .computeIfAbsent(SENDERS.get(record.topic()), this::producer)
                        .send(new ProducerRecord<>(record.topic(), record.key(), record.value())));
            }
            for (Future<?> each : acknowledged) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record again", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            producers.values().forEach(KafkaProducer::close);
        }
    }

    private KafkaProducer<String, String> producer(String service) {
        Map<String, Object> properties = new HashMap<>(EmbeddedKafka.clientProperties(
                suite.kafkaBootstrap(), service, suite.kafkaPasswords().get(service)));
        properties.put("acks", "all");
        properties.put("enable.idempotence", "true");
        properties.put("linger.ms", LINGER_MILLIS);
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }
}
