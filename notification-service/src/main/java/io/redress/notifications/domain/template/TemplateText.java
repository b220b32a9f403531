package io.redress.notifications.domain.template;

import java.util.Objects;

/**
 * A template's words in one language, in ICU MessageFormat.
 *
 * @param title one line
 * @param body the text
 */
public record TemplateText(String title, String body) {
    public TemplateText {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(body, "body");
    }
}
