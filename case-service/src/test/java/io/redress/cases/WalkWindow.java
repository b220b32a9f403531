package io.redress.cases;

import java.time.Duration;
import java.time.Instant;

/** The appeal window of a walk's penalty: two weeks from when the statement was read, less what a case stops it for. */
final class WalkWindow {

    private static final Duration LENGTH = Duration.ofDays(14);

    private final boolean announced;
    private Instant closesAt = Instant.MAX;
    private Instant stoppedAt = Instant.MAX;
    private boolean closed;

    private WalkWindow(boolean announced) {
        this.announced = announced;
    }

    /** Of a statement that was read now. */
    static WalkWindow read(Instant now) {
        WalkWindow window = new WalkWindow(true);
        window.closesAt = now.plus(LENGTH);
        return window;
    }

    /** Of a penalty whose statement was not issued, or of a case that is no appeal. */
    static WalkWindow none() {
        return new WalkWindow(false);
    }

    boolean over(Instant now) {
        return closed || (announced && !stopped() && !now.isBefore(closesAt));
    }

    private boolean stopped() {
        return !stoppedAt.equals(Instant.MAX);
    }

    void stop(Instant now) {
        stoppedAt = now;
    }

    void stopUnlessOver(Instant now) {
        if (!over(now)) {
            stop(now);
        }
    }

    void runOn(Instant now) {
        if (stopped()) {
            closesAt = announced ? closesAt.plus(Duration.between(stoppedAt, now)) : closesAt;
            stoppedAt = Instant.MAX;
        }
    }

    /** Time has passed. */
    void at(Instant now) {
        closed = over(now);
    }

    /** Status and end, as the case shows them. */
    String shown() {
        String status = closed ? "CLOSED" : stopped() ? "STOPPED" : announced ? "RUNNING" : "UNANNOUNCED";
        return status + " " + (announced ? closesAt : "");
    }
}
