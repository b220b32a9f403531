package io.redress.quickstart.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a management port that plays a service with deadlines: it acts on a due one when it is looked at. */
class ClockControlTest {

    private static final Instant MACHINE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2018-01-20T00:00:00Z");
    private static final Instant SECOND = Instant.parse("2018-01-25T00:00:00Z");

    @TempDir
    private Path directory;

    private final Vertx vertx = Vertx.vertx();
    private final TreeSet<Instant> deadlines = new TreeSet<>();
    private final List<String> acted = Collections.synchronizedList(new ArrayList<>());
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong ticks = new AtomicLong();
    private final List<Instant> told = new ArrayList<>();
    private Instant seen = SuiteClock.START;
    private boolean following;
    private SuiteClock clock;
    private ClockControl control;

    @BeforeEach
    void start() {
        clock = SuiteClock.resume(
                directory.resolve("business-time"), () -> MACHINE.plusMillis(ticks.get() * reads.incrementAndGet()));
        HttpServer service = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(activity().toBuffer()))
                .listen(0, "127.0.0.1")
                .await();
        control = new ClockControl(
                vertx, WebClient.create(vertx), clock, () -> List.of(service.actualPort()), this::tellFollower);
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    /** The service hears of a new time one look later. */
    private synchronized Future<Void> tellFollower() {
        told.add(clock.now());
        return Future.succeededFuture();
    }

    private synchronized Instant followed() {
        Instant now = told.isEmpty() ? seen : told.remove(0);
        Instant before = seen;
        seen = now.isAfter(seen) ? now : seen;
        return following ? before : clock.now();
    }

    private synchronized JsonObject activity() {
        Instant now = followed();
        long due = deadlines.headSet(now, true).size();
        JsonObject activity = new JsonObject()
                .put("businessTime", now)
                .put("outboxRows", 0)
                .put("consumerLag", 0)
                .put("dueDeadlines", due)
                .put("nextDeadline", deadlines.isEmpty() ? null : deadlines.first());
        for (Instant at : List.copyOf(deadlines.headSet(now, true))) {
            acted.add(at + " at " + now);
            deadlines.remove(at);
        }
        return activity;
    }

    @Test
    void every_deadline_on_the_way_acts_at_its_own_time_and_in_order() {
        deadlines.addAll(List.of(SECOND, FIRST));
        Instant target = Instant.parse("2018-02-01T00:00:00Z");

        assertThat(control.advanceTo(target).await()).isEqualTo(target);

        assertThat(acted).containsExactly(FIRST + " at " + FIRST, SECOND + " at " + SECOND);
        assertThat(clock.now()).isEqualTo(target);
    }

    @Test
    void without_a_target_it_goes_to_the_next_deadline_only() {
        deadlines.addAll(List.of(FIRST, SECOND));

        assertThat(control.advanceToNextDeadline().await()).isEqualTo(FIRST);

        assertThat(acted).containsExactly(FIRST + " at " + FIRST);
    }

    @Test
    void a_service_that_follows_the_clock_is_waited_for() {
        following = true;
        deadlines.add(FIRST);

        assertThat(control.advanceTo(SECOND).await()).isEqualTo(SECOND);

        assertThat(acted).containsExactly(FIRST + " at " + FIRST);
        assertThat(seen).isEqualTo(SECOND);
    }

    @Test
    void without_any_deadline_it_stays() {
        assertThat(control.advanceToNextDeadline().await()).isEqualTo(SuiteClock.START);
    }

    @Test
    void time_that_passes_meanwhile_is_no_step_back() {
        ticks.set(20_000);
        Instant start = clock.now();
        for (int minute = 1; minute <= 5; minute++) {
            deadlines.add(start.plusSeconds(60L * minute));
        }

        control.advanceTo(start.plusSeconds(360)).await();

        assertThat(acted).hasSize(5);
        assertThat(clock.now()).isAfterOrEqualTo(start.plusSeconds(360));
    }

    @Test
    void backwards_is_refused_and_changes_nothing() {
        control.advanceTo(SECOND).await();

        assertThatThrownBy(() -> control.advanceTo(FIRST).await()).isInstanceOf(ClockControl.Backwards.class);
        assertThatThrownBy(() -> control.jumpTo(FIRST).await()).isInstanceOf(ClockControl.Backwards.class);
        assertThat(clock.now()).isEqualTo(SECOND);
    }
}
