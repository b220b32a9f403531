package io.redress.penalties.domain.penalty;

/** Where a penalty stands. Whether it is final is a flag of its own. */
public enum PenaltyStatus {
    PROPOSED,
    /** Waits for a second person, because it would trigger a measure that is held. */
    HELD,
    /** Its advance notice or cure window runs. */
    ANNOUNCED,
    IN_FORCE,
    /** All its measures ran out; its points go on counting. */
    SERVED,
    /** Its points were cleared. */
    EXPIRED,
    REVERSED,
    /** It was made good in its cure window: education stands in its place, without points or measures. */
    REPLACED;

    /** True while it may still come into force or bears on the shop. */
    public boolean stands() {
        return switch (this) {
            case PROPOSED, HELD, ANNOUNCED, IN_FORCE, SERVED, EXPIRED -> true;
            case REVERSED, REPLACED -> false;
        };
    }

    /** True once points were booked and nothing took the penalty back. */
    public boolean booked() {
        return switch (this) {
            case IN_FORCE, SERVED, EXPIRED -> true;
            case PROPOSED, HELD, ANNOUNCED, REVERSED, REPLACED -> false;
        };
    }
}
