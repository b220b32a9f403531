package io.redress.penalties.app.seal;

/** How a challenge to a seal stands. */
public enum ChallengeState {
    /** It waits for its answer, in time. */
    OPEN,
    /** It waits for its answer, and its clock has run out. */
    LAPSED,
    /** It has its answer, in time or not. */
    ANSWERED
}
