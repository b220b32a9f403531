package io.redress.notifications.domain;

import java.util.Objects;

/**
 * A text the platform wrote, in both languages of the suite.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record BilingualText(String zh, String en) {
    public BilingualText {
        Objects.requireNonNull(zh, "zh");
        Objects.requireNonNull(en, "en");
    }
}
