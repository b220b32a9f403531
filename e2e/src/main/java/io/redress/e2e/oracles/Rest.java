package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until a suite has nothing to do: no instance has anything unpublished, unhandled, due or outstanding, twice in
 * a row. Parked events have to be settled too, except in a service with an open dead letter, behind which they wait.
 */
public final class Rest {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ONE_LOOK = Duration.ofSeconds(10);
    private static final List<String> WORK = List.of("outboxRows", "consumerLag", "dueDeadlines", "outstanding");

    private final SuiteAddress suite;
    private final Duration limit;

    public Rest(SuiteAddress suite) {
        this(suite, Duration.ofSeconds(60));
    }

    /** @param limit how long it may take, in machine time */
    public Rest(SuiteAddress suite, Duration limit) {
        this.suite = suite;
        this.limit = limit;
    }

    /** Empty once it rests; a violation of I6 that says what went on if it does not in time. */
    public List<Violation> await() {
        long end = System.nanoTime() + limit.toNanos();
        boolean quietBefore = false;
        while (true) {
            List<String> busy = look();
            if (busy.isEmpty() && quietBefore) {
                return List.of();
            }
            if (System.nanoTime() > end) {
                return List.of(new Violation("I6", "did not come to rest: " + busy));
            }
            quietBefore = busy.isEmpty();
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private List<String> look() {
        List<String> busy = new ArrayList<>();
        suite.management().forEach((service, instances) -> {
            if (service.messages()) {
                instances.forEach(origin -> look(service.service(), origin, busy));
            }
        });
        return busy;
    }

    private static void look(String service, String origin, List<String> busy) {
        try {
            HttpAnswer answer = new HttpJson(origin, ONE_LOOK).get("/activity", Map.of());
            if (!answer.succeeded()) {
                busy.add(service + " says " + answer.status());
                return;
            }
            busy.addAll(work(service, answer.body()));
        } catch (UncheckedIOException e) {
            busy.add(service + " does not answer: " + e.getMessage());
        }
    }

    /** What one instance says that it has to do. */
    static List<String> work(String service, JsonNode activity) {
        List<String> busy = new ArrayList<>();
        for (String figure : WORK) {
            long count = activity.path(figure).asLong();
            if (count != 0 || !activity.has(figure)) {
                busy.add(service + " " + figure + " " + activity.path(figure));
            }
        }
        if (activity.path("parkedEvents").asLong() != 0
                && activity.path("deadLetters").asLong() == 0) {
            busy.add(service + " parkedEvents " + activity.path("parkedEvents"));
        }
        return busy;
    }
}
