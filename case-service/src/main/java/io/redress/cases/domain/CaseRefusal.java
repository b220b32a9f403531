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
    /** Somebody who was named as advocate has to do with the shop, the merchant or the proposer, or is absent. */
    CONFLICT_OF_INTEREST(RefusalKind.RULE),
    /** Everybody who could be chosen has a conflict of interest. */
    NO_ADVOCATE_FREE(RefusalKind.STATE),
    /** The merchant has had another advocate on request already. */
    ADVOCATE_CHANGE_USED(RefusalKind.STATE),
    /** A respondent, or who is above one, has no say in who defends. */
    ADVOCATE_IS_FREE(RefusalKind.RULE),
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
