package io.redress.notifications.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why this service refuses. */
public enum NotificationRefusal implements RefusalCode {
    /** A text names something that the event does not carry, or has no wording at all: nothing is sent. */
    NOTICE_INCOMPLETE(RefusalKind.RULE),
    /** Text messages are wanted without a number. */
    SMS_NUMBER_MISSING(RefusalKind.RULE),
    /** Quiet hours that are empty, or in a zone that does not exist. */
    QUIET_HOURS_INVALID(RefusalKind.RULE);

    private final RefusalKind kind;

    NotificationRefusal(RefusalKind kind) {
        this.kind = kind;
    }

    @Override
    public RefusalKind kind() {
        return kind;
    }
}
