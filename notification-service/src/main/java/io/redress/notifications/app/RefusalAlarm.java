package io.redress.notifications.app;

import io.redress.notifications.domain.RefusedNotice;

/** Tells those who run the service that a notice was not sent. */
@FunctionalInterface
public interface RefusalAlarm {
    void raise(RefusedNotice refused);
}
