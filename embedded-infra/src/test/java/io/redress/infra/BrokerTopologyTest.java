package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrokerTopologyTest {
    @Test
    void reads_topics_writers_and_readers_from_the_document() {
        BrokerTopology topology = twoServices();

        assertThat(topology.topics())
                .isEqualTo(List.of(
                        new BrokerTopology.Topic(
                                "orders.v1", 3, Optional.of(Duration.ofDays(3)), Set.of("shop"), Set.of("cashier")),
                        new BrokerTopology.Topic("bills.v1", 2, Optional.empty(), Set.of("cashier"), Set.of())));
        assertThat(topology.principals()).containsExactly("cashier", "shop");
    }

    @Test
    void names_a_dead_letter_topic_after_topic_and_reader() {
        assertThat(twoServices().topics().get(0).deadLetterTopic("cashier")).isEqualTo("orders.v1.dlt.cashier");
    }

    @Test
    void refuses_an_operation_on_an_unknown_channel() {
        assertThatThrownBy(() -> BrokerTopology.parse(text("""
                        channels: {}
                        operations:
                          lost: {action: send, channel: {$ref: '#/channels/nowhere'}, x-principal: shop}
                        """)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("#/channels/nowhere");
    }

    @Test
    void refuses_an_operation_without_a_principal() {
        assertThatThrownBy(() -> BrokerTopology.parse(text("""
                        channels: {a: {address: a.v1, bindings: {kafka: {partitions: 1}}}}
                        operations: {anyone: {action: send, channel: {$ref: '#/channels/a'}}}
                        """)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("x-principal of operation anyone");
    }

    static BrokerTopology twoServices() {
        return BrokerTopology.parse(BrokerTopologyTest.class.getResourceAsStream("/two-services.yaml"));
    }

    private static InputStream text(String yaml) {
        return new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
    }
}
