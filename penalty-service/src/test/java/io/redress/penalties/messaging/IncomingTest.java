package io.redress.penalties.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.messaging.PoisonEvent;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class IncomingTest {

    @Test
    void a_missing_member_makes_an_event_poison() {
        assertThatThrownBy(() -> Incoming.text(new JsonObject(), "caseId")).isInstanceOf(PoisonEvent.class);
        assertThatThrownBy(() -> Incoming.number(new JsonObject().put("points", -1), "points"))
                .isInstanceOf(PoisonEvent.class);
        assertThatThrownBy(() -> Incoming.time(new JsonObject().put("at", "yesterday"), "at"))
                .isInstanceOf(PoisonEvent.class);
    }

    @Test
    void a_time_with_any_offset_is_an_instant() {
        assertThat(Incoming.time(new JsonObject().put("at", "2018-05-01T00:00:00+08:00"), "at"))
                .isEqualTo("2018-04-30T16:00:00Z");
    }
}
