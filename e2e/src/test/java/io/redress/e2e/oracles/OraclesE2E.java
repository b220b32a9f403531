package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite;
import io.redress.e2e.SuiteAddress;
import io.redress.e2e.faults.TopicChaos;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What must hold of a suite at rest holds after stories, and after everything that stands in its topics came again. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OraclesE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final long SEED = 20180115;

    private final SuiteAddress address = SUITE.address();
    private final Oracles oracles = new Oracles(address, Expectations.ofSample());
    private final TopicChaos chaos = new TopicChaos(address);

    @Test
    @Order(1)
    void nothing_is_wrong_after_stories() {
        assertThat(SUITE.holds("S4", false, Map.of())).isTrue();
        assertThat(SUITE.holds("S5", false, Map.of())).isTrue();

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

        assertThat(sent).as("seed %d", SEED).isPositive();
        assertThat(oracles.check()).as("seed %d", SEED).isEmpty();
    }

    @Test
    @Order(4)
    void what_the_chaos_made_grow_comes_back() {
        Map<String, Long> processes = address.management().values().stream()
                .collect(Collectors.toMap(origins -> origins.get(0), origins -> ProcessHandle.current()
                        .pid()));
        Bounds.Sample before = Bounds.sample(address, processes);

        chaos.duplicate(TopicChaos.topics(), Integer.MAX_VALUE);

        assertThat(new Rest(address).await()).isEmpty();
        Bounds bounds = new Bounds(address, processes, before);
        assertThat(bounds.check()).isEmpty();
        assertThat(bounds.leftOut()).isEmpty();
    }
}
