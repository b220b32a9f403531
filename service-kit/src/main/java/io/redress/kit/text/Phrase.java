package io.redress.kit.text;

/** A phrase in both languages; a text in either language must hold neither. */
public record Phrase(String en, String zh) {}
