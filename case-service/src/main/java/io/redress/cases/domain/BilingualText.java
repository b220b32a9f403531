package io.redress.cases.domain;

/** What the platform writes, in both languages. */
public record BilingualText(String zh, String en) {

    public static final BilingualText EMPTY = new BilingualText("", "");

    /** True when either language says nothing. */
    public boolean incomplete() {
        return zh.isBlank() || en.isBlank();
    }
}
