package io.redress.notifications.api;

import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Notice;
import java.time.Instant;
import java.util.Optional;

/** A notice as a live stream shows it: enough for a line in a list, and as it is now, so that reading shows too. */
public record StreamedNotice(
        String id, String type, String severity, BilingualText title, Instant storedAt, Optional<Instant> readAt) {

    /** What is shown of this notice. */
    public static Object of(Notice notice) {
        return new StreamedNotice(
                notice.id(),
                notice.type().wireName(),
                notice.type().severity().name(),
                notice.title(),
                notice.storedAt(),
                notice.readAt());
    }
}
