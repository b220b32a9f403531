package io.redress.quickstart.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.quickstart.trace.Handling.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TraceTextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final TracedEvent PROPOSED = event("evt_1", "penalties.PenaltyProposed", "pen_1", 1, 0, null);
    private static final TracedEvent ISSUED = event("evt_2", "penalties.StatementIssued", "pen_1", 2, 0, null);
    private static final TracedEvent STORED = event("evt_3", "notifications.NoticeStored", "not_1", 1, 1, "evt_2");
    private static final TracedEvent IN_FORCE = event("evt_4", "penalties.PenaltyInForce", "pen_1", 3, 2, "evt_3");

    @Test
    void events_stand_below_the_reader_of_their_cause_whatever_order_they_were_told_in() {
        Trace trace = new Trace(
                List.of(IN_FORCE, STORED, ISSUED, PROPOSED),
                Map.of(
                        "evt_2", List.of(handling("notification-service", State.HANDLED, 1)),
                        "evt_3", List.of(handling("penalty-service", State.HANDLED, 2)),
                        "evt_4", List.of(new Handling("notification-service", State.NOT_YET, Optional.empty()))),
                Set.of(),
                false);

        assertThat(TraceText.of(trace))
                .containsExactly(
                        "request req-12345678 by enf-1, trace " + TRACE,
                        "  penalty-service  PenaltyProposed  pen_1 #1  published  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:00Z)",
                        "  penalty-service  StatementIssued  pen_1 #2  published  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:00Z)",
                        "    notification-service  handled (2026-01-01T00:00:01Z)",
                        "      notification-service  NoticeStored  not_1 #1  published  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:01Z)",
                        "        penalty-service  handled (2026-01-01T00:00:02Z)",
                        "          penalty-service  PenaltyInForce  pen_1 #3  published  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:02Z)",
                        "            notification-service  not handled yet");
    }

    @Test
    void what_waits_is_parked_or_dead_says_so() {
        TracedEvent waiting = new TracedEvent(
                "evt_5",
                "case-service",
                "io.redress.cases.RulingIssued",
                "cas_1",
                4,
                Instant.parse("2018-01-15T01:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                "adj-1",
                "req-12345678",
                Optional.empty(),
                Optional.empty(),
                Optional.of("eff_1"),
                false);
        Trace trace = new Trace(
                List.of(waiting),
                Map.of(
                        "evt_5",
                        List.of(
                                handling("penalty-service", State.PARKED, 3),
                                handling("refund-service", State.DEAD_LETTER, 4))),
                Set.of("notification-service"),
                true);

        assertThat(TraceText.of(trace))
                .containsExactly(
                        "request req-12345678 by adj-1, trace unknown",
                        "  case-service  RulingIssued  cas_1 #4  waiting in the outbox  effect eff_1  2018-01-15T01:00:00Z (recorded 2026-01-01T00:00:00Z)",
                        "    penalty-service  parked (2026-01-01T00:00:03Z)",
                        "    refund-service  dead letter (2026-01-01T00:00:04Z)",
                        "only the newest 200 events of a service are shown",
                        "notification-service does not answer");
    }

    @Test
    void an_event_whose_cause_is_not_known_begins_a_request() {
        Trace trace = new Trace(List.of(STORED), Map.of(), Set.of(), false);

        assertThat(TraceText.of(trace)).hasSize(2).first().asString().startsWith("request req-12345678");
    }

    @Test
    void causes_that_run_in_a_circle_end() {
        TracedEvent a = event("evt_a", "cases.A", "cas_1", 1, 0, "evt_b");
        TracedEvent b = event("evt_b", "penalties.B", "pen_1", 1, 1, "evt_a");
        TracedEvent root = event("evt_0", "cases.Root", "cas_0", 1, 0, null);
        TracedEvent ownCause = event("evt_c", "cases.C", "cas_2", 1, 0, "evt_c");

        assertThat(TraceText.of(new Trace(List.of(root, a, b, ownCause), Map.of(), Set.of(), false)))
                .hasSize(3);
    }

    private static TracedEvent event(String id, String type, String subject, long sequence, int second, String cause) {
        String schema = type.substring(0, type.indexOf('.'));
        String source =
                switch (schema) {
                    case "penalties" -> "penalty-service";
                    case "notifications" -> "notification-service";
                    default -> "case-service";
                };
        return new TracedEvent(
                id,
                source,
                "io.redress." + type,
                subject,
                sequence,
                Instant.parse("2018-01-15T01:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second),
                "enf-1",
                "req-12345678",
                Optional.ofNullable(cause),
                Optional.of(TRACE),
                Optional.empty(),
                true);
    }

    private static Handling handling(String service, State state, int second) {
        return new Handling(
                service,
                state,
                Optional.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second)));
    }
}
