package io.redress.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Revision;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class EventRecorderTest {

    private static final CommandContext CONTEXT = new CommandContext(
            Caller.service("adv-1"),
            "req_1",
            "cor_1",
            Optional.of("evt_0"),
            Instant.parse("2018-04-20T02:00:00Z"),
            OptionalLong.empty());

    private final EventRecorder recorder = new EventRecorder(
            "case-service", "cases", prefix -> prefix + "_1", () -> Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void events_are_numbered_without_gaps_and_linked() {
        Recorded first = recorder.record(CONTEXT, "cas_1", Revision.NEW, List.of(event("A"), event("B")));
        Recorded second = recorder.record(CONTEXT, "cas_1", first.after(), List.of(event("C")));

        assertThat(first.events()).extracting(RecordedEvent::sequence).containsExactly(1L, 2L);
        assertThat(second.events()).extracting(RecordedEvent::sequence).containsExactly(3L);
        assertThat(second.after().version()).isEqualTo(2);
        RecordedEvent b = first.events().get(1);
        RecordedEvent c = second.events().get(0);
        assertThat(c.previousHash()).isEqualTo(b.hash());
        assertThat(HistoryChain.link(c.previousHash(), HistoryChain.digest(c.salt(), c.envelope())))
                .isEqualTo(c.hash())
                .isEqualTo(second.after().chainHead());
    }

    @Test
    void a_command_without_events_still_moves_the_version() {
        Recorded recorded = recorder.record(CONTEXT, "cas_1", new Revision(4, 9, new byte[32]), List.of());

        assertThat(recorded.after().version()).isEqualTo(5);
        assertThat(recorded.after().sequence()).isEqualTo(9);
    }

    @Test
    void the_envelope_is_a_cloud_event_with_the_extensions_in_lower_case() {
        RecordedEvent recorded = recorder.record(CONTEXT, "cas_1", Revision.NEW, List.of(event("CaseOpened")))
                .events()
                .get(0);

        JsonObject envelope = new JsonObject(recorded.envelope());
        assertThat(envelope.getString("type")).isEqualTo("io.redress.cases.CaseOpened");
        assertThat(envelope.getString("source")).isEqualTo("case-service");
        assertThat(envelope.getString("sequence")).isEqualTo("1");
        assertThat(envelope.getString("businesstime")).isEqualTo("2018-04-20T02:00:00Z");
        assertThat(envelope.getString("time")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(envelope.getString("actor")).isEqualTo("adv-1");
        assertThat(envelope.getString("causationid")).isEqualTo("evt_0");
        assertThat(envelope.fieldNames()).allMatch(name -> name.equals(name.toLowerCase(java.util.Locale.ROOT)));
    }

    private static OutgoingEvent event(String type) {
        return OutgoingEvent.of("cases.events.v1", "cas_1", type, new JsonObject().put("caseId", "cas_1"));
    }
}
