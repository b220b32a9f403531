package io.redress.kit.messaging;

import static io.redress.kit.messaging.DeadLetterSteps.TOPIC;
import static io.redress.kit.messaging.DeadLetterSteps.patiently;
import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.messaging.Replays.Key;
import io.redress.kit.messaging.Replays.OfKey;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do about records that were given up, and what tells them. Each test has keys of its own. */
class DeadLettersIT {

    private static DeadLetterSteps steps;
    private static MessagingFixture fixture;

    @BeforeAll
    static void prepare() {
        steps = new DeadLetterSteps();
        fixture = steps.fixture;
    }

    @AfterAll
    static void release() {
        steps.close();
    }

    @BeforeEach
    void start() {
        steps.start();
    }

    @AfterEach
    void stop() {
        steps.stop();
    }

    @Test
    void what_fails_again_stays_open_with_its_new_cause_and_the_next_replay_goes_on_in_order() {
        steps.poison.add("pen_twice#1");
        steps.publish("shop_twice", "pen_twice", 1);
        steps.publish("shop_twice", "pen_twice", 2);
        steps.publish("shop_twice", "pen_other", 1);
        steps.untilParked("shop_twice", 2);
        DeadLetter letter = fixture.openDeadLetter(steps.consumer, "shop_twice");

        Replays.Report again = fixture.replay(steps.consumer, TOPIC, "shop_twice");

        assertThat(again.keys())
                .containsExactly(new OfKey(
                        new Key(TOPIC, "shop_twice"),
                        0,
                        Optional.of(new Replays.Failure(letter.id(), "cannot do pen_twice#1"))));
        DeadLetter tried = fixture.openDeadLetter(steps.consumer, "shop_twice");
        assertThat(tried.attempts()).isEqualTo(1);
        assertThat(tried.lastFailure().orElseThrow().cause()).isEqualTo("cannot do pen_twice#1");
        assertThat(steps.parked("shop_twice")).isEqualTo(2);
        steps.poison.clear();

        assertThat(fixture.replay(steps.consumer, TOPIC, "shop_twice").keys())
                .containsExactly(new OfKey(new Key(TOPIC, "shop_twice"), 1, Optional.empty()));

        assertThat(fixture.seen("pen_twice")).containsExactly(1L, 2L);
        assertThat(fixture.seen("pen_other")).containsExactly(1L);
        assertThat(steps.parked("shop_twice")).isZero();
        assertThat(steps.closedBy("shop_twice")).isEqualTo(MessagingFixture.OPERATOR);
    }

    @Test
    void a_second_replay_finds_nothing_and_handles_nothing() {
        steps.poison.add("pen_once#1");
        steps.publish("shop_once", "pen_once", 1);
        steps.untilOpen("shop_once");
        steps.poison.clear();
        fixture.replay(steps.consumer, TOPIC, "shop_once");

        Replays.Report second = fixture.replay(steps.consumer, TOPIC, "shop_once");

        assertThat(second).isEqualTo(new Replays.Report(List.of(), false));
        assertThat(fixture.seen("pen_once")).containsExactly(1L);
    }

    @Test
    void all_goes_key_by_key_and_a_key_that_fails_again_does_not_hold_up_the_others() {
        for (String key : List.of("all_1", "all_2", "all_3")) {
            steps.poison.add("pen_" + key + "#1");
            steps.publish("shop_" + key, "pen_" + key, 1);
            steps.publish("shop_" + key, "pen_" + key, 2);
            steps.untilParked("shop_" + key, 1);
        }
        steps.poison.remove("pen_all_1#1");
        steps.poison.remove("pen_all_3#1");

        Replays.Report report = await(steps.consumer.replays().replayAll(MessagingFixture.OPERATOR));

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
        steps.impatient();
        steps.publish("shop_late", "pen_late", 1);
        steps.publish("shop_late", "pen_late", 3);
        steps.untilOpen("shop_late");
        assertThat(fixture.openDeadLetter(steps.consumer, "shop_late").cause())
                .contains("earlier event")
                .contains("missing");
        steps.publish("shop_late", "pen_late", 2);
        steps.untilParked("shop_late", 1);

        fixture.replay(steps.consumer, TOPIC, "shop_late");

        assertThat(fixture.seen("pen_late")).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_discard_does_not_take_an_earlier_event_with_it() {
        steps.impatient();
        steps.publish("shop_kept", "pen_kept", 1);
        steps.publish("shop_kept", "pen_kept", 3);
        steps.untilOpen("shop_kept");
        steps.publish("shop_kept", "pen_kept", 2);
        steps.untilParked("shop_kept", 1);

        fixture.discard(steps.consumer, "shop_kept");

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_kept")).containsExactly(1L, 2L));
    }

    @Test
    void another_brokers_record_at_the_same_place_is_a_dead_letter_of_its_own() {
        steps.publishText("shop_first_broker");
        steps.untilOpen("shop_first_broker");
        DeadLetter first = fixture.openDeadLetter(steps.consumer, "shop_first_broker");
        ConsumedRecord other =
                new ConsumedRecord(first.topic(), first.partition(), first.offset(), "shop_second_broker", "{}");

        await(fixture.database.inTransaction(
                tx -> new Burial(MessagingFixture.SERVICE, fixture.metrics).bury(tx, other, Optional.empty(), "no")));

        assertThat(steps.open("shop_first_broker")).isEqualTo(1);
        assertThat(fixture.openDeadLetter(steps.consumer, "shop_second_broker").envelope())
                .isEqualTo("{}");
    }

    @Test
    void gauges_say_how_many_are_open_and_parked_and_how_old_the_oldest_is() {
        steps.poison.add("pen_gauge#1");
        steps.publish("shop_gauge", "pen_gauge", 1);
        steps.publish("shop_gauge", "pen_gauge", 2);
        steps.publish("shop_gauge", "pen_gauge", 3);
        steps.untilParked("shop_gauge", 2);
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

        fixture.discard(steps.consumer, "shop_gauge");
        patiently().until(() -> steps.parked("shop_gauge"), parked -> parked == 0);
        await(gauges.count());

        assertThat(gauge(registry, "redress.dead.letters.open", TOPIC)).isZero();
        assertThat(gauge(registry, "redress.dead.letters.oldest.seconds", TOPIC))
                .isZero();
        assertThat(gauge(registry, "redress.parked.events", TOPIC)).isZero();
    }

    private static double gauge(MeterRegistry registry, String name, String topic) {
        return registry.get(name).tag("topic", topic).gauge().value();
    }
}
