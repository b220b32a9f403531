package io.redress.notifications.domain;

import io.redress.notifications.domain.template.TemplateRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One notice on a durable medium: what one recipient was told, when, in which words, and when it was read. Its words
 * never change; it is read once, acknowledged once, and told of what became of its deliveries.
 *
 * @param id its id, {@code not_…}
 * @param sourceEventId the event it tells of; with the recipient it is unique
 * @param type what it tells
 * @param recipient whose inbox it lies in
 * @param merchantId the merchant it concerns, whoever receives it
 * @param about the ids it concerns
 * @param language the recipient's language; both languages are stored all the same
 * @param template the words it was written from; empty for notices from before templates were kept
 * @param title the title
 * @param body the text
 * @param storedAt the business time at which it was stored
 * @param readAt the business time of the first reading
 * @param acknowledgedAt the business time at which the recipient confirmed to know of it
 */
public record Notice(
        String id,
        String sourceEventId,
        NoticeType type,
        Recipient recipient,
        Optional<String> merchantId,
        About about,
        Language language,
        Optional<TemplateRef> template,
        BilingualText title,
        BilingualText body,
        Instant storedAt,
        Optional<Instant> readAt,
        Optional<Instant> acknowledgedAt) {

    /** A notice as it is after a decision, with what happened to it. */
    public record Change(Notice notice, List<NoticeEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(readAt, "readAt");
        Objects.requireNonNull(acknowledgedAt, "acknowledgedAt");
    }

    /**
     * A new notice.
     *
     * @param id the id of the new notice
     * @param language the language used with the recipient
     * @param template what its words were made from
     * @param at the business time of storing
     */
    public static Change write(
            String id,
            NoticeType type,
            Recipient recipient,
            PartyEvent event,
            Language language,
            TemplateRef template,
            BilingualText title,
            BilingualText body,
            Instant at) {
        return stored(new Notice(
                id,
                event.id(),
                type,
                recipient,
                event.value("merchantId"),
                About.of(event),
                language,
                Optional.of(template),
                title,
                body,
                at,
                Optional.empty(),
                Optional.empty()));
    }

    private static Change stored(Notice notice) {
        return new Change(notice, List.of(new NoticeEvent.Stored(notice)));
    }

    /** Marks it as read; nothing happens when it was read before. */
    public Change read(Instant at) {
        if (readAt.isPresent()) {
            return new Change(this, List.of());
        }
        Notice read = seen(Optional.of(at), acknowledgedAt);
        return new Change(read, List.of(new NoticeEvent.Read(read, at)));
    }

    /** The recipient confirms to know of it, which is reading it too; nothing happens when that was done before. */
    public Change acknowledge(Instant at) {
        if (acknowledgedAt.isPresent()) {
            return new Change(this, List.of());
        }
        Notice acknowledged = seen(readAt.or(() -> Optional.of(at)), Optional.of(at));
        NoticeEvent event = new NoticeEvent.Acknowledged(acknowledged, at);
        return readAt.isPresent()
                ? new Change(acknowledged, List.of(event))
                : new Change(acknowledged, List.of(new NoticeEvent.Read(acknowledged, at), event));
    }

    /** The recipient's server took it. */
    public Change accepted(Channel channel, Instant at) {
        return new Change(this, List.of(new NoticeEvent.Accepted(this, channel, at)));
    }

    /** It came back. */
    public Change bounced(Channel channel, String reason, Instant at) {
        return new Change(this, List.of(new NoticeEvent.Bounced(this, channel, reason, at)));
    }

    private Notice seen(Optional<Instant> read, Optional<Instant> acknowledged) {
        return new Notice(
                id,
                sourceEventId,
                type,
                recipient,
                merchantId,
                about,
                language,
                template,
                title,
                body,
                storedAt,
                read,
                acknowledged);
    }
}
