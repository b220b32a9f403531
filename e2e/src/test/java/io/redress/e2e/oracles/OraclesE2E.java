package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.faults.TopicChaos;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What must hold of a suite at rest holds after a story, and after everything that stands in its topics came again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OraclesE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final long SEED = 20180115;

    private final SuiteAddress address = SUITE.address();
    private final Oracles oracles = new Oracles(address, Expectations.ofSample());
    private final TopicChaos chaos = new TopicChaos(address);

    @Test
    @Order(1)
    void nothing_is_wrong_after_a_story() {
        assertThat(SUITE.holds("S4", false, Map.of())).isTrue();

        assertThat(oracles.check()).isEmpty();
    }

    @Test
    @Order(2)
    void every_event_sent_again_changes_nothing() {
        int sent = chaos.duplicate(TopicChaos.topics(), Integer.MAX_VALUE);

        assertThat(sent).isPositive();
        assertThat(oracles.check()).isEmpty();
    }

    @Test
    @Order(3)
    void every_event_sent_again_in_any_order_across_all_topics_changes_nothing() {
        int sent = chaos.shuffle(TopicChaos.topics(), Integer.MAX_VALUE, SEED);

        assertThat(sent).isPositive();
        assertThat(oracles.check()).isEmpty();
    }
}
