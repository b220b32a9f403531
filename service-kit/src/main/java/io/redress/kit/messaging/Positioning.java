package io.redress.kit.messaging;

import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the client where Postgres says, whatever offset the group has in Kafka. Where nothing is stored, and where the
 * topic ends before the stored offset (the broker lost records or is another one), it starts from the earliest record:
 * the inbox drops what has been handled.
 */
final class Positioning {

    private static final Logger LOG = LoggerFactory.getLogger(Positioning.class);

    private final Database database;
    private final OffsetStore offsets = new OffsetStore();

    Positioning(Database database) {
        this.database = database;
    }

    /** Seeks all of them; on failure some may not be positioned yet. */
    Future<Void> position(KafkaConsumer<String, String> consumer, Collection<AssignedPartition> partitions) {
        if (partitions.isEmpty()) {
            return Future.succeededFuture();
        }
        Set<TopicPartition> ids =
                partitions.stream().map(AssignedPartition::id).collect(Collectors.toUnmodifiableSet());
        return database.read(tx -> offsets.find(tx, ids))
                .compose(stored -> consumer.beginningOffsets(ids).compose(begin -> consumer.endOffsets(ids)
                        .compose(end -> seekAll(consumer, partitions, stored, begin, end))));
    }

    private Future<Void> seekAll(
            KafkaConsumer<String, String> consumer,
            Collection<AssignedPartition> partitions,
            Map<TopicPartition, Long> stored,
            Map<TopicPartition, Long> begin,
            Map<TopicPartition, Long> end) {
        List<Future<Void>> seeks = new ArrayList<>();
        for (AssignedPartition partition : partitions) {
            TopicPartition id = partition.id();
            Long known = stored.get(id);
            boolean usable = known != null && known <= end.get(id);
            if (known != null && !usable) {
                LOG.error(
                        "{} ends at {} before the stored offset {}: read again from its start", id, end.get(id), known);
            }
            long next = usable ? known : begin.get(id);
            seeks.add((usable ? Future.<Void>succeededFuture() : startAt(id, next))
                    .compose(ready -> consumer.seek(id, next))
                    .onSuccess(sought -> partition.positionAt(next)));
        }
        return Future.join(seeks).mapEmpty();
    }

    private Future<Void> startAt(TopicPartition partition, long next) {
        return database.inTransaction(tx -> offsets.startAt(tx, partition, next));
    }
}
