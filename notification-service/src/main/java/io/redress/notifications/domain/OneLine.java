package io.redress.notifications.domain;

/** Text that has to stay on one line: a header, a title, the words of a foreign server. */
final class OneLine {
    private OneLine() {}

    /** Every run of control, format and line-separating characters becomes one space; cut at {@code max} characters. */
    static String of(String text, int max) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (breaksLines(character)) {
                gap = line.length() > 0;
                continue;
            }
            int needed = Character.charCount(character) + (gap ? 1 : 0);
            if (line.length() + needed > max) {
                break;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.appendCodePoint(character);
        }
        return line.toString().strip();
    }

    private static boolean breaksLines(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
