package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.EmbeddedKafka.Listener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {

    @TempDir
    private Path directory;

    private Path topologyFile;

    @BeforeEach
    void write() throws IOException {
        topologyFile = directory.resolve("asyncapi.yaml");
        Files.writeString(topologyFile, """
                channels:
                  orders:
                    address: orders.v1
                    bindings: {kafka: {partitions: 3}}
                operations:
                  sell: {action: send, x-principal: till-1, channel: {$ref: '#/channels/orders'}}
                """);
    }

    @Test
    void a_process_has_the_settings_that_its_environment_was_made_of() throws Exception {
        EmbeddedKafka.Settings settings = settings(List.of(new Listener("CASES", 1, 2), new Listener("A_B", 3, 4)));

        Map<String, String> environment = BrokerMain.environment(settings, topologyFile);

        assertThat(environment)
                .containsEntry("REDRESS_BROKER_LISTENERS", "CASES:1:2,A_B:3:4")
                .containsEntry("REDRESS_BROKER_PASSWORD_TILL_1", "till secret");
        assertThat(BrokerMain.settings(environment)).isEqualTo(settings);
    }

    @Test
    void without_further_listeners_nothing_is_said_of_them() throws Exception {
        EmbeddedKafka.Settings settings = settings(List.of());

        Map<String, String> environment = BrokerMain.environment(settings, topologyFile);

        assertThat(environment).doesNotContainKey("REDRESS_BROKER_LISTENERS");
        assertThat(BrokerMain.settings(environment)).isEqualTo(settings);
    }

    @Test
    void listeners_that_are_not_in_form_are_refused() {
        Map<String, String> environment = BrokerMain.environment(settings(List.of()), topologyFile);
        environment.put("REDRESS_BROKER_LISTENERS", "CASES:1");

        assertThatThrownBy(() -> BrokerMain.settings(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("REDRESS_BROKER_LISTENERS is not NAME:PORT:ADVERTISED,…: CASES:1");
    }

    @Test
    void a_further_listener_has_a_name_of_its_own() {
        for (String name : List.of("CLIENT", "CONTROLLER", "cases", "", "A.B")) {
            assertThatThrownBy(() -> new Listener(name, 1, 2)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private EmbeddedKafka.Settings settings(List<Listener> listeners) {
        BrokerTopology topology;
        try (var file = Files.newInputStream(topologyFile)) {
            topology = BrokerTopology.parse(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new EmbeddedKafka.Settings(
                directory, 9, "admin secret", Map.of("till-1", "till secret"), topology, listeners);
    }
}
