package io.redress.cases.domain;

/** Where a case stands. REOPENED: closed, and proposed to be decided anew. */
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

    /** Nothing more happens in a case that has ended, unless it is continued or reopened. */
    public boolean ended() {
        return switch (this) {
            case CLOSED, WITHDRAWN, INADMISSIBLE -> true;
            case OPEN, IN_ADVOCACY, SUBMITTED, IN_DELIBERATION, REPLY_WINDOW, RULED, CONDITIONAL, EXECUTING, REOPENED ->
                false;
        };
    }
}
