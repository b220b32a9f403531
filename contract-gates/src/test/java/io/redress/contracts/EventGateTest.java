package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Within v1 an event may gain members, never lose or change one. */
class EventGateTest {

    static List<Path> promised() {
        return Contracts.eventSchemas(Contracts.BASELINE);
    }

    @ParameterizedTest
    @MethodSource("promised")
    void an_event_that_was_promised_only_grows(Path schema) {
        assertThat(Contracts.CURRENT.resolve(schema)).exists();

        assertThat(AdditiveSchema.breaks(
                        Contracts.json(Contracts.BASELINE.resolve(schema)),
                        Contracts.json(Contracts.CURRENT.resolve(schema))))
                .isEmpty();
    }

    @Test
    void every_event_is_promised() {
        List<Path> current = Contracts.eventSchemas(Contracts.CURRENT);

        assertThat(current).hasSizeGreaterThan(10);
        assertThat(promised())
                .as("additions are promised by running ./refresh-baseline")
                .containsAll(current);
    }

    @Test
    void every_event_has_an_example_and_every_example_a_schema() {
        for (Path topic : EventExamplesTest.topics()) {
            assertThat(EventExamplesTest.names(topic.resolve("examples"), ".json"))
                    .as(topic.toString())
                    .isEqualTo(EventExamplesTest.names(topic, ".schema.json"));
        }
        assertThat(EventExamplesTest.topics()).allMatch(Files::isDirectory).hasSizeGreaterThanOrEqualTo(3);
    }
}
