package io.redress.notifications.domain;

import java.util.Locale;
import java.util.Optional;

/** The languages the platform writes in. */
public enum Language {
    ZH,
    EN;

    /** The tag used in events and in the names of message files: {@code zh}, {@code en}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a tag such as {@code zh}, {@code zh-CN} or {@code EN}; empty for a language the platform does not write. */
    public static Optional<Language> ofTag(String tag) {
        String primary = tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        for (Language language : values()) {
            if (language.tag().equals(primary)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
