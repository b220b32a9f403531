package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What this service has published, read from the broker as one of its readers, every event checked against its schema. */
final class PublishedEvents implements AutoCloseable {
    private final String topic;
    private final KafkaConsumer<String, String> consumer;
    private final List<JsonObject> seen = new ArrayList<>();

    PublishedEvents(TestInfrastructure infrastructure, String topic, String reader) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>(infrastructure.kafkaClient(reader));
        this.consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** All events of a subject so far, in the order of their sequence. */
    List<JsonObject> of(String subject) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> {
            JsonObject envelope = new JsonObject(record.value());
            assertThat(record.key()).isEqualTo(envelope.getString("subject"));
            assertValid(envelope);
            seen.add(envelope);
        });
        return seen.stream()
                .filter(envelope -> envelope.getString("subject").equals(subject))
                .toList();
    }

    private void assertValid(JsonObject envelope) {
        String prefix = "io.redress.notifications.";
        assertThat(envelope.getString("type")).startsWith(prefix);
        String type = envelope.getString("type").substring(prefix.length());
        JsonSchema schema = JsonSchema.of(new JsonObject(resource("/events/" + topic + "/" + type + ".schema.json")));
        JsonSchemaOptions options = new JsonSchemaOptions()
                .setBaseUri("https://redress.io/")
                .setDraft(Draft.DRAFT202012)
                .setOutputFormat(OutputFormat.Basic);
        OutputUnit result = Validator.create(schema, options).validate(envelope.getJsonObject("data"));
        assertThat(result.getValid())
                .as("%s: %s", type, result.toJson().encodePrettily())
                .isTrue();
    }

    private static String resource(String name) {
        try (InputStream stream = PublishedEvents.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
