package io.redress.penalties.domain.penalty;

/** What can be asked of a penalty that exists. */
public enum PenaltyCommand {
    APPROVE,
    REFUSE,
    ENTER_INTO_FORCE,
    /** A ruling or a remediation takes points or all of it. */
    CORRECT,
    FINALISE,
    /** The merchant clarifies the facts. */
    CLARIFY,
    /** What the merchant clarified is answered; that may end it. */
    WITHDRAW,
    /** Its points were cleared. */
    EXPIRE;

    /** The transition table: the statuses in which the command is lawful. */
    public boolean allowedIn(PenaltyStatus status) {
        return switch (this) {
            case APPROVE, REFUSE -> status == PenaltyStatus.HELD;
            case ENTER_INTO_FORCE -> status == PenaltyStatus.PROPOSED || status == PenaltyStatus.ANNOUNCED;
            case CORRECT, FINALISE -> status.stands();
            case CLARIFY -> status == PenaltyStatus.HELD || status == PenaltyStatus.ANNOUNCED;
            case WITHDRAW ->
                status == PenaltyStatus.HELD || status == PenaltyStatus.PROPOSED || status == PenaltyStatus.ANNOUNCED;
            case EXPIRE -> status == PenaltyStatus.IN_FORCE || status == PenaltyStatus.SERVED;
        };
    }
}
