package io.redress.notifications.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Who is told about what. A party is told once of each event that concerns it; an event not listed here tells nobody.
 */
public final class NoticePolicy {
    private static final List<Addressee> NOBODY = List.of();
    private static final List<Addressee> MERCHANT = List.of(Addressee.MERCHANT);

    private NoticePolicy() {}

    /** Everybody who is ever told this, always in the same order. */
    public static List<Addressee> possible(NoticeType type) {
        return switch (type) {
            case STATEMENT_ISSUED,
                    MEASURE_IN_FORCE,
                    MEASURE_LIFTED,
                    PENALTY_REDUCED,
                    PENALTY_REVERSED,
                    DISCLOSURE_ISSUED,
                    CLARIFICATION_ANSWERED,
                    PROOF_OF_CURE_ANSWERED,
                    SHOP_ENROLLED,
                    MILESTONE_VERIFIED,
                    CASE_OPENED,
                    BRIEF_FILED,
                    RULING_ISSUED,
                    CASE_CLOSED,
                    CASE_CONTINUED,
                    CASE_WITHDRAWN,
                    MESSAGE_FILED,
                    INADMISSIBLE -> MERCHANT;
            case ADVOCATE_ASSIGNED,
                    INTERIM_RELIEF_DECIDED,
                    CONDITIONAL_RULING_FULFILLED,
                    CONDITIONAL_RULING_LAPSED,
                    REOPENING_REQUEST_REFUSED,
                    CASE_REOPENING_PROPOSED,
                    CASE_REOPENED,
                    CASE_REOPENING_REFUSED,
                    CASE_JOINED,
                    CASE_LEFT,
                    MESSAGE_SENT -> List.of(Addressee.MERCHANT, Addressee.ADVOCATE);
            case ADVOCATE_CHANGED -> List.of(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.FORMER);
            case ADJUDICATOR_CHANGED ->
                List.of(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.ADJUDICATOR, Addressee.FORMER_ADJUDICATOR);
            case NOTICE_BOUNCED -> List.of(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.DESK);
            case SEAL_CHALLENGE_ANSWERED, ADVOCATE_REPORTING_MOVED -> List.of(Addressee.ADVOCATE);
            case ANSWER_FILED, REPLY_FILED -> List.of(Addressee.ADVOCATE, Addressee.ADJUDICATOR);
            case CASE_CLAIMED -> List.of(Addressee.HEAD);
            case NO_ADVOCATE_FREE -> List.of(Addressee.HEAD, Addressee.INTEGRITY);
            case SEAL_CHALLENGE_LAPSED, ADVOCATE_CONCENTRATED -> List.of(Addressee.INTEGRITY);
            case CLARIFICATION_FILED, PROOF_OF_CURE_FILED -> List.of(Addressee.RESPONDENT);
            case CLARIFICATION_ESCALATED, PROOF_OF_CURE_ESCALATED -> List.of(Addressee.RESPONDENT, Addressee.APPROVERS);
            case INTERIM_RELIEF_ASKED -> List.of(Addressee.DUTY);
            case EFFECT_OVERDUE -> List.of(Addressee.ADVOCATE, Addressee.OPERATORS);
            case REOPENING_REQUESTED -> List.of(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.HEAD);
            case REOPENING_REQUEST_OVERDUE -> List.of(Addressee.ADVOCATE, Addressee.HEAD);
            case CLOCK_WARNING -> List.of(Addressee.HOLDER, Addressee.ADVOCATE);
            case SNOOZE_ENDED -> List.of(Addressee.HOLDER);
            case CLOCK_LAPSED -> List.of(Addressee.HOLDER, Addressee.HEAD, Addressee.ADVOCATE, Addressee.ADJUDICATOR);
            case INTERIM_RELIEF_LAPSED -> List.of(Addressee.ADVOCATE, Addressee.INTEGRITY);
            case DRAFT_RULING_ISSUED ->
                List.of(Addressee.MERCHANT, Addressee.ADVOCATE, Addressee.RESPONDENT, Addressee.HEAD);
        };
    }

    /** Those to tell of this event, always in the same order. */
    public static List<Addressee> addressees(NoticeType type, PartyEvent event) {
        List<Addressee> possible = possible(type);
        return switch (type) {
            case STATEMENT_ISSUED,
                    MEASURE_LIFTED,
                    PENALTY_REDUCED,
                    PENALTY_REVERSED,
                    DISCLOSURE_ISSUED,
                    CLARIFICATION_ANSWERED,
                    PROOF_OF_CURE_ANSWERED,
                    INTERIM_RELIEF_DECIDED,
                    SHOP_ENROLLED,
                    MILESTONE_VERIFIED,
                    CASE_OPENED,
                    ADVOCATE_ASSIGNED,
                    ADVOCATE_CHANGED,
                    BRIEF_FILED,
                    RULING_ISSUED,
                    CASE_CLOSED,
                    CASE_CONTINUED,
                    CASE_WITHDRAWN,
                    INADMISSIBLE -> possible;
            // An imported or continued measure is no news: the statement or the ruling has told of it.
            case MEASURE_IN_FORCE ->
                event.value("origin").filter("IMPOSED"::equals).isPresent() ? possible : NOBODY;
            // Whoever wrote it knows; a case without an advocate has nobody yet to read it.
            case MESSAGE_SENT ->
                event.value("from").filter("ADVOCATE"::equals).isPresent()
                        ? MERCHANT
                        : present(event, List.of(Addressee.ADVOCATE));
            // The same; whoever answers is told in any case.
            case REOPENING_REQUESTED ->
                event.value("from").filter("ADVOCATE"::equals).isPresent()
                        ? present(event, List.of(Addressee.MERCHANT, Addressee.HEAD))
                        : present(event, List.of(Addressee.ADVOCATE, Addressee.HEAD));
            // Whoever filed his own words knows; the advocate's are hers to file.
            case MESSAGE_FILED ->
                event.value("byTheOther").filter("true"::equals).isPresent() ? possible : NOBODY;
            // What her own side has replied is no news to the advocate.
            case REPLY_FILED ->
                event.value("side").filter("DEPARTMENT"::equals).isPresent()
                        ? present(event, possible)
                        : present(event, List.of(Addressee.ADJUDICATOR));
            // From a head who is not named the case is hidden.
            case NO_ADVOCATE_FREE ->
                Addressee.HEAD.of(event).isPresent()
                        ? List.of(Addressee.HEAD)
                        : present(event, List.of(Addressee.INTEGRITY));
            // Who gives a case back, or takes one, knows; the merchant's side is told where others are not heard with
            // it any more.
            case ADJUDICATOR_CHANGED -> {
                List<Addressee> told = new ArrayList<>();
                if (event.value("heardAlone").filter("true"::equals).isPresent()) {
                    told.addAll(List.of(Addressee.MERCHANT, Addressee.ADVOCATE));
                }
                if (event.value("cause").filter("REASSIGNED"::equals).isPresent()) {
                    told.addAll(List.of(Addressee.ADJUDICATOR, Addressee.FORMER_ADJUDICATOR));
                }
                yield present(event, told);
            }
            // An advocate acts for the merchant; without one somebody of the platform has to.
            case NOTICE_BOUNCED ->
                Addressee.ADVOCATE.of(event).isPresent()
                        ? List.of(Addressee.MERCHANT, Addressee.ADVOCATE)
                        : present(event, List.of(Addressee.MERCHANT, Addressee.DESK));
            case ANSWER_FILED,
                    CASE_CLAIMED,
                    CONDITIONAL_RULING_FULFILLED,
                    CONDITIONAL_RULING_LAPSED,
                    REOPENING_REQUEST_REFUSED,
                    REOPENING_REQUEST_OVERDUE,
                    CASE_REOPENING_PROPOSED,
                    CASE_REOPENED,
                    CASE_REOPENING_REFUSED,
                    CASE_JOINED,
                    CASE_LEFT,
                    ADVOCATE_REPORTING_MOVED,
                    ADVOCATE_CONCENTRATED,
                    DRAFT_RULING_ISSUED,
                    SEAL_CHALLENGE_ANSWERED,
                    SEAL_CHALLENGE_LAPSED,
                    CLARIFICATION_FILED,
                    CLARIFICATION_ESCALATED,
                    PROOF_OF_CURE_FILED,
                    PROOF_OF_CURE_ESCALATED,
                    INTERIM_RELIEF_ASKED,
                    INTERIM_RELIEF_LAPSED,
                    CLOCK_WARNING,
                    CLOCK_LAPSED,
                    EFFECT_OVERDUE,
                    SNOOZE_ENDED -> present(event, possible);
        };
    }

    /** Whether it tells of a decision, which its recipient can keep as a document. */
    public static boolean isDecision(NoticeType type) {
        return switch (type) {
            case STATEMENT_ISSUED,
                    PENALTY_REDUCED,
                    PENALTY_REVERSED,
                    DISCLOSURE_ISSUED,
                    CLARIFICATION_ANSWERED,
                    PROOF_OF_CURE_ANSWERED,
                    INTERIM_RELIEF_DECIDED,
                    DRAFT_RULING_ISSUED,
                    RULING_ISSUED,
                    CONDITIONAL_RULING_FULFILLED,
                    CONDITIONAL_RULING_LAPSED,
                    REOPENING_REQUEST_REFUSED,
                    CASE_REOPENED,
                    CASE_REOPENING_REFUSED,
                    INADMISSIBLE -> true;
            case MEASURE_IN_FORCE,
                    MEASURE_LIFTED,
                    SEAL_CHALLENGE_ANSWERED,
                    SEAL_CHALLENGE_LAPSED,
                    CLARIFICATION_FILED,
                    CLARIFICATION_ESCALATED,
                    PROOF_OF_CURE_FILED,
                    PROOF_OF_CURE_ESCALATED,
                    INTERIM_RELIEF_ASKED,
                    INTERIM_RELIEF_LAPSED,
                    SHOP_ENROLLED,
                    MILESTONE_VERIFIED,
                    CASE_OPENED,
                    ADVOCATE_ASSIGNED,
                    ADVOCATE_CHANGED,
                    ADVOCATE_REPORTING_MOVED,
                    ADVOCATE_CONCENTRATED,
                    NO_ADVOCATE_FREE,
                    ADJUDICATOR_CHANGED,
                    BRIEF_FILED,
                    CASE_CLAIMED,
                    ANSWER_FILED,
                    REPLY_FILED,
                    CASE_CLOSED,
                    REOPENING_REQUESTED,
                    REOPENING_REQUEST_OVERDUE,
                    CASE_REOPENING_PROPOSED,
                    CASE_CONTINUED,
                    CASE_JOINED,
                    CASE_LEFT,
                    CASE_WITHDRAWN,
                    MESSAGE_SENT,
                    MESSAGE_FILED,
                    CLOCK_WARNING,
                    CLOCK_LAPSED,
                    EFFECT_OVERDUE,
                    SNOOZE_ENDED,
                    NOTICE_BOUNCED -> false;
        };
    }

    /** Of these, the merchant in any case and employees where the case has them. */
    private static List<Addressee> present(PartyEvent event, List<Addressee> addressees) {
        return addressees.stream()
                .filter(addressee -> addressee == Addressee.MERCHANT
                        || event.value(addressee.member()).isPresent())
                .toList();
    }
}
