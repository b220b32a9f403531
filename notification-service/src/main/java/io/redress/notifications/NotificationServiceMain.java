package io.redress.notifications;

import io.redress.kit.boot.Boot;

/** The notification service as a process; {@code migrate} brings its schema up to date and ends. */
public final class NotificationServiceMain {
    private NotificationServiceMain() {}

    public static void main(String[] arguments) {
        Boot.run(
                arguments,
                System.getenv(),
                NotificationServiceConfig::from,
                NotificationService::migrate,
                NotificationService::create);
    }
}
