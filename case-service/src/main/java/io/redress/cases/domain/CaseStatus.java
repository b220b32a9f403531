package io.redress.cases.domain;

/** Where a case stands. REOPENED is named by the contract already; no transition leads there yet. */
public enum CaseStatus {
    OPEN,
    IN_ADVOCACY,
    SUBMITTED,
    IN_DELIBERATION,
    REPLY_WINDOW,
    RULED,
    CONDITIONAL,
    EXECUTING,
    CLOSED,
    WITHDRAWN,
    INADMISSIBLE,
    REOPENED;

    /** Nothing more happens in a case that has ended. */
    public boolean ended() {
        return switch (this) {
            case CLOSED, WITHDRAWN, INADMISSIBLE -> true;
            case OPEN, IN_ADVOCACY, SUBMITTED, IN_DELIBERATION, REPLY_WINDOW, RULED, CONDITIONAL, EXECUTING, REOPENED ->
                false;
        };
    }
}
