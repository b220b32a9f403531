package io.redress.notifications.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice that was not sent because it would have had a gap or told something sealed. It waits for an operator; the
 * event that it is about is kept, so that nothing is lost.
 *
 * @param id its id, {@code rfn_…}
 * @param type what it would have told
 * @param addressee to whom
 * @param event what happened, as it was told to this service
 * @param why what was wrong with it when it was written
 * @param refusedAt business time
 * @param resolution how it ended; empty while it waits
 */
public record RefusedNotice(
        String id,
        NoticeType type,
        Addressee addressee,
        PartyEvent event,
        Unsendable why,
        Instant refusedAt,
        Optional<Resolution> resolution) {

    /**
     * How it ended.
     *
     * @param noticeId the notice that was stored after all; empty when the recipient had been told in another role
     * @param by who tried again
     * @param at business time
     */
    public record Resolution(Optional<String> noticeId, String by, Instant at) {}

    /** The two statuses, as lists name them. */
    public enum Status {
        OPEN,
        RESOLVED
    }

    /** Where it stands. */
    public Status status() {
        return resolution.isPresent() ? Status.RESOLVED : Status.OPEN;
    }

    /** The merchant it concerns. */
    public Optional<String> merchantId() {
        return event.value("merchantId");
    }

    /** Ends the waiting; refused when it has ended before. */
    public Outcome<RefusedNotice> resolve(Optional<String> noticeId, String by, Instant at) {
        if (resolution.isPresent()) {
            return Outcome.refused(Refusal.of(NotificationRefusal.ILLEGAL_TRANSITION, "it has been resolved")
                    .with("currentStatus", Status.RESOLVED.name()));
        }
        return Outcome.done(new RefusedNotice(
                id, type, addressee, event, why, refusedAt, Optional.of(new Resolution(noticeId, by, at))));
    }
}
