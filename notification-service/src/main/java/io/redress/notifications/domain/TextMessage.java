package io.redress.notifications.domain;

/**
 * A notice as a text message: its title and nothing else, for a telephone's screen is read by others too.
 *
 * @param reference the same for every attempt
 * @param to number with country code
 * @param text one line
 */
public record TextMessage(String reference, String to, String text) {
    private static final int MAX_TEXT = 140;

    /** The message that tells of this notice. */
    public static TextMessage of(Notice notice, String to) {
        String title = notice.language() == Language.ZH
                ? notice.title().zh()
                : notice.title().en();
        return new TextMessage(notice.id(), to, OneLine.of(title, MAX_TEXT));
    }
}
