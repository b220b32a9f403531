package io.redress.kit.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.Write;
import io.redress.kit.trace.Tracing;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlinePollerIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final Ids IDS = Ids.uuidV7();
    private static final Instant NOON = Instant.parse("2018-05-01T04:00:00Z");

    private static Database database;

    private final TestClock clock = new TestClock("2018-05-01T11:00:00+08:00");
    private final List<String> acted = new CopyOnWriteArrayList<>();
    private final List<String> refusedOnce = new CopyOnWriteArrayList<>();
    private DeadlinePoller one;
    private DeadlinePoller other;

    @BeforeAll
    static void migrate() {
        Env env = new Env(INFRASTRUCTURE.environment("penalty-service", "gateway"));
        ServiceConfig config = ServiceConfig.from(env, 8080);
        Migrations.run(config.pg(), "gateway");
        database = new Database(INFRASTRUCTURE.vertx(), config.pg(), "gateway");
    }

    @BeforeEach
    void start() {
        one = poller();
        other = poller();
        one.start();
        other.start();
    }

    @AfterEach
    void stop() {
        one.stop().await();
        other.stop().await();
    }

    @Test
    void a_deadline_lapses_once_at_the_instant_it_was_due_although_two_instances_look() {
        String subject = IDS.next("sub");
        schedule("lapse", subject, NOON);
        clock.set("2018-05-01T15:30:00+08:00");

        Awaitility.await().until(() -> acted.contains(subject + " at " + NOON));
        Awaitility.await().until(() -> state("lapse", subject).equals("DONE"));
        assertThat(acted).containsOnlyOnce(subject + " at " + NOON);
    }

    @Test
    void one_that_is_not_due_and_one_that_was_cancelled_do_nothing() {
        String later = IDS.next("sub");
        String cancelled = IDS.next("sub");
        String due = IDS.next("sub");
        schedule("lapse", later, NOON.plusSeconds(7_200));
        schedule("lapse", cancelled, NOON);
        apply(Write.none().with(Deadlines.cancel("lapse", cancelled)));
        schedule("lapse", due, NOON);
        clock.set("2018-05-01T12:00:00+08:00");

        Awaitility.await().until(() -> acted.contains(due + " at " + NOON));
        assertThat(acted).noneMatch(entry -> entry.startsWith(later) || entry.startsWith(cancelled));
        assertThat(state("lapse", cancelled)).isEqualTo("CANCELLED");
        assertThat(state("lapse", later)).isEqualTo("PENDING");
    }

    @Test
    void a_failing_one_is_tried_again_and_stands_in_nobodys_way() {
        String failing = IDS.next("sub");
        String healthy = IDS.next("sub");
        schedule("fail-once", failing, NOON.minusSeconds(60));
        schedule("lapse", healthy, NOON);
        clock.set("2018-05-01T12:00:00+08:00");

        Awaitility.await().until(() -> acted.contains(healthy + " at " + NOON));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state("fail-once", failing)
                .equals("DONE"));
        assertThat(refusedOnce).contains(failing);
    }

    @Test
    void one_that_has_itself_done_again_does_not_wait_for_the_next_look() {
        int parts = 100;
        AtomicInteger done = new AtomicInteger();
        String subject = IDS.next("sub");
        one.stop().await();
        other.stop().await();
        DeadlineHandler partByPart = (run, dueAt, context, tx) -> done.incrementAndGet() < parts
                ? tx.apply(Write.none().with(Deadlines.schedule("part", run, dueAt)))
                : Future.succeededFuture();
        schedule("part", subject, NOON);
        clock.set("2018-05-01T12:00:00+08:00");
        DeadlinePoller slow = poller(Map.of("part", partByPart), 2_000);

        slow.start();
        Awaitility.await("200 s of looks, if each part waited for one")
                .atMost(Duration.ofSeconds(30))
                .until(() -> done.get() == parts && state("part", subject).equals("DONE"));
        slow.stop().await();
    }

    @Test
    void one_that_is_due_no_later_than_an_instant_keeps_an_earlier_one_and_begins_anew_once_it_was_acted_on() {
        String subject = IDS.next("sub");
        apply(Write.none().with(Deadlines.noLaterThan("lapse", subject, NOON)));
        apply(Write.none().with(Deadlines.noLaterThan("lapse", subject, NOON.plusSeconds(600))));
        clock.set("2018-05-01T12:00:00+08:00");
        Awaitility.await().until(() -> acted.contains(subject + " at " + NOON));
        Awaitility.await().until(() -> state("lapse", subject).equals("DONE"));

        apply(Write.none().with(Deadlines.noLaterThan("lapse", subject, NOON.plusSeconds(7_200))));
        apply(Write.none().with(Deadlines.noLaterThan("lapse", subject, NOON.plusSeconds(3_600))));
        assertThat(state("lapse", subject)).isEqualTo("PENDING");
        clock.set("2018-05-01T13:00:00+08:00");
        Awaitility.await().until(() -> acted.contains(subject + " at " + NOON.plusSeconds(3_600)));
    }

    private DeadlinePoller poller() {
        DeadlineHandler lapse = (subject, dueAt, context, tx) -> {
            assertThat(context.businessTime()).isEqualTo(dueAt);
            acted.add(subject + " at " + dueAt);
            return Future.succeededFuture();
        };
        DeadlineHandler failOnce = (subject, dueAt, context, tx) -> {
            if (refusedOnce.contains(subject)) {
                return Future.succeededFuture();
            }
            refusedOnce.add(subject);
            return Future.failedFuture(new IllegalStateException("not this time"));
        };
        return poller(Map.of("lapse", lapse, "fail-once", failOnce), 20);
    }

    private DeadlinePoller poller(Map<String, DeadlineHandler> handlers, long periodMillis) {
        return new DeadlinePoller(
                INFRASTRUCTURE.vertx(),
                database,
                clock,
                IDS,
                "test",
                handlers,
                () -> {},
                Tracing.off(new Random(3)),
                periodMillis);
    }

    private static void schedule(String kind, String subject, Instant dueAt) {
        apply(Write.none().with(Deadlines.schedule(kind, subject, dueAt)));
    }

    private static void apply(Write write) {
        database.inTransaction(tx -> tx.apply(write)).await();
    }

    private static String state(String kind, String subject) {
        return database.read(tx -> tx.query(
                                "SELECT state FROM deadline WHERE kind = $1 AND subject = $2", Tuple.of(kind, subject))
                        .map(rows -> rows.iterator().next().getString("state")))
                .await();
    }
}
