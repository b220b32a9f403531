package io.redress.notifications.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeEvent;
import io.redress.notifications.domain.PartyEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** What this service tells others of a notice: that it exists and was read, never its words. */
public final class NoticeMessages {
    private static final String TOPIC = "notifications.events.v1";

    private NoticeMessages() {}

    /** The message of one event of a notice. */
    public static OutgoingEvent of(NoticeEvent event) {
        if (event instanceof NoticeEvent.Read read) {
            return message("NoticeRead", read.notice(), read.at());
        }
        return message("NoticeStored", event.notice(), event.notice().storedAt());
    }

    private static OutgoingEvent message(String type, Notice notice, Instant at) {
        JsonObject data = new JsonObject().put("noticeId", notice.id());
        notice.merchantId().ifPresent(merchantId -> data.put("merchantId", merchantId));
        data.put(
                        "recipient",
                        new JsonObject()
                                .put("kind", notice.recipient().kind().name())
                                .put("id", notice.recipient().id()))
                .put("type", notice.type().wireName())
                .put("about", about(notice.about()))
                .put("at", at.toString());
        return OutgoingEvent.of(TOPIC, notice.id(), type, data);
    }

    static JsonObject about(PartyEvent event) {
        return about(About.of(event));
    }

    private static JsonObject about(About about) {
        JsonObject ids = new JsonObject();
        about.penaltyId().ifPresent(id -> ids.put("penaltyId", id));
        about.statementId().ifPresent(id -> ids.put("statementId", id));
        about.caseId().ifPresent(id -> ids.put("caseId", id));
        about.measureId().ifPresent(id -> ids.put("measureId", id));
        return ids;
    }
}
