package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxRelayIT {

    private static final String TOPIC = "refunds.events.v1";
    private static final String FORBIDDEN_TOPIC = "penalties.events.v1";

    private static MessagingFixture fixture;
    private SimpleMeterRegistry metrics;
    private OutboxRelay relay;

    @BeforeAll
    static void prepare() {
        fixture = new MessagingFixture();
    }

    @AfterAll
    static void release() {
        fixture.close();
    }

    @BeforeEach
    void startRelay() {
        fixture.run("DELETE FROM outbox");
        metrics = new SimpleMeterRegistry();
        relay = fixture.relay(metrics);
        await(relay.start());
    }

    @AfterEach
    void stopRelay() {
        await(relay.stop());
    }

    @Test
    void publishes_the_rows_of_a_key_in_order_and_empties_the_outbox() {
        await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_order", "1")
                .compose(one -> insert(tx, TOPIC, "clm_order", "2"))
                .compose(two -> insert(tx, TOPIC, "clm_order", "3"))));
        relay.wake();

        patiently().until(this::outboxRows, rows -> rows == 0);
        assertThat(fixture.published(TOPIC, "clm_order")).containsExactly("1", "2", "3");
    }

    @Test
    void publishes_without_being_woken() {
        await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_asleep", "1")));

        patiently().until(this::outboxRows, rows -> rows == 0);
        assertThat(fixture.published(TOPIC, "clm_asleep")).containsExactly("1");
    }

    @Test
    void loses_nothing_when_a_lower_id_becomes_visible_after_a_higher_one() {
        Promise<Void> commit = Promise.promise();
        Promise<Void> inserted = Promise.promise();
        Future<Void> slow = fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_late", "lower id")
                .onSuccess(done -> inserted.complete())
                .compose(done -> commit.future()));
        await(inserted.future());
        await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_early", "higher id")));
        relay.wake();
        patiently().until(() -> fixture.published(TOPIC, "clm_early"), values -> values.size() == 1);
        assertThat(fixture.published(TOPIC, "clm_late")).isEmpty();

        commit.complete();
        await(slow);
        relay.wake();

        patiently().until(() -> fixture.published(TOPIC, "clm_late"), values -> values.equals(List.of("lower id")));
    }

    @Test
    void keeps_the_rows_of_a_key_that_the_broker_refuses_and_sends_the_others() {
        await(fixture.database.inTransaction(tx -> insert(tx, FORBIDDEN_TOPIC, "clm_refused", "1")
                .compose(one -> insert(tx, TOPIC, "clm_refused", "2"))
                .compose(two -> insert(tx, TOPIC, "clm_other", "3"))));
        relay.wake();

        patiently().until(() -> fixture.published(TOPIC, "clm_other"), values -> values.equals(List.of("3")));
        patiently().until(this::outboxRows, rows -> rows == 2);
        assertThat(fixture.count("SELECT count(*) FROM outbox WHERE key = 'clm_refused'"))
                .isEqualTo(2);
        patiently().until(this::oldestSeconds, age -> age > 0);
    }

    @Test
    void goes_on_after_its_connection_was_cut() {
        await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_cut", "before")));
        relay.wake();
        patiently().until(this::outboxRows, rows -> rows == 0);

        fixture.cutConnections();
        patiently().ignoreExceptions().until(() -> {
            await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_cut", "after")));
            return true;
        });
        relay.wake();

        patiently().until(this::outboxRows, rows -> rows == 0);
        assertThat(fixture.published(TOPIC, "clm_cut")).startsWith("before").endsWith("after");
    }

    @Test
    void a_second_relay_waits_until_the_first_has_gone() {
        OutboxRelay second = fixture.relay(new SimpleMeterRegistry());
        await(second.start());
        try {
            await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_first", "1")));
            relay.wake();
            patiently().until(this::outboxRows, rows -> rows == 0);
            assertThat(fixture.count(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())"))
                    .isEqualTo(1);
            await(relay.stop());

            await(fixture.database.inTransaction(tx -> insert(tx, TOPIC, "clm_first", "2")));

            patiently().until(this::outboxRows, rows -> rows == 0);
            assertThat(fixture.published(TOPIC, "clm_first")).containsExactly("1", "2");
        } finally {
            await(second.stop());
        }
    }

    @Test
    void the_age_that_it_tells_does_not_go_on_when_another_has_taken_over() {
        await(fixture.database.inTransaction(tx -> insert(tx, FORBIDDEN_TOPIC, "clm_taken_over", "1")));
        relay.wake();
        patiently().until(this::oldestSeconds, age -> age > 0);

        try (OtherRelay other = fixture.otherRelay()) {
            other.isNextInLine();
            fixture.cutConnections();
            other.holdsTheOutbox();

            patiently().until(this::oldestSeconds, age -> age == 0);
        }
        patiently().until(this::oldestSeconds, age -> age > 0);
    }

    private double oldestSeconds() {
        return metrics.get("redress.outbox.oldest.seconds").gauge().value();
    }

    private long outboxRows() {
        return fixture.count("SELECT count(*) FROM outbox");
    }

    private static Future<Void> insert(Tx tx, String topic, String key, String envelope) {
        return tx.query("""
                        INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope)
                        VALUES ('evt', $1, $2, $2, 1, $3)
                        """, Tuple.of(topic, key, envelope)).mapEmpty();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
