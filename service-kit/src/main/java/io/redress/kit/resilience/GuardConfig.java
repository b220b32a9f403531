package io.redress.kit.resilience;

/**
 * The limits around the calls to one peer.
 *
 * @param timeoutMillis of each attempt
 * @param deadlineMillis of all attempts together, with the pauses between them
 * @param maxConcurrent attempts under way; one more fails at once
 * @param attempts in all; 1 for calls that must not be repeated
 * @param windowCalls how many of the last calls the breaker judges; it opens when half of them failed
 * @param openMillis how long the breaker stays open before it tries again
 */
public record GuardConfig(
        long timeoutMillis, long deadlineMillis, int maxConcurrent, int attempts, int windowCalls, long openMillis) {

    public GuardConfig {
        if (timeoutMillis < 1 || deadlineMillis < timeoutMillis) {
            throw new IllegalArgumentException("the deadline must hold at least one timeout");
        }
        if (maxConcurrent < 1 || attempts < 1 || windowCalls < 1 || openMillis < 1) {
            throw new IllegalArgumentException("limits start at 1");
        }
    }

    /** For reads: 2 s an attempt, two attempts in 5 s, 32 at once, half of the last 20, 5 s open. */
    public static GuardConfig forReads() {
        return new GuardConfig(2_000, 5_000, 32, 2, 20, 5_000);
    }
}
