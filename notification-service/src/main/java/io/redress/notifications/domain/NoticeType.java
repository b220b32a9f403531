package io.redress.notifications.domain;

import java.util.Optional;

/** What a notice tells. Its wire name is the name under which recipients and other services know it. */
public enum NoticeType {
    STATEMENT_ISSUED("StatementIssued", "StatementIssued"),
    MEASURE_IN_FORCE("MeasureInForce", "MeasureInForce"),
    MEASURE_LIFTED("MeasureLifted", "MeasureLifted"),
    PENALTY_REDUCED("PenaltyReduced", "PenaltyReduced"),
    PENALTY_REVERSED("PenaltyReversed", "PenaltyReversed"),
    CASE_OPENED("CaseOpened", "CaseOpened"),
    ADVOCATE_ASSIGNED("AdvocateAssigned", "AdvocateAssigned"),
    BRIEF_FILED("BriefFiled", "BriefFiled"),
    ANSWER_FILED("AnswerFiled", "AnswerFiled"),
    DRAFT_RULING_ISSUED("DraftRulingIssued", "DraftRulingIssued"),
    RULING_ISSUED("RulingIssued", "RulingIssued"),
    CASE_CLOSED("CaseClosed", "CaseClosed"),
    CASE_WITHDRAWN("CaseWithdrawn", "CaseWithdrawn"),
    INADMISSIBLE("Inadmissible", "CaseInadmissible");

    private final String wireName;
    private final String eventType;

    NoticeType(String wireName, String eventType) {
        this.wireName = wireName;
        this.eventType = eventType;
    }

    /** The type as it stands in an answer and in an event of this service. */
    public String wireName() {
        return wireName;
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
        for (NoticeType type : values()) {
            if (type.wireName.equals(wireName)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown notice type " + wireName);
    }
}
