package io.redress.e2e.crash;

import io.redress.kit.faults.CrashPoint;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.Part;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** The process that is to end. */
final class Target {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Part part;
    private final HttpJson management;
    private int exitsBefore;

    Target(Part part, String management) {
        this.part = part;
        this.management = new HttpJson(management, Duration.ofSeconds(10));
    }

    void arm(CrashPoint point, String scope) {
        exitsBefore = part.exits().size();
        HttpAnswer answer = management.sendJson(
                "POST", "/faults", Map.of(), Map.of("point", point.name(), "scope", scope, "count", 1));
        if (!answer.succeeded()) {
            throw new IllegalStateException("cannot arm " + point + " of " + scope + ": " + answer.brief());
        }
    }

    /** The exit code; empty if it has not ended within 30 seconds. */
    OptionalInt awaitEnd() {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (part.exits().size() == exitsBefore) {
            if (System.nanoTime() > end) {
                return OptionalInt.empty();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return OptionalInt.of(part.exits().get(exitsBefore));
    }

    /** Returns when it is ready, with nothing armed; whoever keeps the processes may have begun to start it. */
    void restore() {
        part.start();
        management.sendJson("DELETE", "/faults", Map.of(), null);
    }
}
