package io.redress.simulators.marketplace;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.kafka.client.common.TopicPartition;
import io.vertx.kafka.client.consumer.KafkaConsumer;
import io.vertx.kafka.client.consumer.KafkaConsumerRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows what penalties do to shops, and what rulings order of the marketplace. The marketplace keeps its state in memory, so each start reads the topic from
 * its beginning and nothing is ever committed; target sets carry versions, so what was done before is not done twice.
 */
final class PenaltyEventsFeed {
    static final String TOPIC = "penalties.events.v1";
    static final String RULINGS = "cases.events.v1";

    private static final Logger LOG = LoggerFactory.getLogger(PenaltyEventsFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final Vertx vertx;
    private final Consumer<TargetSet> taker;
    private final Consumer<TransferOrder> transfers;
    private final KafkaConsumer<String, String> consumer;
    private final Promise<Void> ended = Promise.promise();
    private volatile boolean stopped;

    PenaltyEventsFeed(
            Vertx vertx, MarketplaceConfig config, Consumer<TargetSet> taker, Consumer<TransferOrder> transfers) {
        this.vertx = vertx;
        this.taker = taker;
        this.transfers = transfers;
        this.consumer = KafkaConsumer.create(vertx, settings(config));
    }

    Future<Void> start() {
        return consumer.subscribe(Set.of(TOPIC, RULINGS)).onSuccess(subscribed -> poll());
    }

    /** How many events have been published but not been seen here yet. */
    Future<Long> lag() {
        return consumer.assignment().compose(consumer::endOffsets).compose(ends -> {
            List<Future<Long>> behind = new ArrayList<>();
            ends.forEach((partition, end) -> behind.add(behind(partition, end)));
            return Future.all(behind)
                    .map(all -> behind.stream().mapToLong(Future::result).sum());
        });
    }

    Future<Void> stop() {
        stopped = true;
        // A poll that is queued when the consumer closes would never settle: the loop ends first.
        return ended.future().compose(done -> consumer.close());
    }

    private Future<Long> behind(TopicPartition partition, long end) {
        return consumer.position(partition).map(position -> Math.max(0, end - position));
    }

    private void poll() {
        if (stopped) {
            ended.tryComplete();
            return;
        }
        consumer.poll(POLL).onComplete(polled -> {
            if (polled.succeeded()) {
                take(polled.result());
                poll();
            } else {
                LOG.warn("events cannot be read: {}", polled.cause().toString());
                vertx.timer(PAUSE_AFTER_FAILURE_MILLIS).onComplete(waited -> poll());
            }
        });
    }

    private void take(KafkaConsumerRecords<String, String> records) {
        for (int i = 0; i < records.size(); i++) {
            String value = records.recordAt(i).value();
            try {
                JsonObject envelope = new JsonObject(value);
                TransferOrder.read(envelope).ifPresentOrElse(transfers, () -> TargetSet.read(envelope)
                        .ifPresent(taker));
            } catch (DecodeException | ClassCastException | NullPointerException | java.time.DateTimeException e) {
                LOG.warn("an event cannot be understood and is skipped: {}", e.toString());
            }
        }
    }

    private static Map<String, String> settings(MarketplaceConfig config) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", config.kafkaBootstrap());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
                        + escaped(config.kafkaUser()) + "\" password=\"" + escaped(config.kafkaPassword()) + "\";");
        settings.put("group.id", config.kafkaUser());
        settings.put("client.id", config.kafkaUser());
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("key.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        settings.put("value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer");
        return settings;
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
