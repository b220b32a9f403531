package io.redress.notifications.domain;

import io.redress.notifications.domain.template.TemplateRef;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One notice on a durable medium: what one recipient was told, when, in which words, and when it was read. Its words
 * never change; the only thing that ever happens to it is that it is read, once.
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
        Optional<Instant> readAt) {

    /** A notice as it is after a decision, with what happened to it. */
    public record Change(Notice notice, List<NoticeEvent> events) {
        public Change {
            events = List.copyOf(events);
        }
    }

    public Notice {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(readAt, "readAt");
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
        Notice read = new Notice(
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
                Optional.of(at));
        return new Change(read, List.of(new NoticeEvent.Read(read, at)));
    }
}
