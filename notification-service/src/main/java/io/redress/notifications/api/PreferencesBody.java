package io.redress.notifications.api;

import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.Channel;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NotificationRefusal;
import io.redress.notifications.domain.Preferences;
import io.redress.notifications.domain.QuietHours;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Preferences as they are read and written. */
record PreferencesBody(String language, ChannelsBody channels, QuietHoursBody quietHours, String smsNumber) {

    record ChannelsBody(List<String> important, List<String> information) {}

    record QuietHoursBody(String from, String to, String zone) {}

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static PreferencesBody of(Preferences preferences) {
        return new PreferencesBody(
                preferences.language().map(Language::tag).orElse(null),
                new ChannelsBody(names(preferences.important()), names(preferences.information())),
                preferences
                        .quietHours()
                        .map(hours -> new QuietHoursBody(
                                TIME.format(hours.from()),
                                TIME.format(hours.to()),
                                hours.zone().getId()))
                        .orElse(null),
                preferences.smsNumber().orElse(null));
    }

    /** Refused when the zone does not exist; everything else the contract has checked. */
    Outcome<Preferences> toPreferences() {
        boolean unknownZone =
                quietHours != null && !ZoneId.getAvailableZoneIds().contains(quietHours.zone());
        if (unknownZone) {
            return Outcome.refused(NotificationRefusal.QUIET_HOURS_INVALID, "The zone is one such as Asia/Shanghai.");
        }
        return Outcome.done(new Preferences(
                Optional.ofNullable(language).flatMap(Language::ofTag),
                channels(channels.important()),
                channels(channels.information()),
                Optional.ofNullable(quietHours)
                        .map(hours -> new QuietHours(
                                LocalTime.parse(hours.from()), LocalTime.parse(hours.to()), ZoneId.of(hours.zone()))),
                Optional.ofNullable(smsNumber)));
    }

    private static Set<Channel> channels(List<String> names) {
        return names.stream().map(Channel::valueOf).collect(Collectors.toSet());
    }

    private static List<String> names(Set<Channel> channels) {
        return channels.stream().map(Enum::name).sorted().toList();
    }
}
