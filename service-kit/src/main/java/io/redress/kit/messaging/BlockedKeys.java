package io.redress.kit.messaging;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keys whose rows the broker refused, each with its own growing pause, so that they do not hold up the others. At most
 * 2,000 are remembered: while nothing at all goes through, there may be as many as there are rows.
 */
final class BlockedKeys {

    private static final long FIRST_MILLIS = 1_000;
    private static final long LIMIT_MILLIS = 10_000;
    private static final int MOST = 2_000;

    private record Pause(Backoff backoff, Instant until) {}

    private final Map<String, Pause> pauses = new HashMap<>();
    private boolean outage;

    /** Keys that are not to be sent yet. */
    List<String> at(Instant now) {
        return pauses.entrySet().stream()
                .filter(pause -> pause.getValue().until().isAfter(now))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Lengthens the pause of the keys that failed. Once rows go through again after an outage, the pauses of that
     * outage mean nothing any more and are forgotten.
     */
    void settle(SendOutcome outcome, Instant now) {
        boolean takes = !outcome.deletable().isEmpty();
        if (takes && outage) {
            pauses.clear();
        } else if (takes) {
            pauses.entrySet()
                    .removeIf(pause -> !pause.getValue().until().isAfter(now)
                            && !outcome.failedKeys().containsKey(pause.getKey()));
        }
        outage = !takes;
        for (String key : outcome.failedKeys().keySet()) {
            Pause before = pauses.get(key);
            if (before == null && pauses.size() >= MOST && !makeRoom(now)) {
                continue;
            }
            Backoff backoff = before == null ? new Backoff(FIRST_MILLIS, LIMIT_MILLIS) : before.backoff();
            pauses.put(key, new Pause(backoff, now.plusMillis(backoff.nextMillis())));
        }
    }

    /** A pause that is over is forgotten, and with it how long the next one would have been. */
    private boolean makeRoom(Instant now) {
        return pauses.values().removeIf(pause -> !pause.until().isAfter(now));
    }
}
