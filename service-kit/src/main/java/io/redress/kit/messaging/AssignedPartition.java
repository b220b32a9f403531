package io.redress.kit.messaging;

import io.vertx.kafka.client.common.TopicPartition;
import java.time.Instant;

/** What the loop knows of a partition it was given. Used on the loop's context only. */
final class AssignedPartition {

    private final TopicPartition id;
    private final Backoff backoff = new Backoff(20, 10_000);
    private boolean positioned;
    private long next;
    private long committed;
    private Instant pausedUntil;

    AssignedPartition(TopicPartition id) {
        this.id = id;
    }

    TopicPartition id() {
        return id;
    }

    /** Whether {@link #next()} is known and the client reads from there. */
    boolean positioned() {
        return positioned;
    }

    void positionAt(long offset) {
        next = offset;
        positioned = true;
    }

    /** The stored offset is to be read again. */
    void forgetPosition() {
        positioned = false;
    }

    /** The first offset that is not settled. */
    long next() {
        return next;
    }

    void settledTo(long newNext) {
        next = newNext;
        backoff.reset();
    }

    /** Notes one more failure and how long to leave the partition alone. */
    void pause(Instant now) {
        pausedUntil = now.plusMillis(backoff.nextMillis());
    }

    boolean paused() {
        return pausedUntil != null;
    }

    boolean pauseOver(Instant now) {
        return pausedUntil != null && !pausedUntil.isAfter(now);
    }

    void resumed() {
        pausedUntil = null;
    }

    /** How often in a row the record at {@link #next()} has failed. */
    int failures() {
        return backoff.failures();
    }

    boolean uncommitted() {
        return positioned && committed != next;
    }

    void committed() {
        committed = next;
    }
}
