package io.redress.quickstart.clock;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Moves the suite's clock forward from deadline to deadline, so that everything happens at its own time and in order.
 * One movement at a time.
 */
public final class ClockControl {

    /** How long the services may take to come to rest after one jump. */
    private static final Duration REST_LIMIT = Duration.ofSeconds(60);

    private static final Duration PAUSE = Duration.ofMillis(40);

    private final Vertx vertx;
    private final WebClient client;
    private final SuiteClock clock;
    private final Supplier<List<Integer>> managementPorts;
    private final Supplier<Future<Void>> changed;
    private Future<Instant> movement = Future.succeededFuture(Instant.EPOCH);

    /**
     * @param managementPorts the ports of the services that have deadlines, outboxes and consumers
     * @param changed tells a changed clock to those who follow it
     */
    public ClockControl(
            Vertx vertx,
            WebClient client,
            SuiteClock clock,
            Supplier<List<Integer>> managementPorts,
            Supplier<Future<Void>> changed) {
        this.vertx = vertx;
        this.client = client;
        this.clock = clock;
        this.managementPorts = managementPorts;
        this.changed = changed;
    }

    public Instant now() {
        return clock.now();
    }

    /**
     * Goes to an instant, stopping at every deadline on the way until nothing is due, nothing unsent and nothing
     * unhandled. Fails with {@link Backwards}, or {@link Restless} if a service does not come to rest.
     */
    public synchronized Future<Instant> advanceTo(Instant target) {
        movement = movement.transform(previous ->
                target.isBefore(now()) ? Future.failedFuture(new Backwards(target, now())) : travel(target));
        return movement;
    }

    /** Goes to the next deadline of any service; stays where it is if there is none. */
    public synchronized Future<Instant> advanceToNextDeadline() {
        movement = movement.transform(previous -> rest(Instant.MIN))
                .compose(activity -> activity.next().map(this::travel).orElseGet(() -> Future.succeededFuture(now())));
        return movement;
    }

    /** Jumps at once; what became due acts afterwards, all at the same new time. */
    public synchronized Future<Instant> jumpTo(Instant target) {
        movement = movement.transform(previous -> jump(target));
        return movement;
    }

    private Future<Instant> travel(Instant target) {
        return rest(Instant.MIN).compose(activity -> {
            Instant stop = activity.next().filter(next -> next.isBefore(target)).orElse(target);
            clock.raiseTo(stop);
            return changed.get().compose(told -> rest(stop)).compose(rested -> {
                boolean arrived = !now().isBefore(target);
                return arrived ? Future.succeededFuture(now()) : travel(target);
            });
        });
    }

    private Future<Instant> jump(Instant target) {
        Instant at = now();
        return clock.setForward(target) ? changed.get().map(target) : Future.failedFuture(new Backwards(target, at));
    }

    private Future<Activity> rest(Instant from) {
        return rest(from, System.nanoTime() + REST_LIMIT.toNanos(), false);
    }

    /**
     * Rest is two quiet looks in a row: between two services' looks an event may be on its way.
     *
     * @param from no service's clock may stand before that
     */
    private Future<Activity> rest(Instant from, long limitNanos, boolean quietBefore) {
        return look().compose(activity -> {
            boolean quiet = activity.quietAt(from);
            if (quiet && quietBefore) {
                return Future.succeededFuture(activity);
            }
            if (System.nanoTime() > limitNanos) {
                return Future.failedFuture(new Restless(activity.toString()));
            }
            return pause().compose(paused -> rest(from, limitNanos, quiet));
        });
    }

    private Future<Activity> look() {
        List<Future<Activity>> looks =
                managementPorts.get().stream().map(this::look).toList();
        return Future.all(looks).map(all -> Activity.sum(all.list()));
    }

    private Future<Activity> look(int port) {
        return client.get(port, "127.0.0.1", "/activity")
                .timeout(5_000)
                .send()
                .map(response ->
                        response.statusCode() == 200 ? Activity.of(response.bodyAsJsonObject()) : Activity.UNKNOWN)
                .otherwise(Activity.UNKNOWN);
    }

    private Future<Void> pause() {
        Promise<Void> over = Promise.promise();
        vertx.setTimer(PAUSE.toMillis(), timer -> over.complete());
        return over.future();
    }

    /** The clock never goes back. */
    public static final class Backwards extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Backwards(Instant target, Instant now) {
            super("the clock stands at " + now + " and never goes back, not to " + target + " either");
        }
    }

    /** A service still had something due, unsent or unhandled when the limit had passed. */
    public static final class Restless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Restless(String activity) {
            super("the suite did not come to rest: " + activity);
        }
    }
}
