package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendOutcomeTest {

    private static final Throwable REFUSED = new IllegalStateException("refused");

    @Test
    void every_acknowledged_row_may_go() {
        SendOutcome outcome =
                SendOutcome.of(List.of(row(1, "a"), row(2, "b"), row(3, "a")), Arrays.asList(null, null, null));

        assertThat(outcome.deletable()).containsExactly(1L, 2L, 3L);
        assertThat(outcome.failedKeys()).isEmpty();
    }

    @Test
    void rows_behind_a_failed_one_of_their_key_stay_though_acknowledged() {
        SendOutcome outcome = SendOutcome.of(
                List.of(row(1, "a"), row(2, "a"), row(3, "b"), row(4, "a")), Arrays.asList(null, REFUSED, null, null));

        assertThat(outcome.deletable()).containsExactly(1L, 3L);
        assertThat(outcome.failedKeys()).containsOnlyKeys("a").containsEntry("a", REFUSED);
    }

    private static OutboxRow row(long id, String key) {
        return new OutboxRow(id, "t", key, "{}", Instant.EPOCH);
    }
}
