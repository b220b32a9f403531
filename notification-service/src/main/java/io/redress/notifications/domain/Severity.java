package io.redress.notifications.domain;

/** How much hangs on it that a recipient learns of something in time. */
public enum Severity {
    /** A right is touched or a time to act begins: no preference and no quiet hours may hold it back. */
    CRITICAL,
    /** The recipient should know soon; nothing is lost by the next morning. */
    IMPORTANT,
    /** Good to know. */
    INFORMATION
}
