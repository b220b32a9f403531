package io.redress.notifications.api;

import io.redress.notifications.app.Deliveries;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.template.TemplateRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Optional<TemplateRef> template,
        Instant storedAt,
        Optional<Instant> readAt,
        Optional<Instant> acknowledgedAt,
        Optional<List<DeliveryBody>> deliveries) {

    record RecipientBody(String kind, String id) {}

    record AboutBody(
            Optional<String> penaltyId,
            Optional<String> statementId,
            Optional<String> caseId,
            Optional<String> measureId) {

        static AboutBody of(About about) {
            return new AboutBody(about.penaltyId(), about.statementId(), about.caseId(), about.measureId());
        }
    }

    /** Without its deliveries. */
    static NoticeBody of(Notice notice) {
        return of(notice, Optional.empty());
    }

    /** With what is known of its deliveries, the inbox first. */
    static NoticeBody of(Notice notice, List<Deliveries.Recorded> deliveries) {
        Stream<DeliveryBody> others = deliveries.stream().map(DeliveryBody::of);
        return of(
                notice,
                Optional.of(Stream.concat(Stream.of(DeliveryBody.inbox(notice)), others)
                        .toList()));
    }

    private static NoticeBody of(Notice notice, Optional<List<DeliveryBody>> deliveries) {
        return new NoticeBody(
                notice.id(),
                notice.type().wireName(),
                notice.type().severity().name(),
                new RecipientBody(
                        notice.recipient().kind().name(), notice.recipient().id()),
                notice.language().tag(),
                notice.title(),
                notice.body(),
                AboutBody.of(notice.about()),
                notice.template(),
                notice.storedAt(),
                notice.readAt(),
                notice.acknowledgedAt(),
                deliveries);
    }
}
