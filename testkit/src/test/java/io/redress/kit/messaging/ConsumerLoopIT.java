package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsumerLoopIT {

    private static final String TOPIC = "penalties.events.v1";
    private static final String TIME = "2018-04-20T10:00:00Z";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static MessagingFixture fixture;
    private static Events events;

    private volatile EventHandler handler;
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
        handler = MessagingFixture::see;
        relay = fixture.relay(new SimpleMeterRegistry());
        await(relay.start());
        startConsumer(PATIENCE);
    }

    @AfterEach
    void stop() {
        await(consumer.stop());
        await(relay.stop());
    }

    @Test
    void duplicates_gaps_and_reordering_end_in_the_same_state() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> subjects = List.of("pen_a", "pen_b", "pen_c", "pen_d", "pen_e", "pen_f");
        List<JsonObject> arrivals = new ArrayList<>();
        for (String subject : subjects) {
            LongStream.rangeClosed(1, 8).forEach(sequence -> {
                arrivals.add(event(subject, sequence));
                if (random.nextBoolean()) {
                    arrivals.add(event(subject, sequence));
                }
            });
        }
        Collections.shuffle(arrivals, random);

        arrivals.forEach(event -> events.publish("shop of " + event.getString("subject"), event));

        for (String subject : subjects) {
            patiently().untilAsserted(() -> assertThat(fixture.seen(subject))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        }
        patiently().until(() -> await(consumer.lag()), lag -> lag == 0);
        assertThat(fixture.count("SELECT count(*) FROM parked_event WHERE subject = ANY ($1)", (Object)
                        subjects.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void a_poison_event_becomes_a_dead_letter_while_other_keys_go_on() {
        handler = (event, tx) -> event.subject().equals("pen_bad") && event.sequence() == 2
                ? MessagingFixture.see(event, tx)
                        .compose(seen -> Future.failedFuture(new PoisonEvent("no such clause")))
                : MessagingFixture.see(event, tx);

        for (long sequence = 1; sequence <= 3; sequence++) {
            events.publish("shop_bad", event("pen_bad", sequence));
            events.publish("shop_bad", event("pen_same_key", sequence));
            events.publish("shop_good", event("pen_good", sequence));
        }

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_good")).containsExactly(1L, 2L, 3L));
        patiently().until(() -> parked("shop_bad"), parked -> parked == 3);
        assertThat(fixture.seen("pen_bad")).containsExactly(1L);
        assertThat(fixture.seen("pen_same_key")).containsExactly(1L);
        patiently().untilAsserted(() -> assertThat(fixture.published(TOPIC + ".dlt.refund-service", "shop_bad"))
                .containsExactly(event("pen_bad", 2).encode()));
        assertThat(fixture.metrics
                        .counter("redress.consumer.dead.letters", "topic", TOPIC)
                        .count())
                .isGreaterThanOrEqualTo(1);

        assertThat(fixture.openDeadLetter(consumer, "shop_bad").cause()).isEqualTo("no such clause");
        fixture.discard(consumer, "shop_bad");

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_bad")).containsExactly(1L, 3L));
        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_same_key")).containsExactly(1L, 2L, 3L));
        assertThat(parked("shop_bad")).isZero();
    }

    @Test
    void a_replayed_dead_letter_is_handled_before_those_behind_it() {
        AtomicInteger broken = new AtomicInteger(1);
        handler = (event, tx) -> event.subject().equals("pen_replay") && event.sequence() == 1 && broken.get() == 1
                ? Future.failedFuture(new PoisonEvent("broken today"))
                : MessagingFixture.see(event, tx);
        events.publish("shop_replay", event("pen_replay", 1));
        events.publish("shop_replay", event("pen_replay", 2));
        patiently().until(() -> parked("shop_replay"), parked -> parked == 1);

        broken.set(0);
        assertThat(fixture.replay(consumer, TOPIC, "shop_replay").keys())
                .containsExactly(new Replays.OfKey(new Replays.Key(TOPIC, "shop_replay"), 1, Optional.empty()));

        assertThat(fixture.seen("pen_replay")).containsExactly(1L, 2L);
        assertThat(fixture.count("SELECT count(*) FROM dead_letter WHERE key = 'shop_replay' AND state = 'OPEN'"))
                .isZero();
    }

    @Test
    void an_unreadable_record_becomes_a_dead_letter() {
        events.publishText("shop_garbled", "{\"specversion\": \u0000");
        events.publish("shop_clean", event("pen_clean", 1));

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_clean")).containsExactly(1L));
        patiently()
                .until(
                        () -> fixture.count("SELECT count(*) FROM dead_letter WHERE key = 'shop_garbled'"),
                        letters -> letters == 1);
    }

    @Test
    void an_event_that_is_not_yet_to_be_handled_is_tried_again_and_nothing_of_the_first_try_remains() {
        AtomicInteger tries = new AtomicInteger();
        handler = (event, tx) -> MessagingFixture.see(event, tx)
                .map(seen -> event.subject().equals("pen_race") && tries.incrementAndGet() == 1
                        ? Handling.notYet("the case is not known")
                        : Handling.HANDLED);

        events.publish("shop_race", event("pen_race", 1));
        events.publish("shop_race", event("pen_race", 2));

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_race")).containsExactly(1L, 2L));
        assertThat(parked("shop_race")).isZero();
    }

    @Test
    void an_event_that_stays_not_yet_beyond_its_deadline_becomes_a_dead_letter() {
        await(consumer.stop());
        startConsumer(Duration.ofMillis(500));
        handler = (event, tx) -> event.subject().equals("pen_never")
                ? Future.succeededFuture(Handling.notYet("the case is not known"))
                : MessagingFixture.see(event, tx);

        events.publish("shop_never", event("pen_never", 1));

        patiently()
                .until(
                        () -> fixture.count("SELECT count(*) FROM dead_letter WHERE key = 'shop_never'"),
                        letters -> letters == 1);
        assertThat(parked("shop_never")).isZero();
    }

    @Test
    void a_transient_failure_is_tried_again_until_it_passes() {
        AtomicInteger failures = new AtomicInteger(3);
        handler = (event, tx) -> MessagingFixture.see(event, tx)
                .compose(seen -> event.subject().equals("pen_shaky") && failures.getAndDecrement() > 0
                        ? Future.failedFuture("not now")
                        : Future.succeededFuture(Handling.HANDLED));

        events.publish("shop_shaky", event("pen_shaky", 1));
        events.publish("shop_shaky", event("pen_shaky", 2));

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_shaky")).containsExactly(1L, 2L));
    }

    @Test
    void a_defect_of_the_handler_ends_as_a_dead_letter_and_the_partition_goes_on() {
        handler = (event, tx) -> {
            if (event.subject().equals("pen_defect")) {
                throw new IllegalArgumentException("nobody thought of this");
            }
            return MessagingFixture.see(event, tx);
        };

        events.publish("shop_defect", event("pen_defect", 1));
        events.publish("shop_defect", event("pen_behind_defect", 1));

        patiently().until(() -> parked("shop_defect"), parked -> parked == 1);
        DeadLetter letter = fixture.openDeadLetter(consumer, "shop_defect");
        assertThat(letter.cause()).contains("nobody thought of this");
        assertThat(letter.subject()).contains("pen_defect");
    }

    @Test
    void the_offset_in_postgres_decides_where_a_restarted_consumer_goes_on() {
        events.publish("shop_again", event("pen_again", 1));
        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_again")).containsExactly(1L));
        await(consumer.stop());
        // A database restored from before: neither offset, inbox nor effect are there, and Kafka's offset is ahead.
        fixture.run("UPDATE consumer_offset SET next = 0");
        fixture.run("DELETE FROM inbox WHERE subject = 'pen_again'");
        fixture.run("DELETE FROM seen WHERE subject = 'pen_again'");

        startConsumer(PATIENCE);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_again")).containsExactly(1L));
    }

    @Test
    void a_stored_offset_behind_the_end_of_the_topic_leads_back_to_its_start() {
        events.publish("shop_new_broker", event("pen_new_broker", 1));
        patiently()
                .untilAsserted(() -> assertThat(fixture.seen("pen_new_broker")).containsExactly(1L));
        await(consumer.stop());
        fixture.run("UPDATE consumer_offset SET next = next + 1000");

        startConsumer(PATIENCE);
        events.publish("shop_new_broker", event("pen_new_broker", 2));

        patiently()
                .untilAsserted(() -> assertThat(fixture.seen("pen_new_broker")).containsExactly(1L, 2L));
    }

    @Test
    void goes_on_after_its_connections_were_cut() {
        events.publish("shop_cut", event("pen_cut", 1));
        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_cut")).containsExactly(1L));

        fixture.cutConnections();
        events.publish("shop_cut", event("pen_cut", 2));

        patiently().ignoreExceptions().untilAsserted(() -> assertThat(fixture.seen("pen_cut"))
                .containsExactly(1L, 2L));
    }

    @Test
    void two_consumers_of_the_group_handle_each_event_once_while_partitions_change_hands() {
        List<String> subjects = List.of("pen_s1", "pen_s2", "pen_s3", "pen_s4", "pen_s5", "pen_s6", "pen_s7", "pen_s8");
        publishAll(subjects, 1, 5);
        ConsumerLoop second = newConsumer(PATIENCE);
        await(second.start());
        publishAll(subjects, 6, 10);
        patiently().until(() -> fixture.seen("pen_s1").size() >= 6);
        await(second.stop());
        publishAll(subjects, 11, 15);

        for (String subject : subjects) {
            patiently().untilAsserted(() -> assertThat(fixture.seen(subject))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L));
        }
    }

    private static void publishAll(List<String> subjects, long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            for (String subject : subjects) {
                events.publish("shop of " + subject, event(subject, sequence));
            }
        }
    }

    private ConsumerLoop newConsumer(Duration patience) {
        return fixture.consumer(patience, Map.of(TOPIC, (event, tx) -> handler.handle(event, tx)), relay::wake);
    }

    private void startConsumer(Duration patience) {
        consumer = newConsumer(patience);
        await(consumer.start());
    }

    private static JsonObject event(String subject, long sequence) {
        return events.envelope(subject, sequence, "PenaltyInForce", TIME, new JsonObject().put("penaltyId", subject));
    }

    private static long parked(String key) {
        return fixture.count("SELECT count(*) FROM parked_event WHERE key = $1", key);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
