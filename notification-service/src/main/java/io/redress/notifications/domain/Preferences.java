package io.redress.notifications.domain;

import io.redress.kit.outcome.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How a recipient wants to be told. Critical notices do not look here, except for the number of the text message.
 *
 * @param language in which notices come; empty: as registered
 * @param important channels of important notices beside the inbox
 * @param information channels of notices that are good to know, beside the inbox
 * @param quietHours when nothing but critical notices is sent
 * @param smsNumber where text messages go, with country code
 */
public record Preferences(
        Optional<Language> language,
        Set<Channel> important,
        Set<Channel> information,
        Optional<QuietHours> quietHours,
        Optional<String> smsNumber) {

    /** Of a recipient who has not said anything. */
    public static final Preferences DEFAULT =
            new Preferences(Optional.empty(), Set.of(Channel.EMAIL), Set.of(), Optional.empty(), Optional.empty());

    public Preferences {
        Objects.requireNonNull(language, "language");
        important = Set.copyOf(important);
        information = Set.copyOf(information);
        Objects.requireNonNull(quietHours, "quietHours");
        Objects.requireNonNull(smsNumber, "smsNumber");
    }

    /** These preferences, or why they cannot be kept. */
    public Outcome<Preferences> checked() {
        boolean wantsMessages = important.contains(Channel.SMS) || information.contains(Channel.SMS);
        if (wantsMessages && smsNumber.isEmpty()) {
            return Outcome.refused(
                    NotificationRefusal.SMS_NUMBER_MISSING,
                    "Text messages are wanted, but there is no number for them.");
        }
        if (quietHours.filter(hours -> hours.from().equals(hours.to())).isPresent()) {
            return Outcome.refused(
                    NotificationRefusal.QUIET_HOURS_INVALID, "Quiet hours begin and end at different times.");
        }
        return Outcome.done(this);
    }

    /** The channels beside the inbox by which a notice of this severity goes. */
    public Set<Channel> channels(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Set.of(Channel.EMAIL, Channel.SMS);
            case IMPORTANT -> important;
            case INFORMATION -> information;
        };
    }
}
