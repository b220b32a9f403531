package io.redress.notifications.domain;

/**
 * A notice as an e-mail. Every member but the two bodies is one line.
 *
 * @param messageId without angle brackets; the same for every attempt, so that servers and readers see a repetition
 * @param to where it goes
 * @param language of subject and text, a BCP 47 tag
 * @param subject the notice's title
 * @param text the words, plain
 * @param html the same words; whatever came from outside is escaped
 */
public record Mail(String messageId, String to, String language, String subject, String text, String html) {}
