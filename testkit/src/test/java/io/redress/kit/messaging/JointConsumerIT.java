package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.kit.pg.Tx;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Events that share transactions. Those of a test are published while nobody reads, so that they come together. */
class JointConsumerIT {

    private static final String TOPIC = "penalties.events.v1";
    private static final String TIME = "2018-04-20T10:00:00Z";
    private static final String SHARING = "PenaltyInForce";
    private static final int MOST = 32;

    private static MessagingFixture fixture;
    private static Events events;

    private final Seeing handler = new Seeing();
    private final List<ConsumerLoop> consumers = new ArrayList<>();

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

    @AfterEach
    void stop() {
        consumers.forEach(consumer -> await(consumer.stop()));
    }

    @Test
    void events_that_come_together_are_committed_together() {
        List<String> subjects = subjects("pen_joint", 100);
        subjects.forEach(subject -> publish(subject, 1, SHARING));

        startConsumer();

        patiently().until(() -> seenOnce("pen_joint"), seen -> seen == 100);
        assertThat(handler.together).allMatch(size -> size >= 2 && size <= MOST);
        assertThat(transactions("pen_joint")).isLessThanOrEqualTo(50);
        assertThat(fixture.count("SELECT count(*) FROM inbox WHERE subject LIKE 'pen_joint%' AND sequence = 1"))
                .isEqualTo(100);
    }

    @Test
    void duplicates_gaps_and_reordering_end_in_the_same_state() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> subjects = subjects("pen_mixed", 12);
        List<JsonObject> arrivals = new ArrayList<>();
        for (String subject : subjects) {
            LongStream.rangeClosed(1, 8).forEach(sequence -> {
                arrivals.add(event(subject, sequence, random.nextInt(5) == 0 ? "PenaltyServed" : SHARING));
                if (random.nextInt(4) == 0) {
                    arrivals.add(event(subject, sequence, SHARING));
                }
            });
        }
        if (random.nextBoolean()) {
            Collections.shuffle(arrivals, random);
        }
        arrivals.forEach(event -> events.publish("shop of " + event.getString("subject"), event));

        startConsumer();

        for (String subject : subjects) {
            patiently().untilAsserted(() -> assertThat(fixture.seen(subject))
                    .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
        }
    }

    @Test
    void one_that_cannot_be_handled_hurts_none_of_the_others() {
        List<String> subjects = subjects("pen_beside", 20);
        subjects.subList(0, 10).forEach(subject -> publish(subject, 1, SHARING));
        publish("pen_poisoned", 1, SHARING);
        subjects.subList(10, 20).forEach(subject -> publish(subject, 1, SHARING));

        startConsumer();

        patiently().until(() -> seenOnce("pen_beside"), seen -> seen == 20);
        patiently()
                .until(
                        () -> fixture.count("SELECT count(*) FROM dead_letter WHERE subject = 'pen_poisoned'"),
                        letters -> letters == 1);
        assertThat(fixture.seen("pen_poisoned")).isEmpty();
    }

    @Test
    void what_was_parked_behind_one_of_them_is_handled_after_it() {
        List<String> subjects = subjects("pen_before", 10);
        subjects.forEach(subject -> publish(subject, 2, "PenaltyServed"));
        startConsumer();
        patiently()
                .until(
                        () -> fixture.count("SELECT count(*) FROM parked_event WHERE subject LIKE 'pen_before%'"),
                        parked -> parked == 10);
        consumers.forEach(consumer -> await(consumer.stop()));
        consumers.clear();
        subjects.forEach(subject -> publish(subject, 1, SHARING));

        startConsumer();

        for (String subject : subjects) {
            patiently().untilAsserted(() -> assertThat(fixture.seen(subject)).containsExactly(1L, 2L));
        }
    }

    @Test
    void two_consumers_of_the_group_handle_each_event_once_while_partitions_change_hands() {
        List<String> subjects = subjects("pen_handed", 8);
        startConsumer();
        publishAll(subjects, 1, 10);
        startConsumer();
        publishAll(subjects, 11, 20);
        patiently().until(() -> fixture.seen("pen_handed0").size() >= 11);
        await(consumers.remove(0).stop());
        publishAll(subjects, 21, 30);

        for (String subject : subjects) {
            patiently().untilAsserted(() -> assertThat(fixture.seen(subject))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 30).boxed().toList()));
        }
    }

    private void startConsumer() {
        ConsumerLoop consumer = fixture.consumer(Duration.ofSeconds(60), Map.of(TOPIC, handler), () -> {});
        await(consumer.start());
        consumers.add(consumer);
    }

    private static void publishAll(List<String> subjects, long from, long to) {
        for (long sequence = from; sequence <= to; sequence++) {
            for (String subject : subjects) {
                publish(subject, sequence, SHARING);
            }
        }
    }

    private static List<String> subjects(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> prefix + number).toList();
    }

    private static void publish(String subject, long sequence, String type) {
        events.publish("shop of " + subject, event(subject, sequence, type));
    }

    private static JsonObject event(String subject, long sequence, String type) {
        return events.envelope(subject, sequence, type, TIME, new JsonObject().put("penaltyId", subject));
    }

    /** How many subjects were seen, or -1 if one of them was seen twice. */
    private static long seenOnce(String prefix) {
        return fixture.count(
                "SELECT CASE WHEN count(*) = count(DISTINCT subject) THEN count(*) ELSE -1 END FROM seen WHERE starts_with(subject, $1)",
                prefix);
    }

    private static long transactions(String prefix) {
        return fixture.count("SELECT count(DISTINCT xmin::text) FROM seen WHERE starts_with(subject, $1)", prefix);
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }

    /** Notes every event in table seen; {@code pen_poisoned} cannot be handled. */
    private static final class Seeing implements JointEventHandler {

        private final List<Integer> together = Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean shares(String type) {
            return type.equals(SHARING);
        }

        @Override
        public Future<Handling> handle(IncomingEvent event, Tx tx) {
            Future<Handling> seen = MessagingFixture.see(event, tx);
            return event.subject().equals("pen_poisoned")
                    ? seen.compose(done -> Future.failedFuture(new PoisonEvent("no such clause")))
                    : seen;
        }

        @Override
        public Future<Void> handleTogether(List<IncomingEvent> events, Tx tx) {
            together.add(events.size());
            return Future.all(events.stream().map(event -> handle(event, tx)).toList())
                    .mapEmpty();
        }
    }
}
