package io.redress.kit.messaging;

import static io.redress.kit.messaging.MessagingFixture.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.faults.Armed;
import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.testkit.Events;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is done and what is not yet at each point of relay and consumer: an ending that only looks takes the place of the real one. */
class CrashPointsOfMessagingIT {

    private static final String OUT = "refunds.events.v1";
    private static final String IN = "penalties.events.v1";
    private static final String TIME = "2018-04-20T10:00:00Z";

    private static MessagingFixture fixture;
    private static Events events;

    /** How many records of the key the broker has, and how many rows the outbox. */
    private record Sent(int published, long inOutbox) {}

    /** How often the event had its effect, and how many settled records the broker does not know of. */
    private record Progress(long effects, long unknownToBroker) {}

    @BeforeAll
    static void prepare() {
        fixture = new MessagingFixture();
        events = new Events(fixture.infrastructure, "penalty-service", "penalties", IN);
    }

    @AfterAll
    static void release() {
        events.close();
        fixture.close();
    }

    @Test
    void before_produce_the_broker_has_nothing() {
        assertThat(sentAt(CrashPoint.BEFORE_PRODUCE)).isEqualTo(new Sent(0, 1));
    }

    @Test
    void after_produce_the_event_is_in_the_outbox_or_with_the_broker() {
        Sent sent = sentAt(CrashPoint.AFTER_PRODUCE);

        assertThat(sent.inOutbox() + sent.published()).isPositive();
    }

    @Test
    void before_acknowledge_the_broker_has_the_event_and_the_outbox_still() {
        assertThat(sentAt(CrashPoint.BEFORE_ACKNOWLEDGE)).isEqualTo(new Sent(1, 1));
    }

    @Test
    void after_acknowledge_only_the_broker_has_it() {
        assertThat(sentAt(CrashPoint.AFTER_ACKNOWLEDGE)).isEqualTo(new Sent(1, 0));
    }

    @Test
    void a_handlers_effect_and_its_offset_are_durable_after_commit_and_not_before() {
        assertThat(consumedAt(
                        CrashPoint.BEFORE_STATEMENT, "PenaltyProposed", "pen_bs", CrashPointsOfMessagingIT::effects))
                .isZero();
        assertThat(consumedAt(
                        CrashPoint.AFTER_STATEMENT, "PenaltyProposed", "pen_as", CrashPointsOfMessagingIT::effects))
                .isZero();
        assertThat(consumedAt(CrashPoint.BEFORE_COMMIT, "PenaltyProposed", "pen_bc", CrashPointsOfMessagingIT::effects))
                .isZero();
        assertThat(consumedAt(CrashPoint.AFTER_COMMIT, "PenaltyProposed", "pen_ac", CrashPointsOfMessagingIT::effects))
                .isEqualTo(1);
    }

    @Test
    void around_the_offset_the_effect_is_durable_and_the_broker_learns_of_it_between() {
        Progress before = consumedAt(CrashPoint.BEFORE_OFFSET, IN, "pen_bo", CrashPointsOfMessagingIT::progress);
        Progress after = consumedAt(CrashPoint.AFTER_OFFSET, IN, "pen_ao", CrashPointsOfMessagingIT::progress);

        assertThat(before.effects()).isEqualTo(1);
        assertThat(before.unknownToBroker()).isPositive();
        assertThat(after).isEqualTo(new Progress(1, 0));
    }

    private static Sent sentAt(CrashPoint point) {
        fixture.run("DELETE FROM outbox");
        String key = "clm_" + point;
        CompletableFuture<Sent> seen = new CompletableFuture<>();
        CrashPoints points = armed(new Armed(point, "ClaimBooked", 1), seen, () -> {
            // the outbox first: what leaves it meanwhile is with the broker by then
            long inOutbox = fixture.countAside("SELECT count(*) FROM refunds.outbox");
            return new Sent(fixture.published(OUT, key).size(), inOutbox);
        });
        OutboxRelay relay = fixture.relay(new SimpleMeterRegistry(), Optional.of(points));
        await(relay.start());
        String envelope =
                new JsonObject().put("type", "io.redress.refunds.ClaimBooked").encode();
        fixture.run(
                "INSERT INTO outbox (event_id, topic, key, subject, sequence, envelope) VALUES ($1, $2, $3, $3, 1, $4)",
                "evt_" + point,
                OUT,
                key,
                envelope);

        Sent found = await().atMost(Duration.ofSeconds(30)).until(() -> seen.getNow(null), sent -> sent != null);
        await(relay.stop());
        return found;
    }

    private static <T> T consumedAt(CrashPoint point, String scope, String subject, Function<String, T> look) {
        Armed armed = new Armed(point, scope, 1);
        CompletableFuture<T> seen = new CompletableFuture<>();
        CrashPoints points = armed(armed, seen, () -> look.apply(subject));
        Runnable afterCommit = () -> {};
        if (scope.equals(IN)) {
            // armed by the event itself: a consumer that starts has older progress to commit
            points.disarm();
            afterCommit = () -> points.arm(armed);
        }
        ConsumerLoop consumer = fixture.consumer(
                Duration.ofSeconds(60), Map.of(IN, CrashPointsOfMessagingIT::write), afterCommit, Optional.of(points));
        await(consumer.start());
        events.publish(subject, subject, "PenaltyProposed", TIME, new JsonObject());

        T found = await().atMost(Duration.ofSeconds(30)).until(() -> seen.getNow(null), value -> value != null);
        await().atMost(Duration.ofSeconds(30)).until(() -> effects(subject), effects -> effects == 1);
        await(consumer.stop());
        return found;
    }

    /** The event loop spins meanwhile: it must neither go on nor wait. */
    private static <T> CrashPoints armed(Armed armed, CompletableFuture<T> seen, Supplier<T> look) {
        CrashPoints points = new CrashPoints(() -> {
            seen.completeAsync(look);
            boolean looked = false;
            while (!looked) {
                looked = seen.isDone();
            }
        });
        points.arm(armed);
        return points;
    }

    private static Future<Handling> write(IncomingEvent event, Tx tx) {
        return tx.apply(Write.guarded(
                        "INSERT INTO seen (subject, sequence) VALUES ($1, $2)",
                        Tuple.of(event.subject(), event.sequence())))
                .map(Handling.HANDLED);
    }

    private static long effects(String subject) {
        return fixture.countAside("SELECT count(*) FROM refunds.seen WHERE subject = ?", subject);
    }

    private static Progress progress(String subject) {
        long next = fixture.countAside("SELECT sum(next) FROM refunds.consumer_offset WHERE topic = ?", IN);
        return new Progress(effects(subject), next - committed());
    }

    /** What the broker knows of the group's progress, over the partitions of the topic. */
    private static long committed() {
        try (Admin admin = Admin.create(Map.copyOf(fixture.infrastructure.kafkaClient("admin")))) {
            return admin
                    .listConsumerGroupOffsets(MessagingFixture.SERVICE)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()
                    .stream()
                    .filter(entry -> entry.getKey().topic().equals(IN))
                    .mapToLong(entry -> entry.getValue().offset())
                    .sum();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker tells no offsets", e);
        }
    }
}
