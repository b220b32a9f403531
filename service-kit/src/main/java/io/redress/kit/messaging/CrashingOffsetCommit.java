package io.redress.kit.messaging;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.OffsetAndMetadata;
import java.util.Map;

/** Passes the crash points around a commit, once for each topic in it. */
record CrashingOffsetCommit(OffsetCommit plain, CrashPoints points) implements OffsetCommit {

    @Override
    public Future<?> commit(KafkaConsumer<String, String> consumer, Map<TopicPartition, OffsetAndMetadata> offsets) {
        reach(CrashPoint.BEFORE_OFFSET, offsets);
        return plain.commit(consumer, offsets).onSuccess(committed -> reach(CrashPoint.AFTER_OFFSET, offsets));
    }

    private void reach(CrashPoint point, Map<TopicPartition, OffsetAndMetadata> offsets) {
        offsets.keySet().stream().map(TopicPartition::getTopic).distinct().forEach(topic -> points.reach(point, topic));
    }
}
