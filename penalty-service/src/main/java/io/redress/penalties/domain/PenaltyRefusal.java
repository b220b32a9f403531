package io.redress.penalties.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Everything penalty-service refuses, as a value that a caller can act on. */
public enum PenaltyRefusal implements RefusalCode {
    /** More points than the cap on a clause that is off the closed list, or a ruling that would leave it so. */
    CLOSURE_NOT_ENUMERATED(RefusalKind.RULE),
    /** The points asked for are not those of the tariff. */
    TARIFF_MISMATCH(RefusalKind.RULE),
    /** A range needs points, and the factors and reasons that led to them. */
    POINTS_NOT_REASONED(RefusalKind.RULE),
    /** Points outside what comparable decisions usually gave, without a word why. */
    DEVIATION_NOT_REASONED(RefusalKind.RULE),
    /** It names what the merchant put forward to be heard, and no independent source. */
    PROTECTED_DISCLOSURE(RefusalKind.RULE),
    /** A range was weighed by a factor that the clause does not name. */
    UNKNOWN_FACTOR(RefusalKind.RULE),
    /** The rulebook in force at the act has no such clause, or there was no rulebook. */
    CLAUSE_NOT_IN_FORCE(RefusalKind.RULE),
    /** A violation names no fact that the merchant may read. */
    NO_DISCLOSED_FACT(RefusalKind.RULE),
    /** An act that ends before it begins, or lies in the future. */
    ACT_TIME_INVALID(RefusalKind.RULE),
    /** The draft of the rules has no such clause. */
    UNKNOWN_CLAUSE(RefusalKind.RULE),
    /** A hit of a clause that is not in shadow, or whose draft has ended. */
    CLAUSE_NOT_IN_SHADOW(RefusalKind.RULE),
    /** A clause in shadow has as many hits as are kept. */
    SHADOW_FULL(RefusalKind.RULE),
    /** The shop was never registered. */
    UNKNOWN_SHOP(RefusalKind.RULE),
    /** The merchant was never registered. */
    UNKNOWN_MERCHANT(RefusalKind.RULE),
    /** A legacy measure of a kind that the rulebook does not know, or one that begins after the import. */
    MEASURE_INVALID(RefusalKind.RULE),
    /** A partial ruling needs points, and not more than the penalty has; or measures that it lifts. */
    RULED_POINTS_INVALID(RefusalKind.RULE),
    /** Measures that a ruling lifts are the penalty's own, each named once, and with PARTIAL. */
    RULED_MEASURES_INVALID(RefusalKind.RULE),
    /** A rulebook document that contradicts itself. */
    RULEBOOK_INVALID(RefusalKind.RULE),
    /** A version that is in force at the same time as another, or gives way to one with a lower number. */
    EFFECTIVE_DATES_OVERLAP(RefusalKind.RULE),
    /** A version that would be effective before its notice period has ended. */
    NOTICE_PERIOD_TOO_SHORT(RefusalKind.RULE),
    /** A draft is not published while merchants may still object to it. */
    NOTICE_PERIOD_RUNNING(RefusalKind.RULE),
    /** A draft is not published before each objection that still stands has its answer. */
    OBJECTIONS_UNANSWERED(RefusalKind.RULE),
    /** A draft is not published after the instant from which it was to be effective. */
    EFFECT_IN_THE_PAST(RefusalKind.RULE),
    /** The time in which merchants may object to a draft has ended. */
    OBJECTION_PERIOD_OVER(RefusalKind.RULE),
    /** Advance notice is to be left out for a reason that the rulebook does not list for the measure. */
    UNKNOWN_NOTICE_EXCEPTION(RefusalKind.RULE),
    /** An exception from advance notice, or a clarification, where no measure with advance notice would follow. */
    NO_NOTICE_DUE(RefusalKind.RULE),
    /** What is done to the merchant needs reasons in both languages. */
    REASONS_MISSING(RefusalKind.RULE),
    /** Facts are clarified while the penalty is held or its advance notice runs, not later. */
    CLARIFICATION_PERIOD_OVER(RefusalKind.RULE),
    /** The penalty has no cure window: a clause of it cannot be cured, or it repeats an earlier breach. */
    NOT_CURABLE(RefusalKind.RULE),
    /** A breach is cured while the cure window runs, not later. */
    CURE_PERIOD_OVER(RefusalKind.RULE),
    /** By the rulebook a measure of this kind goes on during an appeal, whoever orders what. */
    RELIEF_NOT_AVAILABLE(RefusalKind.RULE),
    /** A programme that contradicts itself, or names a key that cannot be read. */
    PROGRAMME_INVALID(RefusalKind.RULE),
    /** The programme does not take shops now. */
    PROGRAMME_CLOSED(RefusalKind.RULE),
    /** The programme has no such milestone, or there is no such programme. */
    MILESTONE_UNKNOWN(RefusalKind.RULE),
    /** The shop does not take part in the programme. */
    NOT_ENROLLED(RefusalKind.RULE),
    /** A report names no matter where the purpose asks for one, one where it does not, or one the shop does not have. */
    MILESTONE_MATTER_MISMATCH(RefusalKind.RULE),
    /** A milestone said to be achieved at an instant that has yet to come. */
    ACHIEVED_IN_FUTURE(RefusalKind.RULE),
    /** A milestone that was achieved before the shop took part: signing up earns nothing. */
    ACHIEVED_BEFORE_ENROLMENT(RefusalKind.RULE),
    /** A milestone reported too long after it was achieved, or achieved after the programme had closed. */
    MILESTONE_EXPIRED(RefusalKind.RULE),
    /** A text that the merchant could read holds a sealed term. */
    SEALED_TERM_IN_TEXT(RefusalKind.RULE),
    /** A sealed term that would be found everywhere, or nowhere. */
    SEALED_TERMS_INVALID(RefusalKind.RULE),
    /** An answer to a challenge that discloses nothing though it says so, or the other way round. */
    DISCLOSURE_MISMATCH(RefusalKind.RULE),
    /** A detection record that is under an unknown key, or damaged. */
    SEALED_RECORD_UNREADABLE(RefusalKind.STATE),
    /** The same fact was punished by another penalty that still stands. */
    FACT_ALREADY_PUNISHED(RefusalKind.STATE),
    /** A milestone that counts once was verified for this shop already. */
    MILESTONE_VERIFIED_ALREADY(RefusalKind.STATE),
    /** A merchant takes back what it does not stand behind. */
    NOT_A_SUPPORTER(RefusalKind.STATE),
    /** It exists already, with other content. */
    DUPLICATE(RefusalKind.STATE),
    /** The status it has forbids this command; `currentStatus` says which. */
    ILLEGAL_TRANSITION(RefusalKind.STATE),
    /** Whoever had a part in a penalty does not approve it, answer for its seal, uphold it, or suspend it. */
    OWN_CAUSE(RefusalKind.FORBIDDEN),
    /** A report that the milestone's verifier did not sign. */
    SIGNATURE_INVALID(RefusalKind.RULE);

    private final RefusalKind kind;

    PenaltyRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
