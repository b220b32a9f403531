package io.redress.notifications.app;

import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import java.util.Optional;

/**
 * Whom an event of another service concerns beyond those that it names as such.
 *
 * @param integrity the employee who is told of what goes to integrity; none: it lies in integrity's lists only
 */
public record Desks(Optional<String> integrity) {

    /** The event with the ids of those who are to be told. */
    public PartyEvent complete(NoticeType type, PartyEvent event) {
        if (type == NoticeType.SEAL_CHALLENGE_ANSWERED) {
            return event.value("raisedBy")
                    .map(advocate -> event.with("advocateId", advocate))
                    .orElse(event);
        }
        if (type == NoticeType.CLARIFICATION_FILED
                || type == NoticeType.CLARIFICATION_ESCALATED
                || type == NoticeType.PROOF_OF_CURE_FILED
                || type == NoticeType.PROOF_OF_CURE_ESCALATED) {
            return event.value("approvedBy")
                    .or(() -> event.value("proposedBy"))
                    .map(answers -> event.with("respondentId", answers))
                    .orElse(event);
        }
        if (type == NoticeType.SEAL_CHALLENGE_LAPSED || type == NoticeType.INTERIM_RELIEF_LAPSED) {
            return integrity.map(desk -> event.with("integrityId", desk)).orElse(event);
        }
        return event;
    }
}
