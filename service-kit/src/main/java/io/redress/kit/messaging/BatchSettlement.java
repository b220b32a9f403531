package io.redress.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.pg.GuardMissed;
import io.vertx.core.Future;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles what one poll brought: first together what may share a transaction, then the records of a partition one after
 * the other, some partitions side by side. A partition that fails is paused and put back to its first unsettled record;
 * the others go on. What failed together is settled one by one.
 */
final class BatchSettlement {

    private static final Logger LOG = LoggerFactory.getLogger(BatchSettlement.class);

    /** Partitions settled at a time, so that consuming leaves database connections to others. */
    private static final int LANES = 4;

    private static final int GUARD_ATTEMPTS = 3;

    private final RecordSettlement records;
    private final JointSettlement jointly;
    private final ParkedRetries retries;
    private final MachineClock clock;
    private final MeterRegistry metrics;
    private final Runnable afterCommit;

    BatchSettlement(
            RecordSettlement records,
            JointSettlement jointly,
            ParkedRetries retries,
            MachineClock clock,
            MeterRegistry metrics,
            Runnable afterCommit) {
        this.records = records;
        this.jointly = jointly;
        this.retries = retries;
        this.clock = clock;
        this.metrics = metrics;
        this.afterCommit = afterCommit;
    }

    /** Fails only if the client cannot pause or seek. */
    Future<Void> settle(
            ConsumerRecords<String, String> batch,
            Map<TopicPartition, AssignedPartition> assigned,
            KafkaConsumer<String, String> consumer) {
        return together(batch, assigned).compose(done -> inLanes(batch, assigned, consumer));
    }

    /** Never fails: what is left is settled one by one. */
    private Future<Void> together(
            ConsumerRecords<String, String> batch, Map<TopicPartition, AssignedPartition> assigned) {
        List<JointSettlement.Member> next = jointly.next(batch, assigned);
        if (next.size() < 2) {
            return Future.succeededFuture();
        }
        return jointly.settle(next)
                .map(Optional::of)
                .recover(failure -> {
                    LOG.debug("{} records are settled one by one", next.size(), failure);
                    return Future.succeededFuture(Optional.empty());
                })
                .compose(settled -> {
                    if (settled.isEmpty()) {
                        return Future.succeededFuture();
                    }
                    afterCommit.run();
                    Future<Void> chain = Future.succeededFuture();
                    for (IncomingEvent followed : settled.get()) {
                        chain = chain.compose(before -> released(followed));
                    }
                    return chain.compose(released -> together(batch, assigned));
                });
    }

    private Future<Void> inLanes(
            ConsumerRecords<String, String> batch,
            Map<TopicPartition, AssignedPartition> assigned,
            KafkaConsumer<String, String> consumer) {
        List<Future<Void>> lanes = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            lanes.add(Future.succeededFuture());
        }
        int turn = 0;
        for (org.apache.kafka.common.TopicPartition id : batch.partitions()) {
            AssignedPartition partition = assigned.get(new TopicPartition(id.topic(), id.partition()));
            if (partition != null && partition.positioned() && !partition.paused()) {
                int lane = turn++ % LANES;
                List<ConsumerRecord<String, String>> ofPartition = batch.records(id);
                lanes.set(lane, lanes.get(lane).compose(before -> settle(ofPartition, partition, assigned, consumer)));
            }
        }
        return Future.join(lanes).mapEmpty();
    }

    private Future<Void> settle(
            List<ConsumerRecord<String, String>> ofPartition,
            AssignedPartition partition,
            Map<TopicPartition, AssignedPartition> assigned,
            KafkaConsumer<String, String> consumer) {
        Future<Void> chain = Future.succeededFuture();
        for (ConsumerRecord<String, String> record : ofPartition) {
            chain = chain.compose(
                    before -> assigned.get(partition.id()) == partition && record.offset() >= partition.next()
                            ? settle(ConsumedRecord.of(record), partition)
                            : Future.succeededFuture());
        }
        return chain.recover(failure -> assigned.get(partition.id()) == partition
                ? hold(partition, consumer, failure)
                : Future.succeededFuture());
    }

    private Future<Void> settle(ConsumedRecord record, AssignedPartition partition) {
        return decided(record, partition, 1)
                .recover(failure -> Defects.isDefect(failure) && partition.failures() + 1 >= Defects.ATTEMPTS
                        ? records.giveUp(record, partition.next(), failure)
                        : Future.failedFuture(failure))
                .compose(handled -> {
                    partition.settledTo(record.offset() + 1);
                    afterCommit.run();
                    return handled.isEmpty() ? Future.succeededFuture() : released(handled.get());
                });
    }

    /** A missed guard means that a command came in between: to be decided again at once, on what it left. */
    private Future<Optional<IncomingEvent>> decided(ConsumedRecord record, AssignedPartition partition, int attempt) {
        return records.settle(record, partition.next())
                .recover(failure -> failure instanceof GuardMissed && attempt < GUARD_ATTEMPTS
                        ? decided(record, partition, attempt + 1)
                        : Future.failedFuture(failure));
    }

    private Future<Void> released(IncomingEvent handled) {
        return successors(handled).onComplete(done -> afterCommit.run());
    }

    /** They are tried again every second anyway, so a failure here is not the record's. */
    private Future<Void> successors(IncomingEvent handled) {
        return retries.after(handled.topic(), handled.subject(), handled.sequence())
                .recover(failure -> {
                    LOG.warn("events parked behind {} wait: {}", handled.subject(), failure.toString());
                    return Future.succeededFuture();
                });
    }

    private Future<Void> hold(AssignedPartition partition, KafkaConsumer<String, String> consumer, Throwable failure) {
        TopicPartition id = partition.id();
        LOG.warn(
                "{} pauses at {}: {}",
                id,
                partition.next(),
                failure.toString(),
                Defects.isDefect(failure) ? failure : null);
        metrics.counter("redress.consumer.retries", "topic", id.getTopic()).increment();
        partition.pause(clock.now());
        if (failure instanceof Fenced) {
            partition.forgetPosition();
        }
        return consumer.pause(id).compose(paused -> consumer.seek(id, partition.next()));
    }
}
