package io.redress.penalties.domain.penalty;

/** What can be asked of a penalty that exists. */
public enum PenaltyCommand {
    APPROVE,
    REFUSE,
    ENTER_INTO_FORCE,
    /** A ruling or a remediation takes points or all of it, the education in its place included. */
    CORRECT,
    FINALISE,
    /** The merchant clarifies the facts. */
    CLARIFY,
    /** What the merchant clarified is answered; that may end it. */
    WITHDRAW,
    /** The merchant proves that it made good what it did, or the proof is answered; that may end it. */
    CURE,
    /** Its points were cleared. */
    EXPIRE;

    /** The transition table: the statuses in which the command is lawful. */
    public boolean allowedIn(PenaltyStatus status) {
        return switch (this) {
            case APPROVE, REFUSE -> status == PenaltyStatus.HELD;
            case ENTER_INTO_FORCE -> status == PenaltyStatus.PROPOSED || status == PenaltyStatus.ANNOUNCED;
            case CORRECT -> status.stands() || status == PenaltyStatus.REPLACED;
            case FINALISE -> status.stands();
            case CURE -> status == PenaltyStatus.ANNOUNCED;
            case CLARIFY -> status == PenaltyStatus.HELD || status == PenaltyStatus.ANNOUNCED;
            case WITHDRAW ->
                status == PenaltyStatus.HELD || status == PenaltyStatus.PROPOSED || status == PenaltyStatus.ANNOUNCED;
            case EXPIRE -> status == PenaltyStatus.IN_FORCE || status == PenaltyStatus.SERVED;
        };
    }
}
