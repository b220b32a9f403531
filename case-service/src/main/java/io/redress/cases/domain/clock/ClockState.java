package io.redress.cases.domain.clock;

/** Where a clock stands. */
public enum ClockState {
    RUNNING,
    /** It waits for the other side. */
    PAUSED,
    /** What it was for was done in time. */
    MET,
    /** Its time was up before that; what was done later does not change it. */
    LAPSED,
    /** The case, or the draft it was about, was over before its time was up. Neither met nor lapsed. */
    ENDED
}
