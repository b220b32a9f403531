package io.redress.penalties.domain.penalty;

/** What can be asked of a penalty that exists. */
public enum PenaltyCommand {
    APPROVE,
    REFUSE,
    ENTER_INTO_FORCE,
    /** A ruling or a remediation takes points or all of it. */
    CORRECT,
    FINALISE;

    /** The transition table: the statuses in which the command is lawful. */
    public boolean allowedIn(PenaltyStatus status) {
        return switch (this) {
            case APPROVE, REFUSE -> status == PenaltyStatus.HELD;
            case ENTER_INTO_FORCE -> status == PenaltyStatus.PROPOSED || status == PenaltyStatus.ANNOUNCED;
            case CORRECT, FINALISE -> status.stands();
        };
    }
}
