package io.redress.cases.app.evidence;

import java.time.Duration;

/**
 * What is taken, and how long it is kept.
 *
 * @param mostBytes of one file
 * @param uploads that may be under way in this instance
 * @param retention business time after the end of the case; then the bytes are deleted
 * @param rescanAfter business time until a file in quarantine is scanned again; doubled each time, up to a day
 */
public record EvidencePolicy(long mostBytes, int uploads, Duration retention, Duration rescanAfter) {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    /** The pause before the next scan. */
    Duration pauseAfter(int scans) {
        Duration pause = rescanAfter.multipliedBy(1L << Math.min(Math.max(scans - 1, 0), MOST_DOUBLINGS));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
