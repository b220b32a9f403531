package io.redress.notifications.api;

import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Notice;
import java.time.Instant;
import java.util.Optional;

/** A notice as its recipient reads it. */
record NoticeBody(
        String id,
        String type,
        String severity,
        RecipientBody recipient,
        String language,
        BilingualText title,
        BilingualText body,
        AboutBody about,
        Instant storedAt,
        Optional<Instant> readAt) {

    record RecipientBody(String kind, String id) {}

    record AboutBody(
            Optional<String> penaltyId,
            Optional<String> statementId,
            Optional<String> caseId,
            Optional<String> measureId) {}

    static NoticeBody of(Notice notice) {
        return new NoticeBody(
                notice.id(),
                notice.type().wireName(),
                notice.type().severity().name(),
                new RecipientBody(
                        notice.recipient().kind().name(), notice.recipient().id()),
                notice.language().tag(),
                notice.title(),
                notice.body(),
                new AboutBody(
                        notice.about().penaltyId(),
                        notice.about().statementId(),
                        notice.about().caseId(),
                        notice.about().measureId()),
                notice.storedAt(),
                notice.readAt());
    }
}
