package io.redress.notifications.messaging;

import io.redress.kit.messaging.OutgoingEvent;
import io.redress.notifications.domain.RefusedNotice;
import io.vertx.core.json.JsonObject;

/** What this service tells others of a notice that was not sent. */
public final class RefusedNoticeMessages {
    private static final String TOPIC = "notifications.events.v1";

    private RefusedNoticeMessages() {}

    /** The message of one as it is now: refused, or resolved. */
    public static OutgoingEvent of(RefusedNotice refused) {
        JsonObject data = new JsonObject().put("refusedNoticeId", refused.id());
        refused.merchantId().ifPresent(merchantId -> data.put("merchantId", merchantId));
        data.put("type", refused.type().wireName())
                .put("addressee", refused.addressee().name())
                .put("reason", refused.why().reason().code())
                .put("about", NoticeMessages.about(refused.event()));
        return refused.resolution()
                .map(resolution -> {
                    resolution.noticeId().ifPresent(noticeId -> data.put("noticeId", noticeId));
                    data.put("at", resolution.at().toString());
                    return OutgoingEvent.of(TOPIC, refused.id(), "RefusedNoticeResolved", data);
                })
                .orElseGet(() -> OutgoingEvent.of(
                        TOPIC,
                        refused.id(),
                        "NoticeRefused",
                        data.put("at", refused.refusedAt().toString())));
    }
}
