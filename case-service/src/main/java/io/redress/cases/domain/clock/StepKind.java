package io.redress.cases.domain.clock;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the events of a case mean for its clocks. */
public enum StepKind {
    OPENED("CaseOpened"),
    ASSIGNED("AdvocateAssigned"),
    CHANGED("AdvocateChanged"),
    BRIEF("BriefFiled"),
    CLAIMED("CaseClaimed"),
    ANSWERED("AnswerFiled"),
    DRAFTED("DraftRulingIssued"),
    REPLIED("ReplyFiled"),
    RULED("RulingIssued"),
    CLOSED("CaseClosed"),
    REOPENING("CaseReopeningProposed"),
    REOPENED("CaseReopened"),
    REOPENING_REFUSED("CaseReopeningRefused"),
    CONTINUED("CaseContinued"),
    WITHDRAWN("CaseWithdrawn"),
    INADMISSIBLE("CaseInadmissible");

    /** Events of a case that no clock and no holder depends on. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "AdvocateReportingMoved",
            "AdvocateConcentrated",
            "RequirementChanged",
            "CaseJoined",
            "CaseLeft",
            "ShopTransferOrdered",
            "ConditionFulfilled",
            "ConditionalRulingFulfilled",
            "ConditionalRulingLapsed",
            "EffectConfirmed",
            "EffectOverdue");

    private final String eventType;

    StepKind(String eventType) {
        this.eventType = eventType;
    }

    /** The types of the events that matter. */
    public static List<String> eventTypes() {
        return Arrays.stream(values()).map(kind -> kind.eventType).toList();
    }

    /** What an event of this type means; empty if nothing. */
    public static Optional<StepKind> of(String eventType) {
        return Arrays.stream(values())
                .filter(kind -> kind.eventType.equals(eventType))
                .findFirst();
    }

    /** True when it was decided whether events of this type matter. */
    static boolean decided(String eventType) {
        return of(eventType).isPresent() || WITHOUT_MEANING.contains(eventType);
    }

    /** True when nothing is waited for afterwards. */
    boolean ends() {
        return switch (this) {
            case CLOSED, REOPENING_REFUSED, WITHDRAWN, INADMISSIBLE -> true;
            case OPENED,
                    ASSIGNED,
                    CHANGED,
                    BRIEF,
                    CLAIMED,
                    ANSWERED,
                    DRAFTED,
                    REPLIED,
                    RULED,
                    REOPENING,
                    REOPENED,
                    CONTINUED -> false;
        };
    }
}
