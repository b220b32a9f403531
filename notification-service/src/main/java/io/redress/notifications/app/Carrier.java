package io.redress.notifications.app;

import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.SendResult;
import io.vertx.core.Future;

/**
 * Carries notices by one channel. Sending the same notice again carries the same reference, so that the other side can
 * see the repetition.
 */
public interface Carrier {
    Channel channel();

    /** Whether a server's yes is the recipient's own server's yes. */
    boolean takenIsAccepted();

    /** One attempt. Whatever goes wrong is a result; a failed future is a defect. */
    Future<SendResult> send(Notice notice, String address);

    /** Lets go of connections. */
    Future<Void> close();
}
