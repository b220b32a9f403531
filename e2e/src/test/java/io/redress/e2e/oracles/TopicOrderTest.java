package io.redress.e2e.oracles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicOrderTest {

    private static final Map<String, List<String>> HISTORY = Map.of("pen_1", List.of("a", "b", "c"));

    private final TopicOrder order = new TopicOrder("penalties.events.v1", HISTORY, true);
    private int offset;

    @Test
    void duplicates_in_any_place_are_lawful() {
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 2, "b");
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 3, "c");
        read("s-1", 2, "pen_1", 2, "b");

        assertThat(order.problems()).isEmpty();
        assertThat(order.published()).isEqualTo(Map.of("pen_1", 3));
    }

    @Test
    void an_event_that_comes_for_the_first_time_before_its_predecessor() {
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 3, "c");
        read("s-1", 2, "pen_1", 2, "b");

        assertThat(order.problems()).containsExactly("pen_1 #3 in penalties.events.v1-2@1 comes first after #1");
    }

    @Test
    void where_the_order_was_broken_on_purpose_nothing_may_be_missing_all_the_same() {
        TopicOrder overtaken = new TopicOrder("penalties.events.v1", HISTORY, false);
        overtaken.read(record("s-1", 2, "pen_1", 3, "c"));
        overtaken.read(record("s-1", 2, "pen_1", 1, "a"));

        assertThat(overtaken.problems()).containsExactly("pen_1 has 3 events, penalties.events.v1 holds them up to #1");
    }

    @Test
    void an_event_that_was_committed_and_not_published() {
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 2, "b");

        assertThat(order.problems()).containsExactly("pen_1 has 3 events, penalties.events.v1 holds them up to #2");
    }

    @Test
    void events_that_no_history_knows() {
        readAll();
        read("s-1", 2, "pen_1", 4, "d");
        read("s-2", 2, "pen_2", 1, "e");
        read("s-1", 2, "pen_1", 2, "forged");

        assertThat(order.problems())
                .containsExactly(
                        "pen_1 #4 stands in penalties.events.v1-2@3, in no history",
                        "pen_2 #1 stands in penalties.events.v1-2@4, in no history",
                        "pen_1 #2 in penalties.events.v1-2@5 is not the event of that number in history");
    }

    @Test
    void a_record_that_is_no_event() {
        readAll();
        order.read(new TopicRecord("penalties.events.v1", 0, 9, "s-1", "no JSON"));
        order.read(new TopicRecord("penalties.events.v1", 0, 10, "s-1", null));

        assertThat(order.problems())
                .containsExactly(
                        "a record that is no event stands in penalties.events.v1-0@9, in no history",
                        "a record that is no event stands in penalties.events.v1-0@10, in no history");
    }

    @Test
    void a_subject_with_two_keys_and_a_key_in_two_partitions() {
        readAll();
        read("s-9", 2, "pen_1", 3, "c");
        read("s-1", 4, "pen_1", 3, "c");

        assertThat(order.problems())
                .containsExactly("pen_1 has keys s-1 and s-9", "key s-1 stands in partitions 2 and 4");
    }

    private void readAll() {
        read("s-1", 2, "pen_1", 1, "a");
        read("s-1", 2, "pen_1", 2, "b");
        read("s-1", 2, "pen_1", 3, "c");
    }

    private void read(String key, int partition, String subject, int sequence, String id) {
        order.read(record(key, partition, subject, sequence, id));
    }

    private TopicRecord record(String key, int partition, String subject, int sequence, String id) {
        String value = "{\"subject\":\"%s\",\"sequence\":\"%d\",\"id\":\"%s\"}".formatted(subject, sequence, id);
        return new TopicRecord("penalties.events.v1", partition, offset++, key, value);
    }
}
