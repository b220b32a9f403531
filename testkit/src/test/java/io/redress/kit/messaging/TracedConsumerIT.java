package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.command.CommandContext;
import io.redress.kit.trace.TraceParent;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TracedConsumerIT {

    private static final String TOPIC = "penalties.events.v1";
    private static final String TIME = "2018-04-20T10:00:00Z";
    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";
    private static final String RECORDING_STEP = "00-" + TRACE_ID + "-b7ad6b7169203331-01";

    private static MessagingFixture fixture;
    private static Events events;

    private final Map<String, CommandContext> contexts = new ConcurrentHashMap<>();
    private ConsumerLoop consumer;

    @BeforeAll
    static void prepare() {
        fixture = new MessagingFixture();
        events = new Events(fixture.infrastructure, "penalty-service", "penalties", TOPIC);
    }

    @AfterAll
    static void release() {
        events.close();
        fixture.close();
    }

    @BeforeEach
    void start() {
        EventHandler handler = (event, tx) -> {
            contexts.put(event.subject(), CommandContext.of(event, MessagingFixture.SERVICE, event.businessTime()));
            return Future.succeededFuture(Handling.HANDLED);
        };
        consumer = fixture.consumer(Duration.ofSeconds(60), Map.of(TOPIC, handler), () -> {});
        await(consumer.start());
    }

    @AfterEach
    void stop() {
        await(consumer.stop());
    }

    @Test
    void what_an_event_causes_is_a_further_step_of_its_trace() {
        CommandContext context = handled("pen_traced", Optional.of(RECORDING_STEP));

        TraceParent step = context.trace().orElseThrow();
        assertThat(step.traceId()).isEqualTo(TRACE_ID);
        assertThat(step.spanId()).isNotEqualTo("b7ad6b7169203331");
        assertThat(step.sampled()).isTrue();
        assertThat(context.correlationId()).isEqualTo("test");
        assertThat(context.causationId()).contains("evt_penalty-service_pen_traced_1");
    }

    @Test
    void an_event_of_no_trace_or_with_a_spoilt_one_begins_one() {
        TraceParent none = handled("pen_untraced", Optional.empty()).trace().orElseThrow();
        TraceParent spoilt =
                handled("pen_spoilt", Optional.of("00-xyz")).trace().orElseThrow();

        assertThat(List.of(none.traceId(), spoilt.traceId()))
                .doesNotContain(TRACE_ID)
                .doesNotHaveDuplicates();
    }

    private CommandContext handled(String subject, Optional<String> traceparent) {
        JsonObject envelope = events.envelope(subject, 1, "PenaltyInForce", TIME, new JsonObject());
        traceparent.ifPresent(step -> envelope.put("traceparent", step));
        events.publish("shop of " + subject, envelope);
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> contexts.get(subject), java.util.Objects::nonNull);
    }
}
