package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EmbeddedKafkaIT {
    private static final Map<String, String> PASSWORDS = Map.of("shop", "sh\"op\\1", "cashier", "cash");

    @TempDir
    static Path directory;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = startIn(directory.resolve("kafka"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void topics_and_dead_letter_topics_exist_as_declared() throws Exception {
        try (Admin admin = kafka.admin()) {
            var topics = admin.describeTopics(List.of("orders.v1", "bills.v1", "orders.v1.dlt.cashier"))
                    .allTopicNames()
                    .get(10, TimeUnit.SECONDS);

            assertThat(topics.get("orders.v1").partitions()).hasSize(3);
            assertThat(topics.get("bills.v1").partitions()).hasSize(2);
            assertThat(topics.get("orders.v1.dlt.cashier").partitions()).hasSize(1);
        }
    }

    @Test
    void a_writer_writes_and_a_reader_reads() throws Exception {
        send("shop", "orders.v1", "order 1");

        assertThat(firstRecord("cashier", "cashier", "orders.v1")).isEqualTo("order 1");
    }

    @Test
    void a_reader_may_write_its_own_dead_letters_only() throws Exception {
        send("cashier", "orders.v1.dlt.cashier", "unreadable");

        assertThatThrownBy(() -> send("shop", "orders.v1.dlt.cashier", "x"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_principal_without_the_right_to_write_is_refused() {
        assertThatThrownBy(() -> send("cashier", "orders.v1", "x"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> send("shop", "bills.v1", "x")).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void a_principal_without_the_right_to_read_is_refused() {
        assertThatThrownBy(() -> firstRecord("shop", "shop", "orders.v1"))
                .isInstanceOf(org.apache.kafka.common.errors.AuthorizationException.class);
        assertThatThrownBy(() -> firstRecord("cashier", "someone-else", "orders.v1"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void a_wrong_password_is_refused() {
        assertThatThrownBy(() -> send("shop", "guess", "orders.v1", "x"))
                .hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void a_restart_on_the_same_directory_keeps_the_records() throws Exception {
        send("cashier", "bills.v1", "bill 1");

        kafka.close();
        kafka = startIn(directory.resolve("kafka"));

        try (var consumer = consumer(EmbeddedKafka.ADMIN, "admin secret", "audit")) {
            assertThat(poll(consumer, "bills.v1")).isEqualTo("bill 1");
        }
    }

    private static EmbeddedKafka startIn(Path logDirectory) {
        return EmbeddedKafka.start(new EmbeddedKafka.Settings(
                logDirectory, 0, "admin secret", PASSWORDS, BrokerTopologyTest.twoServices()));
    }

    private static void send(String principal, String topic, String value) throws Exception {
        send(principal, PASSWORDS.get(principal), topic, value);
    }

    private static void send(String principal, String password, String topic, String value)
            throws InterruptedException, ExecutionException {
        Map<String, Object> properties = clientOf(principal, password);
        properties.put("acks", "all");
        properties.put("max.block.ms", "10000");
        try (var producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get();
        }
    }

    private static String firstRecord(String principal, String group, String topic) {
        try (var consumer = consumer(principal, PASSWORDS.get(principal), group)) {
            return poll(consumer, topic);
        }
    }

    private static KafkaConsumer<String, String> consumer(String principal, String password, String group) {
        Map<String, Object> properties = clientOf(principal, password);
        properties.put("group.id", group);
        properties.put("auto.offset.reset", "earliest");
        return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    }

    private static String poll(KafkaConsumer<String, String> consumer, String topic) {
        consumer.subscribe(List.of(topic));
        long giveUp = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < giveUp) {
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(200))) {
                return record.value();
            }
        }
        throw new AssertionError("no record in " + topic);
    }

    private static Map<String, Object> clientOf(String principal, String password) {
        return new HashMap<>(EmbeddedKafka.clientProperties(kafka.bootstrap(), principal, password));
    }
}
