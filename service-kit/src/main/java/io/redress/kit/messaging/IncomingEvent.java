package io.redress.kit.messaging;

import io.redress.kit.trace.TraceParent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as it arrived: a CloudEvent in structured mode.
 *
 * @param type without the prefix, for example {@code PenaltyInForce}
 * @param source the service that sent it
 * @param subject the aggregate it is about; duplicates and gaps are judged by it
 * @param sequence gapless per subject, from 1
 * @param businessTime when it happened, in the suite's business time
 * @param actor who caused it
 * @param traceparent as it arrived, the step that recorded it; as it is handled, the step that handles it
 * @param recordedAt when it was recorded, in machine time; its age. Empty if it does not say
 */
public record IncomingEvent(
        String topic,
        String key,
        String id,
        String type,
        String source,
        String subject,
        long sequence,
        long aggregateVersion,
        Instant businessTime,
        String actor,
        String correlationId,
        Optional<String> effectId,
        JsonObject data,
        Optional<String> traceparent,
        Optional<Instant> recordedAt) {

    /** One that does not say when it was recorded. */
    public IncomingEvent(
            String topic,
            String key,
            String id,
            String type,
            String source,
            String subject,
            long sequence,
            long aggregateVersion,
            Instant businessTime,
            String actor,
            String correlationId,
            Optional<String> effectId,
            JsonObject data,
            Optional<String> traceparent) {
        this(
                topic,
                key,
                id,
                type,
                source,
                subject,
                sequence,
                aggregateVersion,
                businessTime,
                actor,
                correlationId,
                effectId,
                data,
                traceparent,
                Optional.empty());
    }

    /** The same as a further step of its trace. */
    IncomingEvent at(TraceParent step) {
        return new IncomingEvent(
                topic,
                key,
                id,
                type,
                source,
                subject,
                sequence,
                aggregateVersion,
                businessTime,
                actor,
                correlationId,
                effectId,
                data,
                Optional.of(step.header()),
                recordedAt);
    }

    /** {@link #traceparent()}, read. */
    Optional<TraceParent> trace() {
        return traceparent.flatMap(TraceParent::parse);
    }
}
