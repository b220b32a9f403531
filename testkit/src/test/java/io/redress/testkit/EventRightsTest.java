package io.redress.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.BrokerTopology;
import io.redress.infra.BrokerTopology.Topic;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may write and read what, spelled out once more by hand. */
class EventRightsTest {

    private final BrokerTopology topology =
            BrokerTopology.parse(EventRightsTest.class.getResourceAsStream("/asyncapi.yaml"));

    @Test
    void every_topic_has_its_one_writer_and_its_readers() {
        assertThat(topology.topics())
                .containsExactlyInAnyOrder(
                        topic(
                                "penalties",
                                "penalty-service",
                                "case-service",
                                "refund-service",
                                "notification-service",
                                "marketplace"),
                        topic(
                                "cases",
                                "case-service",
                                "penalty-service",
                                "refund-service",
                                "notification-service",
                                "marketplace"),
                        topic("refunds", "refund-service", "case-service", "notification-service"),
                        topic("notifications", "notification-service", "penalty-service", "case-service"),
                        topic("crises", "case-service", "notification-service"));
    }

    @Test
    void the_gateway_has_no_part_in_events() {
        assertThat(topology.principals()).doesNotContain("gateway");
    }

    private static Topic topic(String area, String writer, String... readers) {
        return new Topic(area + ".events.v1", 6, Optional.of(Duration.ofDays(7)), Set.of(writer), Set.of(readers));
    }
}
