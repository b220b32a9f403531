package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.quickstart.trace.Handling.State;
import io.redress.quickstart.trace.Trace;
import io.redress.quickstart.trace.TraceText;
import io.redress.quickstart.trace.TracedEvent;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.SpanCollector;
import io.redress.testkit.SpanCollector.CollectedSpan;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One request, followed through three services by the ids that its caller gave it. */
class TraceE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String REQUEST_ID = "trace-e2e-0001";
    private static final List<String> CHAIN =
            List.of("PenaltyProposed", "StatementIssued", "NoticeStored", "PenaltyInForce");

    private static String penaltyId;

    @BeforeAll
    static void proposeOnce() {
        penaltyId = propose();
    }

    @Test
    void a_proposal_is_followed_from_its_statement_over_the_notice_into_force() {
        Trace byRequest = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> SUITE.trace(REQUEST_ID), TraceE2E::complete);

        assertThat(byRequest.events()).extracting(TracedEvent::traceId).containsOnly(Optional.of(TRACE_ID));
        assertThat(byRequest.roots()).extracting(TracedEvent::name).startsWith("PenaltyProposed");
        TracedEvent issued = event(byRequest, "StatementIssued");
        TracedEvent stored = event(byRequest, "NoticeStored");
        TracedEvent inForce = event(byRequest, "PenaltyInForce");
        assertThat(stored.causationId()).contains(issued.id());
        assertThat(stored.source()).isEqualTo("notification-service");
        assertThat(byRequest.events())
                .extracting(TracedEvent::source)
                .contains("penalty-service", "notification-service");
        assertThat(inForce.subject()).isEqualTo(penaltyId);
        assertThat(byRequest.handlings(issued))
                .anyMatch(handling ->
                        handling.service().equals("notification-service") && handling.state() == State.HANDLED);
        assertThat(names(SUITE.trace(TRACE_ID))).containsAll(CHAIN);
        assertThat(names(SUITE.trace(penaltyId))).containsAll(CHAIN);
        assertThat(names(SUITE.trace(stored.id()))).containsAll(CHAIN);
        assertThat(TraceText.of(byRequest))
                .first()
                .asString()
                .isEqualTo("request " + REQUEST_ID + " by enf-1, trace " + TRACE_ID);
    }

    @Test
    void spans_of_all_that_a_request_led_to_hang_on_one_trace() {
        SpanCollector spans = SUITE.spans();
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(spans.ofTrace(TRACE_ID))
                .extracting(CollectedSpan::service, CollectedSpan::name)
                .contains(
                        tuple("gateway", "POST /v1/penalties"),
                        tuple("gateway", "call of penalty-service"),
                        tuple("penalty-service", "POST /v1/penalties"),
                        tuple("penalty-service", "proposePenalty"),
                        tuple("penalty-service", "publish penalties.events.v1"),
                        tuple("notification-service", "handle StatementIssued"),
                        tuple("notification-service", "publish notifications.events.v1"),
                        tuple("penalty-service", "handle NoticeStored")));
        assertThat(ancestors(span("penalty-service", "handle NoticeStored")))
                .containsSubsequence(
                        "handle StatementIssued",
                        "proposePenalty",
                        "POST /v1/penalties",
                        "call of penalty-service",
                        "POST /v1/penalties");
    }

    @Test
    void nothing_is_known_under_an_id_that_nobody_gave() {
        assertThat(SUITE.trace("trace-e2e-nobody").isEmpty()).isTrue();
    }

    private static CollectedSpan span(String service, String name) {
        return SUITE.spans().ofTrace(TRACE_ID).stream()
                .filter(span -> span.service().equals(service) && span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Names from the nearest to the first, as far as spans have come. */
    private static List<String> ancestors(CollectedSpan span) {
        List<String> names = new ArrayList<>();
        Optional<CollectedSpan> next = SUITE.spans().parentOf(span);
        while (next.isPresent()) {
            names.add(next.get().name());
            next = SUITE.spans().parentOf(next.get());
        }
        return names;
    }

    private static boolean complete(Trace trace) {
        return names(trace).containsAll(CHAIN)
                && trace.events().stream().allMatch(TracedEvent::published)
                && trace.events().stream()
                        .flatMap(event -> trace.handlings(event).stream())
                        .allMatch(handling -> handling.state() == State.HANDLED);
    }

    private static List<String> names(Trace trace) {
        return trace.events().stream().map(TracedEvent::name).toList();
    }

    private static TracedEvent event(Trace trace, String name) {
        return trace.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String propose() {
        ApiClient marketplace = SUITE.gateway("marketplace", "machine");
        marketplace.put(
                "/v1/merchants/m-trace",
                new JsonObject().put("name", "Quiet Lamps").put("language", "en"));
        marketplace.put(
                "/v1/shops/s-trace",
                new JsonObject().put("merchantId", "m-trace").put("openedAt", "2015-01-01T00:00:00+08:00"));
        Answer proposed = SUITE.gateway("enf-1", "enforcement")
                .with("traceparent", "00-" + TRACE_ID + "-00f067aa0ba902b7-01")
                .with("X-Request-Id", REQUEST_ID)
                .post("/v1/penalties", CounterfeitLamps.proposal("s-trace", "l-trace"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed.json().getString("id");
    }
}
