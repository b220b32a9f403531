package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** asyncapi.yaml and the schemas of the events name the same messages. */
class AsyncApiTest {
    private static final JsonNode DOCUMENT = Contracts.yaml(Contracts.CURRENT.resolve("asyncapi.yaml"));

    static List<Path> topics() {
        return EventExamplesTest.topics();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void every_message_of_a_topic_has_a_schema_and_every_schema_a_message(Path topic) {
        String address = topic.getFileName().toString();
        Set<String> messages = channel(address).path("messages").properties().stream()
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(messages).isEqualTo(EventExamplesTest.names(topic, ".schema.json"));
    }

    @Test
    void every_message_is_named_after_its_channel_and_its_key() {
        DOCUMENT.path("channels").properties().forEach(channel -> channel.getValue()
                .path("messages")
                .properties()
                .forEach(message -> {
                    String reference = message.getValue().path("$ref").asText();
                    assertThat(DOCUMENT.at(reference.substring(1)).path("name").asText())
                            .isEqualTo("io.redress." + channel.getKey() + "." + message.getKey());
                }));
    }

    @Test
    void only_one_principal_sends_to_a_topic() {
        Map<String, Long> senders = DOCUMENT.path("operations").properties().stream()
                .map(Map.Entry::getValue)
                .filter(operation -> operation.path("action").asText().equals("send"))
                .collect(Collectors.groupingBy(
                        operation -> operation.at("/channel/$ref").asText(), Collectors.counting()));

        assertThat(senders).hasSize(DOCUMENT.path("channels").size());
        assertThat(senders.values()).containsOnly(1L);
    }

    private static JsonNode channel(String address) {
        return StreamSupport.stream(DOCUMENT.path("channels").spliterator(), false)
                .filter(channel -> channel.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("asyncapi.yaml has no channel for " + address));
    }
}
