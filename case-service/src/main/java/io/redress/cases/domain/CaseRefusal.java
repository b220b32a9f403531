package io.redress.cases.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why case-service refuses a command. */
public enum CaseRefusal implements RefusalCode {
    /** The case's status has no such command. */
    ILLEGAL_TRANSITION(RefusalKind.STATE),
    /** One case for each penalty, loss and fee, one transfer of a shop at a time, one answer for each case. */
    DUPLICATE(RefusalKind.STATE),
    /** A penalty of the shop is pending, or a closure in force. */
    TRANSFER_BARRED(RefusalKind.STATE),
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
    /** The time to ask for this, from the loss or the fee, has ended. */
    REQUEST_WINDOW_CLOSED(RefusalKind.RULE),
    /** The policy in force has no cases of this kind. */
    KIND_NOT_OFFERED(RefusalKind.RULE),
    TIME_IN_FUTURE(RefusalKind.RULE),
    UNKNOWN_DEPARTMENT(RefusalKind.RULE),
    /** Owner, transferee and potential claimants of a shop are different people. */
    TRANSFER_INVALID(RefusalKind.RULE),
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
    /** An outcome that this kind of case does not have, or an item decided otherwise than the whole. */
    OUTCOME_MISMATCH(RefusalKind.RULE),
    /** Money that is missing, is more than what was asked for, or cannot follow from the outcome. */
    AMOUNT_MISMATCH(RefusalKind.RULE),
    /** An effect that the policy does not have for this kind of case. */
    EFFECT_NOT_OF_KIND(RefusalKind.RULE),
    /** Nobody is worse off by appealing, nor by a reopening. */
    WORSE_OFF(RefusalKind.RULE),
    /** What the merchant discloses to be heard is no evidence against him. */
    PROTECTED_DISCLOSURE(RefusalKind.RULE),
    /** A piece of evidence belongs to no violation, item or requirement of the case. */
    EVIDENCE_NOT_TIED(RefusalKind.RULE),
    UNKNOWN_PRECEDENT(RefusalKind.RULE),
    /** Its case is not closed, or was reopened. */
    PRECEDENT_NOT_FINAL(RefusalKind.RULE),
    PRECEDENT_OF_OWN_CASE(RefusalKind.RULE),
    /** A draft neither follows nor distinguishes a ruling that the brief cites, or does not say why. */
    PRECEDENT_NOT_ANSWERED(RefusalKind.RULE),
    /** It decides otherwise than comparable rulings usually do, and does not say why. */
    CONSISTENCY_REASON_MISSING(RefusalKind.RULE),
    UNKNOWN_REQUIREMENT(RefusalKind.RULE),
    /** The evidence or the reasons that this state needs are missing, or do not fit it. */
    REQUIREMENT_INCOMPLETE(RefusalKind.RULE),
    /** An effect line that no ruling has ordered, or that is not the marketplace's to confirm. */
    UNKNOWN_EFFECT(RefusalKind.RULE),
    /** The effect line is settled, or its owner still has time to answer. */
    EFFECT_NOT_STUCK(RefusalKind.STATE),
    /** An order that was not given to the marketplace. */
    ORDER_NOT_REPEATABLE(RefusalKind.RULE),
    /** Nobody has said what has become of an effect line that is to be settled by hand. */
    SETTLEMENT_NOT_PROPOSED(RefusalKind.STATE),
    REPLY_WINDOW_OPEN(RefusalKind.RULE),
    REPLY_WINDOW_CLOSED(RefusalKind.RULE),
    REPLY_LIMIT_REACHED(RefusalKind.RULE),
    INCONSISTENT_WITH_DRAFT(RefusalKind.RULE),
    REOPENING_LIMIT_REACHED(RefusalKind.RULE),
    /** The case has no request to reopen it that waits for an answer, or not this one. */
    REOPENING_NOT_REQUESTED(RefusalKind.STATE),
    /** New evidence is asserted, and everything that is named was known before the ruling. */
    NEW_EVIDENCE_MISSING(RefusalKind.RULE),
    /** The merchant does not want the case that an advocate pursues on her own motion. */
    MERCHANT_OPTED_OUT(RefusalKind.STATE),
    /** The terms of a conditional ruling contradict themselves, lack something, or can no longer be kept. */
    CONDITION_INVALID(RefusalKind.RULE),
    /** An undertaking is the merchant's promise: nobody else can give it, and no ruling can impose it. */
    UNDERTAKING_NOT_GIVEN(RefusalKind.RULE),
    UNDERTAKING_INVALID(RefusalKind.RULE),
    /** It leads a group of cases, or is in one. */
    ALREADY_JOINED(RefusalKind.STATE),
    /** It is not heard together with others, or not under this lead. */
    NOT_JOINED(RefusalKind.STATE),
    /** The merchant's side has asked that it be heard alone, or it was reopened. */
    HEARD_ALONE(RefusalKind.STATE),
    /** Another kind, clause or department than the lead's; or another question than before. */
    QUESTION_DIFFERS(RefusalKind.RULE),
    QUESTION_MISSING(RefusalKind.RULE),
    GROUP_FULL(RefusalKind.RULE),
    /** What is said about one case is a copy of what is said about another, or about all. */
    REASONS_NOT_INDIVIDUAL(RefusalKind.RULE),
    FILE_TOO_LARGE(RefusalKind.RULE),
    /** Its content is of a type that is not taken, or of another than was declared. */
    FILE_TYPE_REFUSED(RefusalKind.RULE),
    /** It is infected, or not known to be clean. */
    QUARANTINED(RefusalKind.STATE),
    EVIDENCE_DELETED(RefusalKind.STATE),
    UNKNOWN_EVIDENCE(RefusalKind.RULE),
    EVIDENCE_LIMIT_REACHED(RefusalKind.RULE),
    /** Who takes a file back is the one who added it. */
    NOT_YOUR_FILE(RefusalKind.FORBIDDEN),
    /** No word of letters and digits, or too long. */
    TAG_INVALID(RefusalKind.RULE),
    TAG_LIMIT_REACHED(RefusalKind.RULE),
    VIEW_LIMIT_REACHED(RefusalKind.RULE),
    NOTE_LIMIT_REACHED(RefusalKind.RULE),
    /** Notes are a side's own: this person is on none in this case. */
    NOT_ON_A_SIDE(RefusalKind.FORBIDDEN),
    /** Who lays a case aside is the one on whose desk it is. */
    NOT_YOUR_DESK(RefusalKind.FORBIDDEN),
    /** Not in the future, or further away than 90 days. */
    SNOOZE_DATE_INVALID(RefusalKind.RULE),
    /** An expression of a routing rule that cannot be read, is no condition, or may cost too much. */
    RULE_INVALID(RefusalKind.RULE),
    /** A respondent, or who is above one, has no say in who decides. */
    ADJUDICATOR_IS_FREE(RefusalKind.RULE),
    NOT_THE_HEAD(RefusalKind.FORBIDDEN),
    UNKNOWN_QUEUE(RefusalKind.RULE),
    /** Whoever is not a member of a case's queue does not take the case. */
    NOT_YOUR_QUEUE(RefusalKind.FORBIDDEN),
    /** Somebody else has taken the case for a while. */
    CASE_LEASED(RefusalKind.STATE),
    /** One person has only so many cases of a queue to himself at once. */
    LEASE_LIMIT_REACHED(RefusalKind.RULE),
    /** The queue has no case that this person could take now. */
    NO_CASE_FREE(RefusalKind.STATE),
    UNKNOWN_MESSAGE(RefusalKind.RULE),
    MESSAGE_LIMIT_REACHED(RefusalKind.RULE),
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
