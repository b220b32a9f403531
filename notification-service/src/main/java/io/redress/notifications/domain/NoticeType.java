package io.redress.notifications.domain;

import java.util.Arrays;
import java.util.Optional;

/** What a notice tells. Its wire name is the name under which recipients and other services know it. */
public enum NoticeType {
    STATEMENT_ISSUED("StatementIssued", "StatementIssued", Severity.CRITICAL),
    MEASURE_IN_FORCE("MeasureInForce", "MeasureInForce", Severity.CRITICAL),
    MEASURE_LIFTED("MeasureLifted", "MeasureLifted", Severity.IMPORTANT),
    PENALTY_REDUCED("PenaltyReduced", "PenaltyReduced", Severity.CRITICAL),
    PENALTY_REVERSED("PenaltyReversed", "PenaltyReversed", Severity.CRITICAL),
    DISCLOSURE_ISSUED("DisclosureIssued", "DisclosureIssued", Severity.CRITICAL),
    SEAL_CHALLENGE_ANSWERED("SealChallengeAnswered", "SealChallengeAnswered", Severity.IMPORTANT),
    SEAL_CHALLENGE_LAPSED("SealChallengeLapsed", "SealChallengeLapsed", Severity.CRITICAL),
    CLARIFICATION_FILED("ClarificationFiled", "ClarificationFiled", Severity.IMPORTANT),
    CLARIFICATION_ESCALATED("ClarificationEscalated", "ClarificationEscalated", Severity.CRITICAL),
    CLARIFICATION_ANSWERED("ClarificationAnswered", "ClarificationAnswered", Severity.CRITICAL),
    PROOF_OF_CURE_FILED("ProofOfCureFiled", "ProofOfCureFiled", Severity.IMPORTANT),
    PROOF_OF_CURE_ESCALATED("ProofOfCureEscalated", "ProofOfCureEscalated", Severity.CRITICAL),
    PROOF_OF_CURE_ANSWERED("ProofOfCureAnswered", "ProofOfCureAnswered", Severity.CRITICAL),
    INTERIM_RELIEF_ASKED("InterimReliefAsked", "InterimReliefAsked", Severity.CRITICAL),
    INTERIM_RELIEF_DECIDED("InterimReliefDecided", "InterimReliefDecided", Severity.CRITICAL),
    INTERIM_RELIEF_LAPSED("InterimReliefLapsed", "InterimReliefLapsed", Severity.CRITICAL),
    SHOP_ENROLLED("ShopEnrolled", "ShopEnrolled", Severity.INFORMATION),
    MILESTONE_VERIFIED("MilestoneVerified", "MilestoneVerified", Severity.IMPORTANT),
    CASE_OPENED("CaseOpened", "CaseOpened", Severity.IMPORTANT),
    ADVOCATE_ASSIGNED("AdvocateAssigned", "AdvocateAssigned", Severity.IMPORTANT),
    ADVOCATE_CHANGED("AdvocateChanged", "AdvocateChanged", Severity.IMPORTANT),
    ADVOCATE_REPORTING_MOVED("AdvocateReportingMoved", "AdvocateReportingMoved", Severity.IMPORTANT),
    ADVOCATE_CONCENTRATED("AdvocateConcentrated", "AdvocateConcentrated", Severity.IMPORTANT),
    NO_ADVOCATE_FREE("NoAdvocateFree", "NoAdvocateFree", Severity.IMPORTANT),
    BRIEF_FILED("BriefFiled", "BriefFiled", Severity.INFORMATION),
    ADJUDICATOR_CHANGED("AdjudicatorChanged", "AdjudicatorChanged", Severity.IMPORTANT),
    CASE_CLAIMED("CaseClaimed", "CaseClaimed", Severity.IMPORTANT),
    ANSWER_FILED("AnswerFiled", "AnswerFiled", Severity.IMPORTANT),
    DRAFT_RULING_ISSUED("DraftRulingIssued", "DraftRulingIssued", Severity.CRITICAL),
    REPLY_FILED("ReplyFiled", "ReplyFiled", Severity.IMPORTANT),
    RULING_ISSUED("RulingIssued", "RulingIssued", Severity.CRITICAL),
    CONDITIONAL_RULING_FULFILLED("ConditionalRulingFulfilled", "ConditionalRulingFulfilled", Severity.CRITICAL),
    CONDITIONAL_RULING_LAPSED("ConditionalRulingLapsed", "ConditionalRulingLapsed", Severity.CRITICAL),
    EFFECT_OVERDUE("EffectOverdue", "EffectOverdue", Severity.CRITICAL),
    CASE_CLOSED("CaseClosed", "CaseClosed", Severity.INFORMATION),
    REOPENING_REQUESTED("ReopeningRequested", "ReopeningRequested", Severity.IMPORTANT),
    REOPENING_REQUEST_REFUSED("ReopeningRequestRefused", "ReopeningRequestRefused", Severity.CRITICAL),
    REOPENING_REQUEST_OVERDUE("ReopeningRequestOverdue", "ReopeningRequestOverdue", Severity.CRITICAL),
    CASE_REOPENING_PROPOSED("CaseReopeningProposed", "CaseReopeningProposed", Severity.IMPORTANT),
    CASE_REOPENED("CaseReopened", "CaseReopened", Severity.CRITICAL),
    CASE_REOPENING_REFUSED("CaseReopeningRefused", "CaseReopeningRefused", Severity.CRITICAL),
    CASE_CONTINUED("CaseContinued", "CaseContinued", Severity.CRITICAL),
    CASE_JOINED("CaseJoined", "CaseJoined", Severity.IMPORTANT),
    CASE_LEFT("CaseLeft", "CaseLeft", Severity.IMPORTANT),
    CASE_WITHDRAWN("CaseWithdrawn", "CaseWithdrawn", Severity.IMPORTANT),
    INADMISSIBLE("Inadmissible", "CaseInadmissible", Severity.CRITICAL),
    MESSAGE_SENT("MessageSent", "MessageSent", Severity.IMPORTANT),
    MESSAGE_FILED("MessageFiled", "MessageFiled", Severity.IMPORTANT),
    CLOCK_WARNING("ClockWarning", "ClockWarning", Severity.IMPORTANT),
    CLOCK_LAPSED("ClockLapsed", "ClockLapsed", Severity.CRITICAL),
    SNOOZE_ENDED("SnoozeEnded", "SnoozeEnded", Severity.IMPORTANT),
    NOTICE_BOUNCED("NoticeBounced", "NoticeBounced", Severity.CRITICAL);

    private final String wireName;
    private final String eventType;
    private final Severity severity;

    NoticeType(String wireName, String eventType, Severity severity) {
        this.wireName = wireName;
        this.eventType = eventType;
        this.severity = severity;
    }

    /** The type as it stands in an answer and in an event of this service. */
    public String wireName() {
        return wireName;
    }

    /** How much hangs on it that the recipient learns of this in time. */
    public Severity severity() {
        return severity;
    }

    /** The type of notice that an event of this type may cause; empty for events no party is told about. */
    public static Optional<NoticeType> causedBy(String eventType) {
        for (NoticeType type : values()) {
            if (type.eventType.equals(eventType)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Reads a wire name written by this service. */
    public static NoticeType ofWireName(String wireName) {
        return find(wireName).orElseThrow(() -> new IllegalArgumentException("unknown notice type " + wireName));
    }

    /** Reads a wire name that somebody else wrote. */
    public static Optional<NoticeType> find(String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equals(wireName))
                .findFirst();
    }
}
