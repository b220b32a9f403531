package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.messaging.Replays.Key;
import io.redress.kit.messaging.Replays.OfKey;
import io.redress.kit.ops.Retention;
import io.redress.kit.pg.Tx;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of records that were given up: replayed, discarded, too old, forgotten. Each test has keys of its own. */
class DeadLettersIT {

    private static final String TOPIC = "penalties.events.v1";
    private static final String TIME = "2018-04-20T10:00:00Z";

    private static MessagingFixture fixture;
    private static Events events;

    /** {@code subject#sequence} of the events that the handler cannot handle. */
    private final Set<String> poison = ConcurrentHashMap.newKeySet();

    private Duration patience = Duration.ofSeconds(60);
    private OutboxRelay relay;
    private ConsumerLoop consumer;

    @BeforeAll
    static void prepare() {
        fixture = new MessagingFixture();
        events = new Events(fixture.infrastructure, "penalty-service", "penalties", TOPIC);
    }

    @AfterAll
    static void release() {
        events.close();
        fixture.close();
    }

    @BeforeEach
    void start() {
        // What other tests on this database have left.
        fixture.run("UPDATE dead_letter SET state = 'DISCARDED', closed_at = now() WHERE state = 'OPEN'");
        fixture.run("DELETE FROM parked_event");
        relay = fixture.relay(new SimpleMeterRegistry());
        await(relay.start());
        startConsumer();
    }

    @AfterEach
    void stop() {
        await(consumer.stop());
        await(relay.stop());
    }

    @Test
    void what_fails_again_stays_open_with_its_new_cause_and_the_next_replay_goes_on_in_order() {
        poison.add("pen_twice#1");
        publish("shop_twice", "pen_twice", 1);
        publish("shop_twice", "pen_twice", 2);
        publish("shop_twice", "pen_other", 1);
        untilParked("shop_twice", 2);
        DeadLetter letter = fixture.openDeadLetter(consumer, "shop_twice");

        Replays.Report again = fixture.replay(consumer, TOPIC, "shop_twice");

        assertThat(again.keys())
                .containsExactly(new OfKey(
                        new Key(TOPIC, "shop_twice"),
                        0,
                        Optional.of(new Replays.Failure(letter.id(), "cannot do pen_twice#1"))));
        DeadLetter tried = fixture.openDeadLetter(consumer, "shop_twice");
        assertThat(tried.attempts()).isEqualTo(1);
        assertThat(tried.lastFailure().orElseThrow().cause()).isEqualTo("cannot do pen_twice#1");
        assertThat(parked("shop_twice")).isEqualTo(2);
        poison.clear();

        assertThat(fixture.replay(consumer, TOPIC, "shop_twice").keys())
                .containsExactly(new OfKey(new Key(TOPIC, "shop_twice"), 1, Optional.empty()));

        assertThat(fixture.seen("pen_twice")).containsExactly(1L, 2L);
        assertThat(fixture.seen("pen_other")).containsExactly(1L);
        assertThat(parked("shop_twice")).isZero();
        assertThat(closedBy("shop_twice")).isEqualTo(MessagingFixture.OPERATOR);
    }

    @Test
    void a_second_replay_finds_nothing_and_handles_nothing() {
        poison.add("pen_once#1");
        publish("shop_once", "pen_once", 1);
        untilOpen("shop_once");
        poison.clear();
        fixture.replay(consumer, TOPIC, "shop_once");

        Replays.Report second = fixture.replay(consumer, TOPIC, "shop_once");

        assertThat(second).isEqualTo(new Replays.Report(List.of(), false));
        assertThat(fixture.seen("pen_once")).containsExactly(1L);
    }

    @Test
    void all_goes_key_by_key_and_a_key_that_fails_again_does_not_hold_up_the_others() {
        for (String key : List.of("all_1", "all_2", "all_3")) {
            poison.add("pen_" + key + "#1");
            publish("shop_" + key, "pen_" + key, 1);
            publish("shop_" + key, "pen_" + key, 2);
            untilParked("shop_" + key, 1);
        }
        poison.remove("pen_all_1#1");
        poison.remove("pen_all_3#1");

        Replays.Report report = await(consumer.replays().replayAll(MessagingFixture.OPERATOR));

        assertThat(report.more()).isFalse();
        assertThat(report.keys())
                .extracting(outcome -> outcome.key().key() + " " + outcome.closed() + " "
                        + outcome.failure().map(Replays.Failure::cause).orElse(""))
                .containsExactly("shop_all_1 1 ", "shop_all_2 0 cannot do pen_all_2#1", "shop_all_3 1 ");
        assertThat(fixture.seen("pen_all_1")).containsExactly(1L, 2L);
        assertThat(fixture.seen("pen_all_2")).isEmpty();
        assertThat(fixture.seen("pen_all_3")).containsExactly(1L, 2L);
    }

    @Test
    void an_event_that_came_too_late_behind_its_successors_dead_letter_is_handled_before_it() {
        impatient();
        publish("shop_late", "pen_late", 1);
        publish("shop_late", "pen_late", 3);
        untilOpen("shop_late");
        assertThat(fixture.openDeadLetter(consumer, "shop_late").cause())
                .contains("earlier event")
                .contains("missing");
        publish("shop_late", "pen_late", 2);
        untilParked("shop_late", 1);

        fixture.replay(consumer, TOPIC, "shop_late");

        assertThat(fixture.seen("pen_late")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_discard_does_not_take_an_earlier_event_with_it() {
        impatient();
        publish("shop_kept", "pen_kept", 1);
        publish("shop_kept", "pen_kept", 3);
        untilOpen("shop_kept");
        publish("shop_kept", "pen_kept", 2);
        untilParked("shop_kept", 1);

        fixture.discard(consumer, "shop_kept");

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_kept")).containsExactly(1L, 2L));
    }

    @Test
    void an_event_older_than_the_window_is_a_dead_letter_while_other_keys_go_on() {
        publishOld("shop_old", "pen_old", 1);
        publish("shop_old", "pen_old", 2);
        publish("shop_young", "pen_young", 1);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_young")).containsExactly(1L));
        untilParked("shop_old", 1);
        assertThat(fixture.openDeadLetter(consumer, "shop_old").cause()).startsWith("too old: recorded ");
        assertThat(fixture.seen("pen_old")).isEmpty();
    }

    @Test
    void a_replay_handles_what_is_too_old_and_what_is_too_old_behind_it() {
        publishOld("shop_aged", "pen_aged", 1);
        publishOld("shop_aged", "pen_aged", 2);
        publishOld("shop_aged", "pen_aged", 3);
        untilParked("shop_aged", 2);

        Replays.Report report = fixture.replay(consumer, TOPIC, "shop_aged");

        assertThat(report.keys()).containsExactly(new OfKey(new Key(TOPIC, "shop_aged"), 1, Optional.empty()));
        assertThat(fixture.seen("pen_aged")).containsExactly(1L, 2L, 3L);
        assertThat(open("shop_aged")).isZero();
    }

    @Test
    void what_is_too_old_behind_a_discarded_one_is_a_dead_letter_of_its_own() {
        publishOld("shop_past", "pen_past", 1);
        publishOld("shop_past", "pen_past", 2);
        untilParked("shop_past", 1);

        fixture.discard(consumer, "shop_past");

        patiently().until(() -> parked("shop_past"), parked -> parked == 0);
        assertThat(fixture.openDeadLetter(consumer, "shop_past").sequence()).contains(2L);
        assertThat(fixture.seen("pen_past")).isEmpty();
    }

    @Test
    void a_duplicate_is_dropped_however_old_it_is() {
        publish("shop_dup", "pen_dup", 1);
        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_dup")).containsExactly(1L));

        publishOld("shop_dup", "pen_dup", 1);
        publish("shop_dup", "pen_dup", 2);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_dup")).containsExactly(1L, 2L));
        assertThat(open("shop_dup")).isZero();
    }

    @Test
    void a_topic_read_again_after_everything_closed_was_forgotten_handles_nothing_twice() {
        poison.add("pen_again_1#1");
        publish("shop_again_1", "pen_again_1", 1);
        publish("shop_again_1", "pen_again_1", 2);
        untilParked("shop_again_1", 1);
        poison.clear();
        fixture.replay(consumer, TOPIC, "shop_again_1");
        fixture.run("UPDATE dead_letter SET closed_at = now() - interval '29 days' WHERE key = 'shop_again_1'");
        await(retention().forget());
        await(consumer.stop());
        fixture.run("UPDATE consumer_offset SET next = 0");

        startConsumer();
        publish("shop_again_1", "pen_again_1", 3);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_again_1")).containsExactly(1L, 2L, 3L));
        assertThat(open("shop_again_1")).isZero();
    }

    @Test
    void closed_dead_letters_are_forgotten_after_the_window_and_open_ones_and_sequences_never() {
        publishText("shop_forgotten");
        publishText("shop_remembered");
        publishText("shop_still_open");
        untilOpen("shop_forgotten");
        untilOpen("shop_remembered");
        untilOpen("shop_still_open");
        fixture.run("UPDATE dead_letter SET opened_at = now() - interval '90 days' WHERE key LIKE 'shop\\_%'");
        fixture.discard(consumer, "shop_forgotten");
        fixture.discard(consumer, "shop_remembered");
        fixture.run(
                "UPDATE dead_letter SET closed_at = now() - interval '28 days 1 minute' WHERE key = 'shop_forgotten'");
        fixture.run(
                "UPDATE dead_letter SET closed_at = now() - interval '27 days 23 hours' WHERE key = 'shop_remembered'");
        long subjects = fixture.count("SELECT count(*) FROM inbox");
        fixture.run("UPDATE inbox SET handled_at = now() - interval '90 days'");

        await(retention().forget());

        assertThat(letters("shop_forgotten")).isZero();
        assertThat(letters("shop_remembered")).isEqualTo(1);
        assertThat(open("shop_still_open")).isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM inbox")).isEqualTo(subjects);
    }

    @Test
    void another_brokers_record_at_the_same_place_is_a_dead_letter_of_its_own() {
        publishText("shop_first_broker");
        untilOpen("shop_first_broker");
        DeadLetter first = fixture.openDeadLetter(consumer, "shop_first_broker");
        ConsumedRecord other =
                new ConsumedRecord(first.topic(), first.partition(), first.offset(), "shop_second_broker", "{}");

        await(fixture.database.inTransaction(
                tx -> new Burial(MessagingFixture.SERVICE, fixture.metrics).bury(tx, other, Optional.empty(), "no")));

        assertThat(open("shop_first_broker")).isEqualTo(1);
        assertThat(fixture.openDeadLetter(consumer, "shop_second_broker").envelope())
                .isEqualTo("{}");
    }

    @Test
    void gauges_say_how_many_are_open_and_parked_and_how_old_the_oldest_is() {
        poison.add("pen_gauge#1");
        publish("shop_gauge", "pen_gauge", 1);
        publish("shop_gauge", "pen_gauge", 2);
        publish("shop_gauge", "pen_gauge", 3);
        untilParked("shop_gauge", 2);
        fixture.run("UPDATE dead_letter SET opened_at = now() - interval '1 hour' WHERE key = 'shop_gauge'");
        MeterRegistry registry = new SimpleMeterRegistry();
        BacklogGauges gauges = new BacklogGauges(
                fixture.infrastructure.vertx(),
                fixture.database,
                MachineClock.system(),
                registry,
                List.of(TOPIC, "cases.events.v1"));

        await(gauges.count());

        assertThat(gauge(registry, "redress.dead.letters.open", TOPIC)).isEqualTo(1);
        assertThat(gauge(registry, "redress.parked.events", TOPIC)).isEqualTo(2);
        assertThat(gauge(registry, "redress.dead.letters.oldest.seconds", TOPIC))
                .isBetween(3_590.0, 3_700.0);
        assertThat(gauge(registry, "redress.parked.events.oldest.seconds", TOPIC))
                .isBetween(0.0, 120.0);
        assertThat(gauge(registry, "redress.dead.letters.open", "cases.events.v1"))
                .isZero();

        fixture.discard(consumer, "shop_gauge");
        patiently().until(() -> parked("shop_gauge"), parked -> parked == 0);
        await(gauges.count());

        assertThat(gauge(registry, "redress.dead.letters.open", TOPIC)).isZero();
        assertThat(gauge(registry, "redress.dead.letters.oldest.seconds", TOPIC))
                .isZero();
        assertThat(gauge(registry, "redress.parked.events", TOPIC)).isZero();
    }

    private Future<Handling> handle(IncomingEvent event, Tx tx) {
        String name = event.subject() + "#" + event.sequence();
        return poison.contains(name)
                ? Future.failedFuture(new PoisonEvent("cannot do " + name))
                : MessagingFixture.see(event, tx);
    }

    private void startConsumer() {
        consumer = fixture.consumer(patience, Map.of(TOPIC, this::handle), relay::wake);
        await(consumer.start());
    }

    /** What is parked becomes a dead letter soon. */
    private void impatient() {
        await(consumer.stop());
        patience = Duration.ofMillis(300);
        startConsumer();
    }

    private static Retention retention() {
        return new Retention(fixture.infrastructure.vertx(), fixture.database, Optional.of(MessagingFixture.WINDOW));
    }

    private static void publish(String key, String subject, long sequence) {
        events.publish(key, event(subject, sequence));
    }

    private static void publishOld(String key, String subject, long sequence) {
        Instant recorded = Instant.now().minus(MessagingFixture.WINDOW).minusSeconds(60);
        events.publish(key, event(subject, sequence).put("time", recorded.toString()));
    }

    private static void publishText(String key) {
        events.publishText(key, "not an event of " + key);
    }

    private static JsonObject event(String subject, long sequence) {
        return events.envelope(subject, sequence, "PenaltyInForce", TIME, new JsonObject().put("penaltyId", subject));
    }

    private static void untilParked(String key, long count) {
        patiently().until(() -> parked(key), parked -> parked == count);
    }

    private static void untilOpen(String key) {
        patiently().until(() -> open(key), open -> open == 1);
    }

    private static long parked(String key) {
        return fixture.count("SELECT count(*) FROM parked_event WHERE key = $1", key);
    }

    private static long open(String key) {
        return fixture.count("SELECT count(*) FROM dead_letter WHERE key = $1 AND state = 'OPEN'", key);
    }

    private static long letters(String key) {
        return fixture.count("SELECT count(*) FROM dead_letter WHERE key = $1", key);
    }

    private static String closedBy(String key) {
        return await(fixture.database.read(
                        tx -> tx.query("SELECT closed_by FROM dead_letter WHERE key = $1", Tuple.of(key))
                                .map(rows -> rows.iterator().next())))
                .getString("closed_by");
    }

    private static double gauge(MeterRegistry registry, String name, String topic) {
        return registry.get(name).tag("topic", topic).gauge().value();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
