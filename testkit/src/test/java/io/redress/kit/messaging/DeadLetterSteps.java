package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.pg.Tx;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** A consumer that cannot handle what it is told, and what a test does around it. */
final class DeadLetterSteps implements AutoCloseable {

    static final String TOPIC = "penalties.events.v1";

    private static final String TIME = "2018-04-20T10:00:00Z";

    final MessagingFixture fixture = new MessagingFixture();

    /** {@code subject#sequence} of the events that the handler cannot handle. */
    final Set<String> poison = ConcurrentHashMap.newKeySet();

    ConsumerLoop consumer;

    private final Events events = new Events(fixture.infrastructure, "penalty-service", "penalties", TOPIC);
    private Duration patience;
    private OutboxRelay relay;

    /** Begins without what other tests on this database have left. */
    void start() {
        fixture.run("UPDATE dead_letter SET state = 'DISCARDED', closed_at = now() WHERE state = 'OPEN'");
        fixture.run("DELETE FROM parked_event");
        poison.clear();
        patience = Duration.ofSeconds(60);
        relay = fixture.relay(new SimpleMeterRegistry());
        await(relay.start());
        startConsumer();
    }

    void stop() {
        stopConsumer();
        await(relay.stop());
    }

    void startConsumer() {
        consumer = fixture.consumer(patience, Map.of(TOPIC, this::handle), relay::wake);
        await(consumer.start());
    }

    void stopConsumer() {
        await(consumer.stop());
    }

    /** What is parked becomes a dead letter soon. */
    void impatient() {
        stopConsumer();
        patience = Duration.ofMillis(300);
        startConsumer();
    }

    void publish(String key, String subject, long sequence) {
        events.publish(key, event(subject, sequence));
    }

    /** Recorded a minute before the window. */
    void publishOld(String key, String subject, long sequence) {
        Instant recorded = Instant.now().minus(MessagingFixture.WINDOW).minusSeconds(60);
        events.publish(key, event(subject, sequence).put("time", recorded.toString()));
    }

    void publishText(String key) {
        events.publishText(key, "not an event of " + key);
    }

    void untilParked(String key, long count) {
        patiently().until(() -> parked(key), parked -> parked == count);
    }

    void untilOpen(String key) {
        patiently().until(() -> open(key), open -> open == 1);
    }

    long parked(String key) {
        return fixture.count("SELECT count(*) FROM parked_event WHERE key = $1", key);
    }

    long open(String key) {
        return fixture.count("SELECT count(*) FROM dead_letter WHERE key = $1 AND state = 'OPEN'", key);
    }

    long letters(String key) {
        return fixture.count("SELECT count(*) FROM dead_letter WHERE key = $1", key);
    }

    String closedBy(String key) {
        return await(fixture.database.read(
                        tx -> tx.query("SELECT closed_by FROM dead_letter WHERE key = $1", Tuple.of(key))
                                .map(rows -> rows.iterator().next())))
                .getString("closed_by");
    }

    static ConditionFactory patiently() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    @Override
    public void close() {
        events.close();
        fixture.close();
    }

    private Future<Handling> handle(IncomingEvent event, Tx tx) {
        String name = event.subject() + "#" + event.sequence();
        return poison.contains(name)
                ? Future.failedFuture(new PoisonEvent("cannot do " + name))
                : MessagingFixture.see(event, tx);
    }

    private JsonObject event(String subject, long sequence) {
        return events.envelope(subject, sequence, "PenaltyInForce", TIME, new JsonObject().put("penaltyId", subject));
    }
}
