package io.redress.kit.text;

/** A phrase in both languages; a text in either language must hold neither. It never shows in a log. */
public record Phrase(String en, String zh) {

    @Override
    public String toString() {
        return "Phrase[***]";
    }
}
