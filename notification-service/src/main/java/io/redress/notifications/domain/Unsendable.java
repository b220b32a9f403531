package io.redress.notifications.domain;

import io.redress.kit.outcome.Refusal;
import java.util.Locale;
import java.util.Objects;

/**
 * Why a notice is not sent: it would have a gap, or tell what it must not.
 *
 * @param reason the kind of reason, which is what alarms count by
 * @param detail one English sentence for operators; never names a sealed term
 */
public record Unsendable(Reason reason, String detail) {

    /** The kinds of reason. */
    public enum Reason {
        /** The event does not name the recipient. */
        RECIPIENT_MISSING,
        /** No template of this type and addressee was approved. */
        TEMPLATE_MISSING,
        /** The template names something that the event does not carry. */
        PLACEHOLDER_MISSING,
        /** What the platform would write contains a sealed term. */
        SEALED_TERM,
        /** The text is longer than a notice can be. */
        TOO_LONG;

        /** As alarms and lists name it, for example {@code placeholder-missing}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Unsendable {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
    }

    /** The answer to whoever asked for the notice to be sent. */
    public Refusal refusal() {
        NotificationRefusal code =
                switch (reason) {
                    case RECIPIENT_MISSING, TEMPLATE_MISSING, PLACEHOLDER_MISSING, TOO_LONG ->
                        NotificationRefusal.NOTICE_INCOMPLETE;
                    case SEALED_TERM -> NotificationRefusal.SEALED_TERM_IN_TEXT;
                };
        return Refusal.of(code, detail);
    }
}
