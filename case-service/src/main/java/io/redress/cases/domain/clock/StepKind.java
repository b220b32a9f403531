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
    ADJUDICATOR("AdjudicatorChanged"),
    ANSWERED("AnswerFiled"),
    DRAFTED("DraftRulingIssued"),
    REPLIED("ReplyFiled"),
    RULED("RulingIssued"),
    CONDITIONS_FULFILLED("ConditionalRulingFulfilled"),
    CONDITION_LAPSED("ConditionalRulingLapsed"),
    CLOSED("CaseClosed"),
    REOPENING("CaseReopeningProposed"),
    REOPENED("CaseReopened"),
    REOPENING_REFUSED("CaseReopeningRefused"),
    CONTINUED("CaseContinued"),
    WITHDRAWN("CaseWithdrawn"),
    INADMISSIBLE("CaseInadmissible"),
    /** The advocate needs the merchant's answer. */
    ASKED("MessageSent", "QUESTION"),
    ADVOCATE_WROTE("MessageSent", "ADVOCATE"),
    MERCHANT_WROTE("MessageSent", "MERCHANT");

    /** Events of a case that no clock and no holder depends on. */
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "AdvocateReportingMoved",
            "AdvocateConcentrated",
            "NoAdvocateFree",
            "CaseMoved",
            "RequirementChanged",
            "CaseJoined",
            "CaseLeft",
            "ShopTransferOrdered",
            "ConditionFulfilled",
            "EffectConfirmed",
            "EffectSettlementProposed",
            "EffectOverdue",
            "ReopeningRequested",
            "ReopeningRequestRefused",
            "ReopeningRequestOverdue");

    private final String eventType;
    private final Optional<String> variant;

    StepKind(String eventType) {
        this.eventType = eventType;
        this.variant = Optional.empty();
    }

    StepKind(String eventType, String variant) {
        this.eventType = eventType;
        this.variant = Optional.of(variant);
    }

    /** The types of the events that matter. */
    public static List<String> eventTypes() {
        return Arrays.stream(values()).map(kind -> kind.eventType).distinct().toList();
    }

    /** What an event of this type means; empty if nothing, and of a type that means several things. */
    public static Optional<StepKind> of(String eventType) {
        return of(eventType, Optional.empty());
    }

    /** What an event of this type and variant means; empty if nothing. */
    public static Optional<StepKind> of(String eventType, Optional<String> variant) {
        return Arrays.stream(values())
                .filter(kind -> kind.eventType.equals(eventType) && kind.variant.equals(variant))
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
                    ADJUDICATOR,
                    ANSWERED,
                    DRAFTED,
                    REPLIED,
                    RULED,
                    CONDITIONS_FULFILLED,
                    CONDITION_LAPSED,
                    REOPENING,
                    REOPENED,
                    CONTINUED,
                    ASKED,
                    ADVOCATE_WROTE,
                    MERCHANT_WROTE -> false;
        };
    }
}
