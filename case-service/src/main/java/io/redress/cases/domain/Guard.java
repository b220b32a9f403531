package io.redress.cases.domain;

/** A condition on a transition, with the code of the refusal when it does not hold. */
public enum Guard {
    FREE_OF_THE_CASE_GRAPH(
            "neither proposer, approver nor advocate, and who has argued for neither side", CaseRefusal.OWN_CAUSE),
    ADVOCATE_FREE_OF_THE_CASE_GRAPH(
            "the advocate is neither proposer, approver nor adjudicator", CaseRefusal.OWN_CAUSE),
    ADVOCATE_FREE_OF_CONFLICTS("the advocate has no conflict of interest", CaseRefusal.CONFLICT_OF_INTEREST),
    ADVOCATE_WITHOUT_INTEREST(
            "the advocate has declared no interest in the shop or the merchant, and is not in the proposer's reporting line",
            CaseRefusal.CONFLICT_OF_INTEREST),
    ADVOCATE_NOT_CHANGED_BEFORE(
            "the merchant has not asked for another advocate before", CaseRefusal.ADVOCATE_CHANGE_USED),
    NEITHER_RESPONDENT_NOR_ABOVE("neither a respondent nor above one", CaseRefusal.ADVOCATE_IS_FREE),
    CASE_ADVOCATE_OR_OPERATOR("the case's advocate or an operator", CaseRefusal.NOT_THE_ADVOCATE),
    CASE_ADVOCATE("the case's advocate", CaseRefusal.NOT_THE_ADVOCATE),
    CASE_ADJUDICATOR("the adjudicator who claimed the case", CaseRefusal.NOT_THE_ADJUDICATOR),
    RELEASED("no adjudicator has the case", CaseRefusal.ILLEGAL_TRANSITION),
    CLAIMED("an adjudicator has the case", CaseRefusal.ILLEGAL_TRANSITION),
    NO_SAY_IN_WHO_DECIDES("neither a respondent nor above one", CaseRefusal.ADJUDICATOR_IS_FREE),
    HEAD_OR_OPERATOR("the head of the department that decides, or an operator", CaseRefusal.NOT_THE_HEAD),
    ADJUDICATOR_FREE_OF_THE_CASE_GRAPH(
            "the new adjudicator is neither proposer, approver nor advocate, and has argued for neither side and had no part in a ruling before",
            CaseRefusal.OWN_CAUSE),
    ADJUDICATOR_OF_THE_QUEUE("the new adjudicator is one of the case's queue", CaseRefusal.NOT_YOUR_QUEUE),
    ADJUDICATOR_FREE_OF_INTERESTS("the new adjudicator has declared no interest", CaseRefusal.CONFLICT_OF_INTEREST),
    MEMBER_OF_BOTH_QUEUES_OR_OPERATOR(
            "a member of both queues, or of the restricted one where it lies, or an operator",
            CaseRefusal.NOT_YOUR_QUEUE),
    RESPONDING_DEPARTMENT("of the responding department, not advocate or adjudicator", CaseRefusal.NOT_THE_RESPONDENT),
    MERCHANT_OR_CASE_ADVOCATE("the merchant, a delegate or the case's advocate", CaseRefusal.NOT_THE_ADVOCATE),
    A_SIDE_OF_THE_CASE("the merchant's side or the responding department", CaseRefusal.NOT_THE_RESPONDENT),
    NO_OTHER_APPEAL(
            "no case of this penalty, loss or fee is open or was submitted, and none of this shop's transfer is open",
            CaseRefusal.DUPLICATE),
    WINDOW_NOT_CLOSED(
            "the window of the kind has not closed, or it is said why the case is late",
            CaseRefusal.APPEAL_WINDOW_CLOSED),
    GROUND_FOR_EACH_VIOLATION("at least one ground for each violation or item named", CaseRefusal.GROUNDS_MISSING),
    NO_HARDSHIP_AS_GROUND("hardship is no ground", CaseRefusal.HARDSHIP_IS_NO_GROUND),
    NOT_ANSWERED_YET("no answer was filed yet", CaseRefusal.DUPLICATE),
    ANSWERED_OR_LAPSED("the department has answered or its time has lapsed", CaseRefusal.ANSWER_WINDOW_OPEN),
    REASONS_FOR_EVERY_VIOLATION(
            "individual reasons, zh and en, for every violation or item", CaseRefusal.REASONS_MISSING),
    A_DISCLOSED_FACT_FOR_EVERY_VIOLATION(
            "every violation or item cites a disclosed fact", CaseRefusal.SEALED_MATERIAL_ALONE),
    EVIDENCE_TIED("evidence belongs to what is argued or decided, or to a requirement", CaseRefusal.EVIDENCE_NOT_TIED),
    EARLIER_RULINGS_ANSWERED(
            "every ruling that the brief cites is followed or distinguished", CaseRefusal.PRECEDENT_NOT_ANSWERED),
    USUAL_OR_REASONED(
            "as comparable rulings usually are, or with reasons why not", CaseRefusal.CONSISTENCY_REASON_MISSING),
    NO_HARDSHIP_CITED("no evidence of hardship is cited", CaseRefusal.HARDSHIP_IS_NO_GROUND),
    OUTCOME_OF_THE_KIND(
            "an outcome that the kind has and that follows from the violations', with the money that belongs to it",
            CaseRefusal.OUTCOME_MISMATCH),
    NO_WORSE_OFF("nobody is worse off by appealing, nor by a reopening", CaseRefusal.WORSE_OFF),
    BEFORE_REPLIES_ARE_DUE("the reply window has not ended", CaseRefusal.REPLY_WINDOW_CLOSED),
    REPLIES_IN_OR_LAPSED("both sides have replied or the reply window has ended", CaseRefusal.REPLY_WINDOW_OPEN),
    AS_DRAFTED(
            "outcome for outcome as in the current draft, on facts that it cites or that were disclosed",
            CaseRefusal.INCONSISTENT_WITH_DRAFT),
    NO_PART_IN_THE_RULING(
            "neither the adjudicator who ruled before nor the one who proposed to reopen", CaseRefusal.OWN_CAUSE),
    MERCHANT_CAN_GAIN("the penalty was not overturned, or the request was denied", CaseRefusal.WORSE_OFF),
    WITHIN_REOPENING_LIMIT("reopened less often than it may be", CaseRefusal.REOPENING_LIMIT_REACHED),
    NO_REQUEST_WAITING("no request to reopen it waits for an answer", CaseRefusal.DUPLICATE),
    WITHIN_REQUEST_LIMIT(
            "asked less often than it may be, and reopened less often than it may be",
            CaseRefusal.REOPENING_LIMIT_REACHED),
    REQUEST_WAITING("a request to reopen it waits for an answer", CaseRefusal.REOPENING_NOT_REQUESTED),
    ASKED_WITH_REASONS("a ground and reasons; of staff in zh and en", CaseRefusal.REASONS_MISSING),
    SOMETHING_NEW(
            "with new evidence something that was not put forward before the ruling", CaseRefusal.NEW_EVIDENCE_MISSING),
    GROUND_AND_REASONS("a ground, and reasons in zh and en", CaseRefusal.REASONS_MISSING),
    REASONS("reasons in zh and en", CaseRefusal.REASONS_MISSING),
    ADVOCATE_OF_THE_CASE_OR_NONE("the case's advocate, or any where it has none", CaseRefusal.NOT_THE_ADVOCATE),
    MERCHANT_HAS_NOT_OPTED_OUT("the merchant has not opted out", CaseRefusal.MERCHANT_OPTED_OUT),
    NO_BRIEF("no brief was filed", CaseRefusal.ILLEGAL_TRANSITION),
    BRIEF_FILED("a brief was filed", CaseRefusal.ILLEGAL_TRANSITION),
    PENALTY_STANDS("the penalty stands", CaseRefusal.PENALTY_NOT_STANDING),
    TERMS("conditions, what follows when all are fulfilled, and what otherwise", CaseRefusal.CONDITION_INVALID),
    UNDERTAKINGS_GIVEN(
            "the merchant's side has given the undertakings that the draft asks for",
            CaseRefusal.UNDERTAKING_NOT_GIVEN),
    NO_MEMBER("not joined to another case", CaseRefusal.ALREADY_JOINED),
    NOT_JOINED("neither a lead nor joined to one", CaseRefusal.ALREADY_JOINED),
    JOINED("heard together with others", CaseRefusal.NOT_JOINED),
    NOT_TO_BE_HEARD_ALONE(
            "the merchant's side has not asked that it be heard alone, and it was not reopened",
            CaseRefusal.HEARD_ALONE),
    UNCLAIMED_OR_ITS_ADJUDICATOR("not claimed by another adjudicator", CaseRefusal.NOT_THE_ADJUDICATOR),
    ADJUDICATOR_OR_MERCHANT_SIDE(
            "the adjudicator who claimed the case, the merchant's side or the case's advocate",
            CaseRefusal.NOT_THE_ADVOCATE),
    QUESTION("a question in zh and en, the same as before", CaseRefusal.QUESTION_MISSING),
    SAME_QUESTION(
            "of the lead's kind, and about the same clause or of the same department", CaseRefusal.QUESTION_DIFFERS),
    WHY_ALONE("reasons; of staff in zh and en", CaseRefusal.REASONS_MISSING),
    CONDITIONS("the ruling is conditional", CaseRefusal.ILLEGAL_TRANSITION),
    TERMS_SETTLED("every condition is fulfilled, or one has lapsed", CaseRefusal.ILLEGAL_TRANSITION),
    EFFECT_LINES("the ruling has effect lines", CaseRefusal.ILLEGAL_TRANSITION),
    EVERY_EFFECT_SETTLED("every effect line is APPLIED or SUPERSEDED", CaseRefusal.ILLEGAL_TRANSITION),
    NO_PART_IN_THE_CASE(
            "neither proposer, approver, advocate nor adjudicator, nor of a department that is named",
            CaseRefusal.OWN_CAUSE),
    EFFECT_STUCK("the effect line failed, or was not answered in its time", CaseRefusal.EFFECT_NOT_STUCK),
    ORDER_TO_THE_MARKETPLACE("the marketplace carries it out", CaseRefusal.ORDER_NOT_REPEATABLE),
    SETTLEMENT_PROPOSED("an operator has said what became of it", CaseRefusal.SETTLEMENT_NOT_PROPOSED),
    A_SECOND_OPERATOR("another operator than that one", CaseRefusal.OWN_CAUSE);

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
