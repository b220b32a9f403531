package io.redress.infra;

import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Which topics exist and which principal writes and reads them, as an AsyncAPI 3 document says: channels with
 * {@code address}, {@code bindings.kafka.partitions} and its {@code retention.ms}, operations with {@code action}, {@code channel.$ref} and the
 * extension {@code x-principal}.
 *
 * @param topics the declared topics, without dead letter topics
 */
public record BrokerTopology(List<Topic> topics) {
    private static final String CHANNEL_REFERENCE = "#/channels/";

    /**
     * @param name address of the channel, e.g. {@code cases.events.v1}
     * @param retention how long its records are kept; the broker's own default if the document does not say
     * @param writers principals that may write
     * @param readers principals that may read, each with the consumer group of its own name
     */
    public record Topic(
            String name, int partitions, Optional<Duration> retention, Set<String> writers, Set<String> readers) {

        /** Where a reader puts the records it can never handle; only that reader writes there. */
        public String deadLetterTopic(String reader) {
            return name + ".dlt." + reader;
        }
    }

    /** Every principal that writes or reads anything, in alphabetical order. */
    public Set<String> principals() {
        Set<String> principals = new TreeSet<>();
        for (Topic topic : topics) {
            principals.addAll(topic.writers());
            principals.addAll(topic.readers());
        }
        return principals;
    }

    /** @throws IllegalArgumentException if the document lacks something needed here, naming it */
    public static BrokerTopology parse(InputStream asyncApi) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Map<?, ?> document = map(new Yaml(new SafeConstructor(options)).load(asyncApi), "the document");

        Map<String, Topic> byChannel = new LinkedHashMap<>();
        map(document.get("channels"), "channels").forEach((name, channel) -> {
            Map<?, ?> fields = map(channel, "channel " + name);
            Map<?, ?> bindings = map(fields.get("bindings"), "bindings of channel " + name);
            Map<?, ?> kafka = map(bindings.get("kafka"), "bindings.kafka of channel " + name);
            byChannel.put(
                    name.toString(),
                    new Topic(
                            text(fields.get("address"), "address of channel " + name),
                            number(kafka.get("partitions"), "partitions of channel " + name),
                            retention(kafka, name.toString()),
                            new TreeSet<>(),
                            new TreeSet<>()));
        });
        map(document.get("operations"), "operations")
                .forEach(
                        (name, operation) -> addRight(byChannel, name.toString(), map(operation, "operation " + name)));
        return new BrokerTopology(List.copyOf(new ArrayList<>(byChannel.values())));
    }

    private static void addRight(Map<String, Topic> byChannel, String name, Map<?, ?> operation) {
        String principal = text(operation.get("x-principal"), "x-principal of operation " + name);
        String reference = text(
                map(operation.get("channel"), "channel of operation " + name).get("$ref"), "$ref of " + name);
        Topic topic = reference.startsWith(CHANNEL_REFERENCE)
                ? byChannel.get(reference.substring(CHANNEL_REFERENCE.length()))
                : null;
        if (topic == null) {
            throw new IllegalArgumentException("operation " + name + " refers to an unknown channel " + reference);
        }
        String action = text(operation.get("action"), "action of operation " + name);
        switch (action) {
            case "send" -> topic.writers().add(principal);
            case "receive" -> topic.readers().add(principal);
            default -> throw new IllegalArgumentException("operation " + name + " has an unknown action " + action);
        }
    }

    private static Optional<Duration> retention(Map<?, ?> kafka, String channel) {
        if (!(kafka.get("topicConfiguration") instanceof Map<?, ?> settings)) {
            return Optional.empty();
        }
        int millis = number(settings.get("retention.ms"), "retention.ms of channel " + channel);
        return Optional.of(Duration.ofMillis(millis));
    }

    private static Map<?, ?> map(Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(what + " is missing or not a mapping");
    }

    private static String text(Object value, String what) {
        if (value instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(what + " is missing or not a text");
    }

    private static int number(Object value, String what) {
        if (value instanceof Integer number) {
            return number;
        }
        throw new IllegalArgumentException(what + " is missing or not a number");
    }
}
