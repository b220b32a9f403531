package io.redress.notifications;

import io.redress.notifications.domain.MessageCatalogue;
import java.time.ZoneId;

/** The shipped wordings, for tests in other packages. */
public final class NotificationServiceFixture {
    private NotificationServiceFixture() {}

    public static MessageCatalogue messages() {
        return MessageFiles.read("v1", ZoneId.of("Asia/Shanghai"));
    }
}
