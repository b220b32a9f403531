package io.redress.notifications.icu;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.text.TimeZoneNames.NameType;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.NotificationRefusal;
import io.redress.notifications.domain.template.MessageSyntax;
import io.redress.notifications.domain.template.Placeholders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Templates in ICU MessageFormat: plurals, choices, numbers and times by the rules of the reader's language (CLDR). Of
 * its argument types {@code plural}, {@code selectordinal}, {@code select}, {@code number}, {@code date} and
 * {@code time} are allowed. A time without a style is shown in full, with the platform's zone.
 *
 * <p>Knows nothing of the machine's locale and zone: the same pattern and values give the same text everywhere.
 */
public final class IcuMessages implements MessageSyntax {
    private static final String IN_FULL = ", date, ::yMMMMdHHmmzzzz";
    private static final int MAX_ARGUMENTS = 100;
    private static final int MAX_DEPTH = 16;
    /** Zones change their names now and then; those of 2018 are the names that they have now. */
    private static final long NAMED_AS_OF = 1_530_000_000_000L;

    private static final Set<String> TIMES = Set.of("date", "time");
    private static final Pattern STYLE_WITH_ZONE = Pattern.compile("(?:::.*[zvVOxX].*|full)", Pattern.DOTALL);

    private final TimeZone zone;

    /** @param zone in which times are shown */
    public IcuMessages(ZoneId zone) {
        this.zone = TimeZone.getTimeZone(zone.getId()).freeze();
    }

    @Override
    public Outcome<List<Use>> uses(String pattern) {
        if (depth(pattern) > MAX_DEPTH) {
            return malformed("nested deeper than " + MAX_DEPTH + " levels");
        }
        List<Use> uses = new ArrayList<>();
        try {
            MessagePattern parsed = new MessagePattern(pattern);
            for (int i = 0; i < parsed.countParts(); i++) {
                if (parsed.getPartType(i) == Part.Type.ARG_START) {
                    Optional<Form> form = form(parsed, i);
                    String name = parsed.getSubstring(parsed.getPart(i + 1));
                    if (form.isEmpty()) {
                        return malformed("{" + name + "} is shown in a way that templates do not know");
                    }
                    uses.add(new Use(name, form.get()));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return malformed(e.getMessage());
        }
        return uses.size() > MAX_ARGUMENTS
                ? malformed("more than " + MAX_ARGUMENTS + " placeholders in one text")
                : Outcome.done(List.copyOf(uses));
    }

    @Override
    public Outcome<String> fill(String pattern, Language language, Map<String, Object> values) {
        ULocale locale = locale(language);
        Arguments arguments = new Arguments();
        values.forEach((name, value) -> arguments.put(name, argument(value, locale)));
        arguments.put(Placeholders.ZONE, zoneName(locale));
        try {
            String text = new MessageFormat(timesInFull(pattern, values), locale).format(arguments);
            return arguments.lacking.isEmpty()
                    ? Outcome.done(text)
                    : Outcome.refused(
                            NotificationRefusal.NOTICE_INCOMPLETE, "{" + arguments.lacking.get(0) + "} has no value");
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return malformed(e.getMessage());
        }
    }

    /** An upper bound of how deep the parser would go. */
    private static int depth(String pattern) {
        int depth = 0;
        int deepest = 0;
        for (int i = 0; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '{') {
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (pattern.charAt(i) == '}' && depth > 0) {
                depth--;
            }
        }
        return deepest;
    }

    private static Optional<Form> form(MessagePattern parsed, int start) {
        ArgType type = parsed.getPart(start).getArgType();
        if (type == ArgType.NONE) {
            return Optional.of(Form.PLAIN);
        }
        if (type == ArgType.PLURAL || type == ArgType.SELECTORDINAL) {
            return Optional.of(Form.NUMBER);
        }
        if (type == ArgType.SELECT) {
            return Optional.of(Form.CHOICE);
        }
        if (type != ArgType.SIMPLE) {
            return Optional.empty();
        }
        String simple = parsed.getSubstring(parsed.getPart(start + 2)).strip();
        if (simple.equals("number")) {
            return Optional.of(Form.NUMBER);
        }
        if (!TIMES.contains(simple)) {
            return Optional.empty();
        }
        Part style = parsed.getPart(start + 3);
        boolean named = style.getType() == Part.Type.ARG_STYLE
                && STYLE_WITH_ZONE.matcher(parsed.getSubstring(style).strip()).matches()
                && (simple.equals("time") || !parsed.getSubstring(style).strip().equals("full"));
        return Optional.of(named ? Form.TIME : Form.TIME_WITHOUT_ZONE);
    }

    /** Gives every time that stands without a style the one that shows it whole. */
    private static String timesInFull(String pattern, Map<String, Object> values) {
        MessagePattern parsed = new MessagePattern(pattern);
        StringBuilder styled = new StringBuilder(pattern);
        for (int i = parsed.countParts() - 1; i >= 0; i--) {
            Part part = parsed.getPart(i);
            if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.NONE) {
                Part name = parsed.getPart(i + 1);
                if (values.get(parsed.getSubstring(name)) instanceof Instant) {
                    styled.insert(name.getLimit(), IN_FULL);
                }
            }
        }
        return styled.toString();
    }

    /** A time goes in as a calendar, because that carries the zone into every style. */
    private Object argument(Object value, ULocale locale) {
        if (value instanceof Instant instant) {
            Calendar calendar = Calendar.getInstance(zone, locale);
            calendar.setTimeInMillis(instant.toEpochMilli());
            return calendar;
        }
        return value;
    }

    /** The name without summer or winter, as {@code {zone}} stands beside a time that may be either. */
    private String zoneName(ULocale locale) {
        TimeZoneNames names = TimeZoneNames.getInstance(locale);
        String metaZone = names.getMetaZoneID(TimeZone.getCanonicalID(zone.getID()), NAMED_AS_OF);
        String name = metaZone == null ? null : names.getMetaZoneDisplayName(metaZone, NameType.LONG_GENERIC);
        return name == null ? zone.getID() : name;
    }

    private static ULocale locale(Language language) {
        return switch (language) {
            case ZH -> ULocale.forLanguageTag("zh-CN");
            // English as it is written outside America: the day before the month.
            case EN -> ULocale.forLanguageTag("en-001");
        };
    }

    private static <T> Outcome<T> malformed(String detail) {
        return Outcome.refused(NotificationRefusal.TEMPLATE_MALFORMED, String.valueOf(detail));
    }

    /** Arguments that notice when one is asked for that is not there: only what the text reaches is asked for. */
    private static final class Arguments extends HashMap<String, Object> {
        private static final long serialVersionUID = 1L;

        private final transient List<String> lacking = new ArrayList<>();

        @Override
        public Object get(Object name) {
            Object value = super.get(name);
            if (value == null) {
                lacking.add(String.valueOf(name));
            }
            return value;
        }
    }
}
