package io.redress.notifications.domain;

import java.time.Instant;

/** What happens to a notice. */
public sealed interface NoticeEvent {
    /** The notice it happened to. */
    Notice notice();

    /** The notice lies in the recipient's inbox from now on. */
    record Stored(Notice notice) implements NoticeEvent {}

    /** The recipient, or somebody who acts for the recipient, has opened it for the first time. */
    record Read(Notice notice, Instant at) implements NoticeEvent {}

    /** The recipient has confirmed to know of it. */
    record Acknowledged(Notice notice, Instant at) implements NoticeEvent {}

    /** The recipient's own server has taken it. */
    record Accepted(Notice notice, Channel channel, Instant at) implements NoticeEvent {}

    /** The address does not work; {@code reason} is what a server said, on one line. */
    record Bounced(Notice notice, Channel channel, String reason, Instant at) implements NoticeEvent {}
}
