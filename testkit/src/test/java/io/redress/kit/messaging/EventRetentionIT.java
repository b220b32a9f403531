package io.redress.kit.messaging;

import static io.redress.kit.messaging.DeadLetterSteps.TOPIC;
import static io.redress.kit.messaging.DeadLetterSteps.patiently;
import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.messaging.Replays.Key;
import io.redress.kit.messaging.Replays.OfKey;
import io.redress.kit.ops.Retention;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is too old, what is forgotten, and that nothing is handled twice for it. Each test has keys of its own. */
class EventRetentionIT {

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
    void an_event_older_than_the_window_is_a_dead_letter_while_other_keys_go_on() {
        steps.publishOld("shop_old", "pen_old", 1);
        steps.publish("shop_old", "pen_old", 2);
        steps.publish("shop_young", "pen_young", 1);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_young")).containsExactly(1L));
        steps.untilParked("shop_old", 1);
        assertThat(fixture.openDeadLetter(steps.consumer, "shop_old").cause()).startsWith("too old: recorded ");
        assertThat(fixture.seen("pen_old")).isEmpty();
    }

    @Test
    void a_replay_handles_what_is_too_old_and_what_is_too_old_behind_it() {
        steps.publishOld("shop_aged", "pen_aged", 1);
        steps.publishOld("shop_aged", "pen_aged", 2);
        steps.publishOld("shop_aged", "pen_aged", 3);
        steps.untilParked("shop_aged", 2);

        Replays.Report report = fixture.replay(steps.consumer, TOPIC, "shop_aged");

        assertThat(report.keys()).containsExactly(new OfKey(new Key(TOPIC, "shop_aged"), 1, Optional.empty()));
        assertThat(fixture.seen("pen_aged")).containsExactly(1L, 2L, 3L);
        assertThat(steps.open("shop_aged")).isZero();
    }

    @Test
    void what_is_too_old_behind_a_discarded_one_is_a_dead_letter_of_its_own() {
        steps.publishOld("shop_past", "pen_past", 1);
        steps.publishOld("shop_past", "pen_past", 2);
        steps.untilParked("shop_past", 1);

        fixture.discard(steps.consumer, "shop_past");

        patiently().until(() -> steps.parked("shop_past"), parked -> parked == 0);
        assertThat(fixture.openDeadLetter(steps.consumer, "shop_past").sequence())
                .contains(2L);
        assertThat(fixture.seen("pen_past")).isEmpty();
    }

    @Test
    void a_duplicate_is_dropped_however_old_it_is() {
        steps.publish("shop_dup", "pen_dup", 1);
        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_dup")).containsExactly(1L));

        steps.publishOld("shop_dup", "pen_dup", 1);
        steps.publish("shop_dup", "pen_dup", 2);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_dup")).containsExactly(1L, 2L));
        assertThat(steps.open("shop_dup")).isZero();
    }

    @Test
    void a_topic_read_again_after_everything_closed_was_forgotten_handles_nothing_twice() {
        steps.poison.add("pen_again_1#1");
        steps.publish("shop_again_1", "pen_again_1", 1);
        steps.publish("shop_again_1", "pen_again_1", 2);
        steps.untilParked("shop_again_1", 1);
        steps.poison.clear();
        fixture.replay(steps.consumer, TOPIC, "shop_again_1");
        fixture.run("UPDATE dead_letter SET closed_at = now() - interval '29 days' WHERE key = 'shop_again_1'");
        await(retention().forget());
        assertThat(steps.letters("shop_again_1")).isZero();
        steps.stopConsumer();
        fixture.run("UPDATE consumer_offset SET next = 0");

        steps.startConsumer();
        steps.publish("shop_again_1", "pen_again_1", 3);

        patiently().untilAsserted(() -> assertThat(fixture.seen("pen_again_1")).containsExactly(1L, 2L, 3L));
        assertThat(steps.open("shop_again_1")).isZero();
    }

    @Test
    void closed_dead_letters_are_forgotten_after_the_window_and_open_ones_and_sequences_never() {
        steps.publishText("shop_forgotten");
        steps.publishText("shop_remembered");
        steps.publishText("shop_still_open");
        steps.untilOpen("shop_forgotten");
        steps.untilOpen("shop_remembered");
        steps.untilOpen("shop_still_open");
        fixture.run("UPDATE dead_letter SET opened_at = now() - interval '90 days' WHERE key LIKE 'shop\\_%'");
        fixture.discard(steps.consumer, "shop_forgotten");
        fixture.discard(steps.consumer, "shop_remembered");
        fixture.run(
                "UPDATE dead_letter SET closed_at = now() - interval '28 days 1 minute' WHERE key = 'shop_forgotten'");
        fixture.run(
                "UPDATE dead_letter SET closed_at = now() - interval '27 days 23 hours' WHERE key = 'shop_remembered'");
        long subjects = fixture.count("SELECT count(*) FROM inbox");
        fixture.run("UPDATE inbox SET handled_at = now() - interval '90 days'");

        await(retention().forget());

        assertThat(steps.letters("shop_forgotten")).isZero();
        assertThat(steps.letters("shop_remembered")).isEqualTo(1);
        assertThat(steps.open("shop_still_open")).isEqualTo(1);
        assertThat(fixture.count("SELECT count(*) FROM inbox")).isEqualTo(subjects);
    }

    private static Retention retention() {
        return new Retention(fixture.infrastructure.vertx(), fixture.database, Optional.of(MessagingFixture.WINDOW));
    }
}
