package io.redress.notifications.domain;

import io.redress.kit.outcome.Outcome;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One version of the wordings, in every language.
 *
 * <p>A wording names what it needs:
 *
 * <ul>
 *   <li>{@code {caseId}}: the event's value as it is;
 *   <li>{@code {time:repliesBy}}: a time, shown in the platform's zone with the zone's name;
 *   <li>{@code {text:statement}}: a text the event carries in both languages;
 *   <li>{@code {measure:kind}}: the wording of a code, found under {@code measure.<value>}; a code that marketplaces
 *       added to their rulebook and nobody has translated stands for itself.
 * </ul>
 *
 * Values are put in once and never read again as wording, so that nothing inside a value is taken for a placeholder.
 */
public final class MessageCatalogue {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(?:([a-z]+):)?([A-Za-z][A-Za-z0-9.]*)}");

    private final String version;
    private final ZoneId zone;
    private final Map<Language, Map<String, String>> wordings = new EnumMap<>(Language.class);

    /**
     * @param version the version's name, kept with every notice written from it
     * @param zone the zone in which times are shown
     * @param wordings the message files by language; all languages must have the same keys for wordings
     */
    public MessageCatalogue(String version, ZoneId zone, Map<Language, Map<String, String>> wordings) {
        this.version = version;
        this.zone = zone;
        for (Language language : Language.values()) {
            Map<String, String> texts = wordings.get(language);
            if (texts == null
                    || !texts.keySet().equals(wordings.get(Language.ZH).keySet())) {
                throw new IllegalArgumentException(
                        "messages " + version + ": " + language.tag() + " has other keys than zh, or none");
            }
            this.wordings.put(language, Map.copyOf(texts));
        }
    }

    /** The version's name. */
    public String version() {
        return version;
    }

    /** The wording under this key, filled from the event, in every language; refused when anything is missing. */
    Outcome<BilingualText> render(String key, PartyEvent event) {
        Rendering zh = new Rendering(Language.ZH, event);
        Rendering en = new Rendering(Language.EN, event);
        BilingualText text = new BilingualText(zh.render(key), en.render(key));
        return zh.missing
                .or(() -> en.missing)
                .<Outcome<BilingualText>>map(
                        missing -> Outcome.refused(NotificationRefusal.NOTICE_INCOMPLETE, key + ": " + missing))
                .orElseGet(() -> Outcome.done(text));
    }

    private final class Rendering {
        private final Language language;
        private final PartyEvent event;
        private Optional<String> missing = Optional.empty();

        Rendering(Language language, PartyEvent event) {
            this.language = language;
            this.event = event;
        }

        String render(String key) {
            String wording = wordings.get(language).get(key);
            if (wording == null) {
                return lacking("no wording");
            }
            Matcher placeholder = PLACEHOLDER.matcher(wording);
            StringBuilder text = new StringBuilder();
            while (placeholder.find()) {
                placeholder.appendReplacement(
                        text, Matcher.quoteReplacement(fill(placeholder.group(1), placeholder.group(2))));
            }
            return placeholder.appendTail(text).toString();
        }

        private String fill(String form, String name) {
            if ("text".equals(form)) {
                return value(name + "." + language.tag());
            }
            if ("time".equals(form)) {
                return time(name);
            }
            String value = value(name);
            return form == null ? value : wordings.get(language).getOrDefault(form + "." + value, value);
        }

        private String value(String name) {
            return event.value(name)
                    .filter(value -> !value.isBlank())
                    .orElseGet(() -> lacking("{" + name + "} is missing in " + event.type()));
        }

        private String time(String name) {
            String value = name.equals("at") ? event.businessTime().toString() : value(name);
            try {
                DateTimeFormatter format = DateTimeFormatter.ofPattern(
                        wordings.get(language).get("format.time"), Locale.forLanguageTag(language.tag()));
                return format.format(OffsetDateTime.parse(value).atZoneSameInstant(zone)) + " (" + zone.getId() + ")";
            } catch (DateTimeException e) {
                return lacking("{time:" + name + "} is no time in " + event.type());
            }
        }

        private String lacking(String what) {
            if (missing.isEmpty()) {
                missing = Optional.of(what);
            }
            return "";
        }
    }
}
