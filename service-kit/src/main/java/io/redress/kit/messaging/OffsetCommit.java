package io.redress.kit.messaging;

import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.OffsetAndMetadata;
import java.util.Map;
import java.util.Optional;

/** Tells the broker how far a consumer is. */
@FunctionalInterface
interface OffsetCommit {

    Future<?> commit(KafkaConsumer<String, String> consumer, Map<TopicPartition, OffsetAndMetadata> offsets);

    /** The client's own commit, past the crash points if there are any. */
    static OffsetCommit through(Optional<CrashPoints> points) {
        OffsetCommit plain = KafkaConsumer::commit;
        return points.<OffsetCommit>map(some -> new CrashingOffsetCommit(plain, some))
                .orElse(plain);
    }
}
