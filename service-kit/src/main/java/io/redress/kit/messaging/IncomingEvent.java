package io.redress.kit.messaging;

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
        JsonObject data) {}
