package io.redress.notifications.domain;

/**
 * Keeps values that others wrote from becoming more than text: what turns the reading direction or steers a device
 * never gets into a notice, and a line stays one line. (Escaping for a medium, such as HTML, is that medium's affair.)
 */
public final class PlainText {
    private PlainText() {}

    /** As one line: line breaks and other white space become single spaces. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || isLineBreak(c)) {
                space = true;
            } else if (!steers(c)) {
                line.append(space && line.length() > 0 ? " " : "").append(c);
                space = false;
            }
        }
        return line.toString();
    }

    /** As lines: every kind of line break becomes {@code \n}. */
    public static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean second = c == '\n' && i > 0 && text.charAt(i - 1) == '\r';
            if (isLineBreak(c)) {
                lines.append(second ? "" : "\n");
            } else if (c == '\t') {
                lines.append(' ');
            } else if (!steers(c)) {
                lines.append(c);
            }
        }
        return lines.toString();
    }

    private static boolean isLineBreak(char c) {
        return c == '\n'
                || c == '\r'
                || c == '\u000b'
                || c == '\u000c'
                || c == '\u0085'
                || c == '\u2028'
                || c == '\u2029';
    }

    /** Controls, and the marks, embeddings, overrides and isolates of UAX #9. */
    private static boolean steers(char c) {
        return Character.isISOControl(c)
                || c == '\u061c'
                || c == '\u200e'
                || c == '\u200f'
                || (c >= '\u202a' && c <= '\u202e')
                || (c >= '\u2066' && c <= '\u2069')
                || c == '\ufeff'
                || c == '\ufffe'
                || c == '\uffff';
    }
}
