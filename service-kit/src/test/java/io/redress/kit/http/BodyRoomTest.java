package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class BodyRoomTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final BodyRoom room = new BodyRoom(100, metrics);

    @Test
    void one_sender_has_half_of_the_room_and_two_have_all_of_it() {
        assertThat(room.take("a", 30)).isTrue();
        assertThat(room.take("a", 20)).isTrue();
        assertThat(room.take("a", 1)).isFalse();
        assertThat(room.take("b", 50)).isTrue();
        assertThat(room.take("c", 1)).isFalse();
        assertThat(metrics.counter("redress.bodies.refused").count()).isEqualTo(2);
        assertThat(metrics.get("redress.bodies.bytes").gauge().value()).isEqualTo(100);
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        room.take("a", 50);
        room.take("b", 50);

        room.giveBack("a", 50);

        assertThat(room.take("b", 1)).isFalse();
        assertThat(room.take("a", 50)).isTrue();
        room.giveBack("a", 50);
        room.giveBack("b", 50);
        assertThat(metrics.get("redress.bodies.bytes").gauge().value()).isZero();
    }
}
