package io.redress.notifications.domain;

import io.redress.kit.outcome.RefusalCode;
import io.redress.kit.outcome.RefusalKind;

/** Why this service refuses. */
public enum NotificationRefusal implements RefusalCode {
    /** A text names something that its event does not carry, or there is no template for it: nothing is sent. */
    NOTICE_INCOMPLETE(RefusalKind.RULE),
    /** A text that the platform writes would tell something sealed. */
    SEALED_TERM_IN_TEXT(RefusalKind.RULE),
    /** There is no such type of notice, or it never goes to this addressee. */
    TEMPLATE_TYPE_UNKNOWN(RefusalKind.RULE),
    /** A template lacks Chinese or English. */
    TEMPLATE_INCOMPLETE(RefusalKind.RULE),
    /** A template is not in ICU MessageFormat, or uses a placeholder as what it is not. */
    TEMPLATE_MALFORMED(RefusalKind.RULE),
    /** A template names something that this type of notice does not carry. */
    TEMPLATE_PLACEHOLDER_UNKNOWN(RefusalKind.RULE),
    /** A template never names something that its recipient has to be told. */
    TEMPLATE_PLACEHOLDER_MISSING(RefusalKind.RULE),
    /** Nobody approves words of his own. */
    OWN_CAUSE(RefusalKind.FORBIDDEN),
    /** The status forbids it. */
    ILLEGAL_TRANSITION(RefusalKind.STATE),
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
