package io.redress.notifications.domain.template;

import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.PartyEvent;
import io.redress.notifications.domain.PlainText;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that an event gives to a template's placeholders. What it lacks, or carries in another form, has none. */
final class EventValues {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,15}");

    private EventValues() {}

    /** By placeholder, in the form that {@link MessageSyntax#fill} expects. */
    static Map<String, Object> of(NoticeType type, PartyEvent event, Language language) {
        Map<String, Object> values = new HashMap<>();
        for (Placeholder placeholder : Placeholders.of(type).values()) {
            value(placeholder, event, language).ifPresent(value -> values.put(placeholder.name(), value));
        }
        return values;
    }

    private static Optional<?> value(Placeholder placeholder, PartyEvent event, Language language) {
        String name = placeholder.name();
        if (name.equals(Placeholders.AT)) {
            return Optional.of(event.businessTime());
        }
        if (name.equals(Placeholders.ENDS)) {
            return Optional.of(Boolean.toString(present(event, "endsAt").isPresent()));
        }
        if (name.equals(Placeholders.ANSWERED)) {
            return Optional.of(Boolean.toString(present(event, "unanswered").isEmpty()));
        }
        if (name.equals(Placeholders.OUTSIDE)) {
            return Optional.of(Boolean.toString(present(event, "formerOutside").isPresent()));
        }
        if (name.equals(Placeholders.HEARD_ALONE)) {
            return Optional.of(Boolean.toString(present(event, "heardAlone").isPresent()));
        }
        if (name.equals(Placeholders.AWAY)) {
            return Optional.of(Boolean.toString(present(event, "absentId").isPresent()));
        }
        if (name.equals(Placeholders.APPEAL_DAYS)) {
            return present(event, "appealWindow").flatMap(EventValues::days);
        }
        if (name.equals(Placeholders.RULING_REASONS)) {
            return RulingText.reasons(event, language);
        }
        if (name.equals(Placeholders.REDRESS)) {
            return Optional.of(RulingText.redress(event, language));
        }
        if (name.equals(Placeholders.CONDITIONS)) {
            return RulingText.conditions(event, language);
        }
        return switch (placeholder.kind()) {
            case TEXT, OWN_WORDS, CODE ->
                present(event, name).map(PlainText::line).filter(line -> !line.isEmpty());
            case BILINGUAL -> present(event, name + "." + language.tag()).map(PlainText::lines);
            case NUMBER ->
                present(event, name)
                        .filter(text -> WHOLE_NUMBER.matcher(text).matches())
                        .map(Long::valueOf);
            case TIME -> present(event, name).flatMap(EventValues::time);
        };
    }

    private static Optional<String> present(PartyEvent event, String name) {
        return event.value(name).filter(value -> !value.isBlank());
    }

    private static Optional<?> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<?> days(String text) {
        try {
            return Optional.of((long) Period.parse(text).getDays());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
