package io.redress.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.oracles.TopicRecord;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TopicChaosTest {

    private static final List<TopicRecord> RECORDS = LongStream.range(0, 20)
            .mapToObj(offset -> new TopicRecord("cases.events.v1", 0, offset, "cas_1", "{}"))
            .toList();

    @Test
    void a_seed_gives_one_order_of_all_records() {
        List<TopicRecord> order = TopicChaos.shuffled(RECORDS, 7);

        assertThat(order).isNotEqualTo(RECORDS).containsExactlyInAnyOrderElementsOf(RECORDS);
        assertThat(TopicChaos.shuffled(RECORDS, 7)).isEqualTo(order);
        assertThat(TopicChaos.shuffled(RECORDS, 8)).isNotEqualTo(order);
    }
}
