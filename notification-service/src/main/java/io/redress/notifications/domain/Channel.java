package io.redress.notifications.domain;

/** By which way a notice reaches its recipient. The inbox is the durable medium; the others point to it. */
public enum Channel {
    INBOX,
    EMAIL,
    SMS
}
