package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Table consumer_offset: the next offset to handle of each partition. */
final class OffsetStore {

    private static final String FIND = """
            SELECT topic, partition, next FROM consumer_offset
            WHERE (topic, partition) IN (SELECT * FROM unnest((SELECT $1::text[]), $2::int[]))
            """;

    private static final String START_AT = """
            INSERT INTO consumer_offset (topic, partition, next) VALUES ($1, $2, $3)
            ON CONFLICT (topic, partition) DO UPDATE SET next = excluded.next
            """;

    private static final String ADVANCE =
            "UPDATE consumer_offset SET next = $4 WHERE topic = $1 AND partition = $2 AND next = $3";

    /** Partitions never read before are absent. */
    Future<Map<TopicPartition, Long>> find(Tx tx, Collection<TopicPartition> partitions) {
        String[] topics = partitions.stream().map(TopicPartition::getTopic).toArray(String[]::new);
        Integer[] numbers =
                partitions.stream().map(TopicPartition::getPartition).toArray(Integer[]::new);
        return tx.query(FIND, Tuple.tuple().addArrayOfString(topics).addArrayOfInteger(numbers))
                .map(rows -> {
                    Map<TopicPartition, Long> found = new HashMap<>();
                    for (Row row : rows) {
                        found.put(
                                new TopicPartition(row.getString("topic"), row.getInteger("partition")),
                                row.getLong("next"));
                    }
                    return found;
                });
    }

    Future<Void> startAt(Tx tx, TopicPartition partition, long next) {
        return tx.query(START_AT, Tuple.of(partition.getTopic(), partition.getPartition(), next))
                .mapEmpty();
    }

    /** Fails with {@link Fenced} unless the stored offset is the expected one. */
    Future<Void> advance(Tx tx, ConsumedRecord record, long expected) {
        return tx.query(ADVANCE, Tuple.of(record.topic(), record.partition(), expected, record.offset() + 1))
                .map(result -> {
                    Fenced.unless(result.rowCount() == 1);
                    return null;
                });
    }
}
