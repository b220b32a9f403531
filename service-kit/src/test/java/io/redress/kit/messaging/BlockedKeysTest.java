package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlockedKeysTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Throwable REFUSED = new IllegalStateException("refused");

    private final BlockedKeys keys = new BlockedKeys();

    @Test
    void a_key_that_failed_beside_others_that_did_not_waits_for_a_while() {
        keys.settle(outcome(List.of(1L), "a"), NOW);

        assertThat(keys.at(NOW)).containsExactly("a");
        assertThat(keys.at(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void the_pause_of_a_key_grows_with_each_failure() {
        keys.settle(outcome(List.of(1L), "a"), NOW);
        keys.settle(outcome(List.of(2L), "a"), NOW);
        keys.settle(outcome(List.of(3L), "a"), NOW);

        assertThat(keys.at(NOW.plusMillis(1_999))).containsExactly("a");
        assertThat(keys.at(NOW.plusMillis(4_000))).isEmpty();
    }

    @Test
    void what_failed_in_an_outage_is_forgotten_when_rows_go_through_again() {
        keys.settle(outcome(List.of(), "a"), NOW);
        keys.settle(outcome(List.of(), "b"), NOW);
        assertThat(keys.at(NOW)).containsExactlyInAnyOrder("a", "b");

        keys.settle(outcome(List.of(1L)), NOW);

        assertThat(keys.at(NOW)).isEmpty();
    }

    @Test
    void at_most_two_thousand_are_remembered_and_one_whose_pause_is_over_makes_room() {
        for (int key = 0; key < 2_500; key++) {
            keys.settle(outcome(List.of(), "k" + key), NOW);
        }
        assertThat(keys.at(NOW)).hasSize(2_000).contains("k0").doesNotContain("k2000");

        keys.settle(outcome(List.of(), "late"), NOW.plusSeconds(1));

        assertThat(keys.at(NOW.plusSeconds(1))).containsExactly("late");
    }

    private static SendOutcome outcome(List<Long> deletable, String... failed) {
        return new SendOutcome(deletable, failed.length == 0 ? Map.of() : Map.of(failed[0], REFUSED));
    }
}
