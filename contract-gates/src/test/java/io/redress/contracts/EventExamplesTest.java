package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples are what is sent: a whole envelope around data that its schema describes. */
class EventExamplesTest {

    static List<Path> examples() {
        return topics().stream()
                .flatMap(topic -> names(topic.resolve("examples"), ".json").stream()
                        .map(name -> topic.resolve("examples").resolve(name + ".json")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_envelope_is_as_asyncapi_says(Path example) {
        JsonNode envelope =
                Contracts.yaml(Contracts.CURRENT.resolve("asyncapi.yaml")).at("/components/schemas/Envelope");

        assertThat(SchemaErrors.of(envelope, Contracts.json(example))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void attributes_are_lower_case_and_texts(Path example) {
        Contracts.json(example).properties().stream()
                .filter(attribute -> !attribute.getKey().equals("data"))
                .forEach(attribute -> {
                    assertThat(attribute.getKey()).matches("[a-z]+");
                    assertThat(attribute.getValue().isTextual())
                            .as(attribute.getKey())
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_type_names_the_topic_and_the_schema(Path example) {
        String topic = example.getParent().getParent().getFileName().toString();
        String owner = topic.substring(0, topic.indexOf('.'));

        assertThat(Contracts.json(example).path("type").asText())
                .isEqualTo("io.redress." + owner + "." + name(example, ".json"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void the_data_is_as_its_schema_says(Path example) {
        JsonNode schema = Contracts.json(example.getParent().resolveSibling(name(example, ".json") + ".schema.json"));

        assertThat(SchemaErrors.of(schema, Contracts.json(example).path("data")))
                .isEmpty();
    }

    @Test
    void data_that_its_schema_does_not_describe_is_found() {
        JsonNode schema = Contracts.parseJson("""
                {"type": "object", "required": ["at"], "properties": {"at": {"type": "string", "format": "date-time"}}}""");

        assertThat(SchemaErrors.of(schema, Contracts.parseJson("{\"at\": \"2018-04-30T16:00:00Z\"}")))
                .isEmpty();
        assertThat(SchemaErrors.of(schema, Contracts.parseJson("{\"at\": \"yesterday\"}")))
                .isNotEmpty();
        assertThat(SchemaErrors.of(schema, Contracts.parseJson("{}"))).isNotEmpty();
    }

    /** The folders of the topics whose events are described. */
    static List<Path> topics() {
        try (Stream<Path> found = Files.list(Contracts.CURRENT.resolve("events"))) {
            return found.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files of this ending, without it. */
    static Set<String> names(Path folder, String ending) {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .map(file -> name(file, ending))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ending.length());
    }
}
