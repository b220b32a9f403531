package io.redress.notifications.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeEvent;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.Recipient;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Consumer;

/** What this service tells others of a notice: that it exists, was read and arrived, never its words. */
public final class NoticeMessages {
    private static final String TOPIC = "notifications.events.v1";

    private NoticeMessages() {}

    /** The message of one event of a notice. */
    public static OutgoingEvent of(NoticeEvent event) {
        if (event instanceof NoticeEvent.Read read) {
            return message("NoticeRead", read.notice(), read.at());
        }
        if (event instanceof NoticeEvent.Acknowledged acknowledged) {
            return message("NoticeAcknowledged", acknowledged.notice(), acknowledged.at());
        }
        if (event instanceof NoticeEvent.Accepted accepted) {
            return message(
                    "NoticeAccepted",
                    accepted.notice(),
                    accepted.at(),
                    data -> data.put("channel", accepted.channel().name()));
        }
        if (event instanceof NoticeEvent.Bounced bounced) {
            return message("NoticeBounced", bounced.notice(), bounced.at(), data -> data.put(
                            "channel", bounced.channel().name())
                    .put("reason", bounced.reason()));
        }
        return message("NoticeStored", event.notice(), event.notice().storedAt());
    }

    /** A recipient wants to be told in another way; how is nobody else's business. */
    public static OutgoingEvent preferencesChanged(Recipient recipient) {
        JsonObject data = new JsonObject();
        if (recipient.kind() == Recipient.Kind.MERCHANT) {
            data.put("merchantId", recipient.id());
        }
        data.put("recipient", recipient(recipient));
        return OutgoingEvent.of(TOPIC, recipient.id(), "PreferencesChanged", data);
    }

    private static OutgoingEvent message(String type, Notice notice, Instant at) {
        return message(type, notice, at, data -> {});
    }

    private static OutgoingEvent message(String type, Notice notice, Instant at, Consumer<JsonObject> more) {
        JsonObject data = new JsonObject().put("noticeId", notice.id());
        notice.merchantId().ifPresent(merchantId -> data.put("merchantId", merchantId));
        data.put("recipient", recipient(notice.recipient()))
                .put("type", notice.type().wireName())
                .put("about", about(notice.about()))
                .put("at", at.toString());
        more.accept(data);
        return OutgoingEvent.of(TOPIC, notice.id(), type, data);
    }

    private static JsonObject recipient(Recipient recipient) {
        return new JsonObject().put("kind", recipient.kind().name()).put("id", recipient.id());
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
