package io.redress.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.CrashingTransactions;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Transactions;
import io.redress.kit.trace.Tracing;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.OffsetAndMetadata;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the service's topics in the consumer group of its name.
 *
 * <p>Guarantees: the effect of an event is committed exactly once, in one transaction with its offset and its place in
 * the subject's sequence, however often and in whatever order it arrives; events of a subject are handled in order of
 * sequence, records of a partition in order of offset except that parked ones come later. The offset in Postgres is the
 * truth: it fences a consumer that lost its partition without noticing, and a restored database is caught up; Kafka's
 * committed offsets only show the lag. A transient failure pauses its partition, with growing pauses, and polling goes
 * on; a poison event, one that a handler keeps failing on by a defect, one parked beyond its deadline and one that is
 * too old become dead letters, behind which only their own key waits.
 *
 * <p>Order across the subjects of one key is that of the partition, except where one of them is parked. Events of a
 * {@link JointEventHandler} that come at the same time may share a transaction, at most 32. All work runs on the context
 * that {@link #start()} was called on.
 */
public final class ConsumerLoop {

    private static final Logger LOG = LoggerFactory.getLogger(ConsumerLoop.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final String serviceName;
    private final KafkaConfig kafka;
    private final MachineClock clock;
    private final Handlers handlers;
    private final Positioning positioning;
    private final ParkedRetries retries;
    private final BatchSettlement batches;
    private final DeadLetters deadLetters;
    private final OffsetCommit offsetCommit;
    private final Replays replays;
    private final Map<TopicPartition, AssignedPartition> assigned = new HashMap<>();
    private final Backoff pollBackoff = new Backoff(200, 5_000);
    private final Promise<Void> ended = Promise.promise();

    private Context context;
    private KafkaConsumer<String, String> consumer;
    private boolean everAssigned;
    private boolean stopping;
    private Instant nextHousekeeping = Instant.MIN;

    /**
     * @param serviceName consumer group and end of the dead letter topics' names
     * @param patience how long a parked event may wait before it becomes a dead letter, in machine time
     * @param retention beyond which an event is too old to be handled unasked
     * @param byTopic the handler of each topic
     * @param afterCommit called when something was committed, for the relay
     * @param crashPoints where the process may be made to end; empty but in tests of the whole
     */
    public ConsumerLoop(
            Vertx vertx,
            Database database,
            String serviceName,
            KafkaConfig kafka,
            MachineClock clock,
            MeterRegistry metrics,
            Tracing tracing,
            Duration patience,
            RetentionConfig retention,
            Map<String, EventHandler> byTopic,
            Runnable afterCommit,
            Optional<CrashPoints> crashPoints) {
        this.vertx = vertx;
        this.serviceName = serviceName;
        this.kafka = kafka;
        this.clock = clock;
        this.handlers = new Handlers(byTopic, tracing, new EventAge(clock, retention.window()));
        Burial burial = new Burial(serviceName, metrics);
        this.positioning = new Positioning(database);
        Transactions transactions = CrashingTransactions.over(database, crashPoints);
        this.retries = new ParkedRetries(database, transactions, handlers, burial);
        this.batches = new BatchSettlement(
                new RecordSettlement(transactions, handlers, burial, patience),
                new JointSettlement(transactions, handlers),
                retries,
                clock,
                metrics,
                afterCommit);
        this.deadLetters = new DeadLetters(clock, patience);
        this.replays = new Replays(database, clock, handlers, retries, patience);
        this.offsetCommit = OffsetCommit.through(crashPoints);
    }

    /** Returns at once; the broker may come later. Without handlers there is nothing to read. */
    public Future<Void> start() {
        context = vertx.getOrCreateContext();
        if (handlers.topics().isEmpty()) {
            ended.complete();
            return Future.succeededFuture();
        }
        context.runOnContext(ignored -> turn());
        return Future.succeededFuture();
    }

    /** Settles the batch at hand, then leaves the group. */
    public Future<Void> stop() {
        if (context == null) {
            return Future.succeededFuture();
        }
        context.runOnContext(ignored -> stopping = true);
        return ended.future();
    }

    /** For operators. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** For operators. */
    public Replays replays() {
        return replays;
    }

    /**
     * Records in the partitions assigned here that are not settled yet, asked of the broker now; at least 1 while
     * partitions are still to be assigned or positioned. Parked events and dead letters count as settled.
     */
    public Future<Long> lag() {
        if (context == null || handlers.topics().isEmpty()) {
            return Future.succeededFuture(0L);
        }
        return Future.future(promise -> context.runOnContext(ignored -> askLag().onComplete(promise)));
    }

    private Future<Long> askLag() {
        if (!everAssigned || assigned.values().stream().anyMatch(partition -> !partition.positioned())) {
            return Future.succeededFuture(1L);
        }
        if (assigned.isEmpty()) {
            return Future.succeededFuture(0L);
        }
        return consumer.endOffsets(Set.copyOf(assigned.keySet())).map(end -> {
            long lag = 0;
            for (AssignedPartition partition : assigned.values()) {
                Long last = end.get(partition.id());
                lag += last == null || !partition.positioned() ? 1 : Math.max(0, last - partition.next());
            }
            return lag;
        });
    }

    /** The client is made here because that fails while the broker's name cannot be resolved. */
    private Future<Void> subscribed() {
        if (consumer != null) {
            return Future.succeededFuture();
        }
        KafkaConsumer<String, String> created =
                KafkaConsumer.create(vertx, kafka.consumer(serviceName), String.class, String.class);
        created.partitionsAssignedHandler(this::assign);
        created.partitionsRevokedHandler(revoked -> assigned.keySet().removeAll(revoked));
        consumer = created;
        return created.subscribe(handlers.topics());
    }

    private void assign(Set<TopicPartition> partitions) {
        everAssigned = true;
        partitions.forEach(id -> assigned.put(id, new AssignedPartition(id)));
    }

    private void turn() {
        if (stopping) {
            // A poll that is queued when the client closes never settles: none is, here.
            Future<Void> closed = consumer == null ? Future.succeededFuture() : consumer.close();
            closed.onComplete(done -> ended.tryComplete());
            return;
        }
        Future.succeededFuture()
                .compose(begun -> subscribed())
                .compose(subscribed -> position())
                .compose(positioned -> resume())
                .compose(resumed -> consumer.poll(POLL))
                .compose(records -> batches.settle(records.records(), assigned, consumer))
                .compose(settled -> housekeep())
                .onComplete(turned -> {
                    if (turned.succeeded()) {
                        pollBackoff.reset();
                        context.runOnContext(ignored -> turn());
                    } else {
                        LOG.warn("consumer of {} waits: {}", serviceName, String.valueOf(turned.cause()));
                        vertx.setTimer(pollBackoff.nextMillis(), ignored -> turn());
                    }
                });
    }

    /** Records of partitions without a position are dropped, so a failure here does not keep the loop from polling. */
    private Future<Void> position() {
        List<AssignedPartition> without = assigned.values().stream()
                .filter(partition -> !partition.positioned() && !partition.paused())
                .toList();
        return positioning.position(consumer, without).recover(failure -> {
            LOG.warn("no position yet for {} partitions: {}", without.size(), String.valueOf(failure));
            without.stream().filter(partition -> !partition.positioned()).forEach(this::pause);
            return Future.succeededFuture();
        });
    }

    private void pause(AssignedPartition partition) {
        partition.pause(clock.now());
    }

    private Future<Void> resume() {
        Instant now = clock.now();
        List<AssignedPartition> due = assigned.values().stream()
                .filter(partition -> partition.pauseOver(now))
                .toList();
        if (due.isEmpty()) {
            return Future.succeededFuture();
        }
        due.forEach(AssignedPartition::resumed);
        return consumer.resume(ids(due));
    }

    private Future<Void> housekeep() {
        Instant now = clock.now();
        if (now.isBefore(nextHousekeeping)) {
            return Future.succeededFuture();
        }
        nextHousekeeping = now.plus(HOUSEKEEPING);
        commitForLag();
        List<AssignedPartition> working = assigned.values().stream()
                .filter(partition -> partition.positioned() && !partition.paused())
                .toList();
        return retries.retryDue(ids(working)).recover(failure -> {
            LOG.warn("parked events of {} wait: {}", serviceName, String.valueOf(failure));
            return Future.succeededFuture();
        });
    }

    /** Not awaited: its answer comes with a later poll, and nothing rests on it. */
    private void commitForLag() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (AssignedPartition partition : assigned.values()) {
            if (partition.uncommitted()) {
                offsets.put(partition.id(), new OffsetAndMetadata(partition.next(), ""));
                partition.committed();
            }
        }
        if (!offsets.isEmpty()) {
            offsetCommit
                    .commit(consumer, offsets)
                    .onFailure(
                            failure -> LOG.debug("offsets of {} not committed: {}", serviceName, failure.toString()));
        }
    }

    private static Set<TopicPartition> ids(Collection<AssignedPartition> partitions) {
        return Set.copyOf(partitions.stream().map(AssignedPartition::id).toList());
    }
}
