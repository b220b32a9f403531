package io.redress.cases.domain;

/** A condition on a transition, with the code of the refusal when it does not hold. */
public enum Guard {
    FREE_OF_THE_CASE_GRAPH("neither proposer, approver nor advocate", CaseRefusal.OWN_CAUSE),
    ADVOCATE_FREE_OF_THE_CASE_GRAPH(
            "the advocate is neither proposer, approver nor adjudicator", CaseRefusal.OWN_CAUSE),
    ADVOCATE_FREE_OF_CONFLICTS("the advocate has no conflict of interest", CaseRefusal.CONFLICT_OF_INTEREST),
    ADVOCATE_NOT_CHANGED_BEFORE(
            "the merchant has not asked for another advocate before", CaseRefusal.ADVOCATE_CHANGE_USED),
    NEITHER_RESPONDENT_NOR_ABOVE("neither a respondent nor above one", CaseRefusal.ADVOCATE_IS_FREE),
    CASE_ADVOCATE_OR_OPERATOR("the case's advocate or an operator", CaseRefusal.NOT_THE_ADVOCATE),
    CASE_ADVOCATE("the case's advocate", CaseRefusal.NOT_THE_ADVOCATE),
    CASE_ADJUDICATOR("the adjudicator who claimed the case", CaseRefusal.NOT_THE_ADJUDICATOR),
    RESPONDING_DEPARTMENT(
            "of the department that imposed the penalty, not advocate or adjudicator", CaseRefusal.NOT_THE_RESPONDENT),
    MERCHANT_OR_CASE_ADVOCATE("the merchant, a delegate or the case's advocate", CaseRefusal.NOT_THE_ADVOCATE),
    A_SIDE_OF_THE_CASE("the merchant's side or the responding department", CaseRefusal.NOT_THE_RESPONDENT),
    NO_OTHER_APPEAL("no case of this penalty is open or was submitted", CaseRefusal.DUPLICATE),
    WINDOW_NOT_CLOSED("the appeal window has not closed", CaseRefusal.APPEAL_WINDOW_CLOSED),
    GROUND_FOR_EACH_VIOLATION("at least one ground for each violation named", CaseRefusal.GROUNDS_MISSING),
    NO_HARDSHIP_AS_GROUND("hardship is no ground", CaseRefusal.HARDSHIP_IS_NO_GROUND),
    NOT_ANSWERED_YET("no answer was filed yet", CaseRefusal.DUPLICATE),
    ANSWERED_OR_LAPSED("the department has answered or its time has lapsed", CaseRefusal.ANSWER_WINDOW_OPEN),
    REASONS_FOR_EVERY_VIOLATION("individual reasons, zh and en, for every violation", CaseRefusal.REASONS_MISSING),
    A_DISCLOSED_FACT_FOR_EVERY_VIOLATION("every violation cites a disclosed fact", CaseRefusal.SEALED_MATERIAL_ALONE),
    NO_HARDSHIP_CITED("no evidence of hardship is cited", CaseRefusal.HARDSHIP_IS_NO_GROUND),
    BEFORE_REPLIES_ARE_DUE("the reply window has not ended", CaseRefusal.REPLY_WINDOW_CLOSED),
    REPLIES_IN_OR_LAPSED("both sides have replied or the reply window has ended", CaseRefusal.REPLY_WINDOW_OPEN),
    AS_DRAFTED("outcome for outcome as in the current draft", CaseRefusal.INCONSISTENT_WITH_DRAFT),
    EFFECT_LINES("the ruling has effect lines", CaseRefusal.ILLEGAL_TRANSITION),
    EVERY_EFFECT_SETTLED("every effect line is APPLIED or SUPERSEDED", CaseRefusal.ILLEGAL_TRANSITION);

    private final String condition;
    private final CaseRefusal refusal;

    Guard(String condition, CaseRefusal refusal) {
        this.condition = condition;
        this.refusal = refusal;
    }

    /** The condition in words. */
    public String condition() {
        return condition;
    }

    public CaseRefusal refusal() {
        return refusal;
    }
}
