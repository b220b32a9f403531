package io.redress.notifications;

import io.redress.notifications.domain.TextMessage;
import java.util.List;

/** Where text messages go in a test, and how it can be made to fail. */
interface SmsNetwork {
    /** There is no such number. */
    void unknown(String number);

    /** The next message is not taken, for there are too many. */
    void busyOnce();

    /** Nobody answers any more. */
    void goAway();

    /** What was taken, each reference once. */
    List<TextMessage> arrived();
}
