package io.redress.notifications.app;

import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import java.util.Optional;

/**
 * Whom an event of another service concerns beyond those that it names as such. What goes to a desk that has nobody lies
 * in the lists of its service only.
 *
 * @param integrity the employee who is told of what goes to integrity
 * @param duty the one who is told of interim relief that waits for a duty adjudicator
 * @param approvers the one who is told of what waits for an approver because nobody answered
 * @param operators the one who is told of effects of rulings that did not come
 */
public record Desks(
        Optional<String> integrity, Optional<String> duty, Optional<String> approvers, Optional<String> operators) {

    /** The event with the ids of those who are to be told. */
    public PartyEvent complete(NoticeType type, PartyEvent event) {
        return switch (type) {
            case SEAL_CHALLENGE_ANSWERED -> with("advocateId", event.value("raisedBy"), event);
            case CLARIFICATION_FILED, PROOF_OF_CURE_FILED -> with("respondentId", answers(event), event);
            case CLARIFICATION_ESCALATED, PROOF_OF_CURE_ESCALATED ->
                with("approversId", approvers, with("respondentId", answers(event), event));
            case INTERIM_RELIEF_ASKED -> with("dutyId", duty, event);
            case EFFECT_OVERDUE -> with("operatorsId", operators, event);
            case SEAL_CHALLENGE_LAPSED, INTERIM_RELIEF_LAPSED, ADVOCATE_CONCENTRATED, NO_ADVOCATE_FREE ->
                with("integrityId", integrity, event);
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
                    INTERIM_RELIEF_DECIDED,
                    CASE_OPENED,
                    ADVOCATE_ASSIGNED,
                    ADVOCATE_CHANGED,
                    ADVOCATE_REPORTING_MOVED,
                    ADJUDICATOR_CHANGED,
                    BRIEF_FILED,
                    CASE_CLAIMED,
                    ANSWER_FILED,
                    DRAFT_RULING_ISSUED,
                    REPLY_FILED,
                    RULING_ISSUED,
                    CONDITIONAL_RULING_FULFILLED,
                    CONDITIONAL_RULING_LAPSED,
                    CASE_CLOSED,
                    REOPENING_REQUESTED,
                    REOPENING_REQUEST_REFUSED,
                    REOPENING_REQUEST_OVERDUE,
                    CASE_REOPENING_PROPOSED,
                    CASE_REOPENED,
                    CASE_REOPENING_REFUSED,
                    CASE_CONTINUED,
                    CASE_JOINED,
                    CASE_LEFT,
                    CASE_WITHDRAWN,
                    INADMISSIBLE,
                    MESSAGE_SENT,
                    MESSAGE_FILED,
                    CLOCK_WARNING,
                    CLOCK_LAPSED,
                    SNOOZE_ENDED,
                    NOTICE_BOUNCED -> event;
        };
    }

    private static Optional<String> answers(PartyEvent event) {
        return event.value("approvedBy").or(() -> event.value("proposedBy"));
    }

    private static PartyEvent with(String member, Optional<String> id, PartyEvent event) {
        return id.map(known -> event.with(member, known)).orElse(event);
    }
}
