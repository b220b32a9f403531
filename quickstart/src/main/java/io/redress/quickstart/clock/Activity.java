package io.redress.quickstart.clock;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is still going on, as the management ports tell it.
 *
 * @param outboxRows events not yet sent
 * @param lag events not yet handled
 * @param due deadlines that are due and have not acted, and what else is to be done at once, such as mail
 * @param next the earliest deadline that has not acted, overdue ones included
 * @param at where the service's own clock stands
 */
record Activity(long outboxRows, long lag, long due, Optional<Instant> next, Instant at) {

    static final Activity NONE = new Activity(0, 0, 0, Optional.empty(), Instant.MAX);

    /** Of a service that does not answer: whatever it has to do has not been done. */
    static final Activity UNKNOWN = new Activity(0, 1, 0, Optional.empty(), Instant.MIN);

    static Activity of(JsonObject json) {
        String next = json.getString("nextDeadline");
        return new Activity(
                json.getLong("outboxRows", 0L),
                json.getLong("consumerLag", 0L),
                json.getLong("dueDeadlines", 0L) + json.getLong("outstanding", 0L),
                Optional.ofNullable(next).map(Instant::parse),
                Instant.parse(json.getString("businessTime")));
    }

    static Activity sum(List<Activity> all) {
        return all.stream().reduce(NONE, Activity::plus);
    }

    /** Nothing to do at this time or a later one. */
    boolean quietAt(Instant time) {
        return outboxRows == 0 && lag == 0 && due == 0 && !at.isBefore(time);
    }

    private Activity plus(Activity other) {
        Optional<Instant> earliest = java.util.stream.Stream.concat(next.stream(), other.next.stream())
                .min(Instant::compareTo);
        return new Activity(
                outboxRows + other.outboxRows,
                lag + other.lag,
                due + other.due,
                earliest,
                at.isBefore(other.at) ? at : other.at);
    }
}
