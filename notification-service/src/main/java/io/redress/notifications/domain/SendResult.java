package io.redress.notifications.domain;

/** What became of one attempt to send. */
public sealed interface SendResult {
    /** The server took it; {@code evidence} is what is known of that. */
    record Taken(String evidence) implements SendResult {}

    /** The server will never take it: the address does not work. */
    record Refused(String evidence) implements SendResult {}

    /** The server does not take it now, or would not talk to us; the address may be right. */
    record Deferred(String evidence) implements SendResult {}

    /** There was no server to ask. */
    record Unreachable(String evidence) implements SendResult {}
}
