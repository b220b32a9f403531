package io.redress.notifications.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The delivery of one notice by one channel outside the inbox.
 *
 * @param noticeId the notice
 * @param channel by which way
 * @param state how far it has come
 * @param address where it goes, as it was when the notice was stored
 * @param held whether it waits for quiet hours to end
 * @param attempts how often it was tried
 * @param stepCount how many steps it has had; guards each change
 * @param sentAt business time at which the first server took it
 */
public record Delivery(
        String noticeId,
        Channel channel,
        DeliveryState state,
        String address,
        boolean held,
        int attempts,
        int stepCount,
        Optional<Instant> sentAt) {

    /** What others are to be told of a delivery. */
    public enum News {
        NONE,
        ACCEPTED,
        BOUNCED
    }

    /**
     * What a decision leads to.
     *
     * @param delivery as it is afterwards
     * @param steps what is added to its evidence, in order
     * @param news what others are told
     */
    public record Change(Delivery delivery, List<DeliveryStep> steps, News news) {
        public Change {
            steps = List.copyOf(steps);
        }
    }

    public Delivery {
        Objects.requireNonNull(noticeId, "noticeId");
        Objects.requireNonNull(sentAt, "sentAt");
    }

    /** Puts a notice into the queue. */
    public static Change queue(
            String noticeId, Channel channel, String address, Instant at, Optional<Instant> heldUntil) {
        String why = heldUntil.map(until -> "quiet hours until " + until).orElse("to be sent");
        Delivery queued = new Delivery(
                noticeId, channel, DeliveryState.QUEUED, address, heldUntil.isPresent(), 0, 1, Optional.empty());
        return new Change(queued, List.of(new DeliveryStep(DeliveryState.QUEUED, at, why)), News.NONE);
    }

    /**
     * The first server has taken it.
     *
     * @param byRecipient whether that server is the recipient's own, so that taking it is acceptance
     */
    public Change sent(String evidence, boolean byRecipient, Instant at) {
        DeliveryStep sent = new DeliveryStep(DeliveryState.SENT, at, evidence);
        if (!byRecipient) {
            return to(DeliveryState.SENT, attempts + 1, Optional.of(at), News.NONE, sent);
        }
        DeliveryStep accepted = new DeliveryStep(DeliveryState.ACCEPTED, at, evidence);
        return to(DeliveryState.ACCEPTED, attempts + 1, Optional.of(at), News.ACCEPTED, sent, accepted);
    }

    /** A server said for good that it will not take it. */
    public Change refused(String evidence, Instant at) {
        return to(
                DeliveryState.BOUNCED,
                attempts + 1,
                sentAt,
                News.BOUNCED,
                new DeliveryStep(DeliveryState.BOUNCED, at, evidence));
    }

    /** A server said that it will not take it now. Given up when {@code more} is false. */
    public Change deferred(String evidence, boolean more, Instant at) {
        DeliveryState next = more ? DeliveryState.QUEUED : DeliveryState.FAILED;
        return to(next, attempts + 1, sentAt, News.NONE, new DeliveryStep(next, at, evidence));
    }

    /** Quiet hours are over; nothing happens when it does not wait for them. */
    public Optional<Change> release(Instant at) {
        if (!held || state != DeliveryState.QUEUED) {
            return Optional.empty();
        }
        Delivery released = new Delivery(noticeId, channel, state, address, false, attempts, stepCount + 1, sentAt);
        return Optional.of(new Change(
                released, List.of(new DeliveryStep(DeliveryState.QUEUED, at, "quiet hours are over")), News.NONE));
    }

    /**
     * A mail provider reports that the recipient's server took it. The first report counts. After a bounce it is kept
     * as evidence and changes nothing else: where servers contradict each other, only reading starts a time limit.
     *
     * @param reportedAt what the report says; counted no earlier than the sending and no later than now
     */
    public Change reportedAccepted(String evidence, Instant reportedAt, Instant now) {
        if (state == DeliveryState.ACCEPTED) {
            return nothing();
        }
        Instant at = within(reportedAt, now);
        DeliveryStep step = new DeliveryStep(DeliveryState.ACCEPTED, at, evidence);
        if (state == DeliveryState.BOUNCED) {
            return to(DeliveryState.BOUNCED, attempts, sentAt, News.NONE, step);
        }
        return to(DeliveryState.ACCEPTED, attempts, sentAt, News.ACCEPTED, step);
    }

    /** A mail provider reports that it came back. A bounce after acceptance is told too: the recipient has not got it. */
    public Change reportedBounced(String evidence, Instant reportedAt, Instant now) {
        if (state == DeliveryState.BOUNCED) {
            return nothing();
        }
        DeliveryStep step = new DeliveryStep(DeliveryState.BOUNCED, within(reportedAt, now), evidence);
        return to(DeliveryState.BOUNCED, attempts, sentAt, News.BOUNCED, step);
    }

    private Instant within(Instant reportedAt, Instant now) {
        Instant earliest = sentAt.orElse(now);
        if (reportedAt.isBefore(earliest)) {
            return earliest;
        }
        return reportedAt.isAfter(now) ? now : reportedAt;
    }

    private Change nothing() {
        return new Change(this, List.of(), News.NONE);
    }

    private Change to(DeliveryState next, int tried, Optional<Instant> sent, News news, DeliveryStep... steps) {
        Delivery after = new Delivery(noticeId, channel, next, address, held, tried, stepCount + steps.length, sent);
        return new Change(after, List.of(steps), news);
    }
}
