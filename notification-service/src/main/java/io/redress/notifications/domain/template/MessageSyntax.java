package io.redress.notifications.domain.template;

import io.redress.kit.outcome.Outcome;
import io.redress.notifications.domain.Language;
import java.util.List;
import java.util.Map;

/** The syntax that templates are written in. */
public interface MessageSyntax {
    /** How a pattern uses a placeholder. */
    enum Form {
        /** As it is; a time is then shown in full, with its zone. */
        PLAIN,
        /** As a number, or by its plural. */
        NUMBER,
        /** By choosing between wordings. */
        CHOICE,
        /** As a time in a style that names its zone. */
        TIME,
        /** As a time in a style that does not name its zone. */
        TIME_WITHOUT_ZONE
    }

    /** One use of a placeholder in a pattern. */
    record Use(String name, Form form) {}

    /** What a pattern names, in order; refused with {@code TEMPLATE_MALFORMED}. */
    Outcome<List<Use>> uses(String pattern);

    /**
     * Fills a pattern in. Values are put in as they are: nothing inside a value is taken for syntax.
     *
     * @param values texts, whole numbers ({@code Long}) and times ({@code Instant}) by name; the name of the zone is
     *     added
     * @return the text; refused with {@code NOTICE_INCOMPLETE} when it reaches a placeholder without a value, with
     *     {@code TEMPLATE_MALFORMED} when a value cannot be shown in the way the pattern wants
     */
    Outcome<String> fill(String pattern, Language language, Map<String, Object> values);
}
