package io.redress.cases.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why case-service refuses a command. */
public enum CaseRefusal implements RefusalCode {
    /** The case's status has no such command. */
    ILLEGAL_TRANSITION(RefusalKind.STATE),
    /** One appeal for each penalty, one answer for each case. */
    DUPLICATE(RefusalKind.STATE),
    /** It was refused or reversed: there is nothing to appeal against. */
    PENALTY_NOT_STANDING(RefusalKind.STATE),
    /** Proposer, approver, advocate and adjudicator of one case are different people. */
    OWN_CAUSE(RefusalKind.FORBIDDEN),
    UNKNOWN_CASE(RefusalKind.NOT_FOUND),
    NOT_THE_ADVOCATE(RefusalKind.FORBIDDEN),
    NOT_THE_ADJUDICATOR(RefusalKind.FORBIDDEN),
    NOT_THE_RESPONDENT(RefusalKind.FORBIDDEN),
    APPEAL_WINDOW_CLOSED(RefusalKind.RULE),
    OWN_MOTION_MISMATCH(RefusalKind.RULE),
    GROUNDS_MISSING(RefusalKind.RULE),
    HARDSHIP_IS_NO_GROUND(RefusalKind.RULE),
    UNKNOWN_VIOLATION(RefusalKind.RULE),
    ANSWER_WINDOW_OPEN(RefusalKind.RULE),
    REASONS_MISSING(RefusalKind.RULE),
    SEALED_MATERIAL_ALONE(RefusalKind.RULE),
    /** A text of the platform's that the merchant could read holds a sealed term. */
    SEALED_TERM_IN_TEXT(RefusalKind.RULE),
    POINTS_MISSING(RefusalKind.RULE),
    REPLY_WINDOW_OPEN(RefusalKind.RULE),
    REPLY_WINDOW_CLOSED(RefusalKind.RULE),
    REPLY_LIMIT_REACHED(RefusalKind.RULE),
    INCONSISTENT_WITH_DRAFT(RefusalKind.RULE),
    FILE_TOO_LARGE(RefusalKind.RULE),
    /** Its content is of a type that is not taken, or of another than was declared. */
    FILE_TYPE_REFUSED(RefusalKind.RULE),
    /** It is infected, or not known to be clean. */
    QUARANTINED(RefusalKind.STATE),
    EVIDENCE_DELETED(RefusalKind.STATE),
    UNKNOWN_EVIDENCE(RefusalKind.RULE),
    EVIDENCE_LIMIT_REACHED(RefusalKind.RULE),
    /** The document contradicts itself, for example an employee without a known department. */
    INCONSISTENT_DATA(RefusalKind.RULE);

    private final RefusalKind kind;

    CaseRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
