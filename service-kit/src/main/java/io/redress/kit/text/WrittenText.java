package io.redress.kit.text;

/**
 * A text of a request, and where it stands.
 *
 * @param pointer JSON pointer into the body
 */
public record WrittenText(String pointer, String text) {}
