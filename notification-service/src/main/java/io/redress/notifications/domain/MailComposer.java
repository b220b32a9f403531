package io.redress.notifications.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Writes a notice as an e-mail, in the recipient's language. Names and texts stay what they are in every context: in a
 * header they cannot begin a new line, in HTML they cannot become markup, and nothing in them is read as a template.
 */
public final class MailComposer {
    /** What can be put behind RCPT TO without a further thought; anything else is treated as no address. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,187}[A-Za-z0-9])?");

    private static final int MAX_SUBJECT = 200;

    private final String domain;
    private final Optional<String> publicUrl;

    /**
     * @param domain behind the at sign of message ids
     * @param publicUrl where recipients reach the platform; without one, mails carry no link
     */
    public MailComposer(String domain, Optional<String> publicUrl) {
        this.domain = domain;
        this.publicUrl = publicUrl;
    }

    /** Whether mail can be sent there at all. */
    public static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** The message id of a notice's mail, without angle brackets. */
    public String messageId(String noticeId) {
        return noticeId + "@" + domain;
    }

    /** The notice that a message id, with or without angle brackets, belongs to; empty for one of somebody else. */
    public Optional<String> noticeId(String messageId) {
        String bare = messageId.startsWith("<") && messageId.endsWith(">")
                ? messageId.substring(1, messageId.length() - 1)
                : messageId;
        String ending = "@" + domain;
        return Optional.of(bare)
                .filter(id -> id.endsWith(ending))
                .map(id -> id.substring(0, id.length() - ending.length()));
    }

    /** The mail that tells of this notice. */
    public Mail compose(Notice notice, String to) {
        boolean chinese = notice.language() == Language.ZH;
        String title = chinese ? notice.title().zh() : notice.title().en();
        String body = printable(chinese ? notice.body().zh() : notice.body().en());
        Optional<String> link = publicUrl.map(url -> url + "/v1/notices/" + notice.id());
        String where = chinese ? "本通知也保存在您的收件箱中" : "This notice also lies in your inbox";
        String footer = link.map(url -> where + (chinese ? "：" : ": ") + url).orElse(where + (chinese ? "。" : "."));
        String lang = chinese ? "zh-CN" : "en";
        return new Mail(
                messageId(notice.id()),
                to,
                lang,
                OneLine.of(title, MAX_SUBJECT),
                body + "\n\n-- \n" + footer + "\n",
                html(lang, title, body, link, where));
    }

    private static String html(String lang, String title, String body, Optional<String> link, String where) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"").append(lang);
        html.append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(title));
        html.append("</title></head><body>\n<h1>").append(escaped(title)).append("</h1>\n");
        for (String paragraph : body.split("\n{2,}")) {
            html.append("<p>")
                    .append(escaped(paragraph).replace("\n", "<br>\n"))
                    .append("</p>\n");
        }
        html.append("<hr>\n<p>");
        link.ifPresentOrElse(
                url -> html.append("<a href=\"")
                        .append(escaped(url))
                        .append("\">")
                        .append(escaped(where))
                        .append("</a>"),
                () -> html.append(escaped(where)));
        return html.append("</p>\n</body></html>\n").toString();
    }

    /** Lines end as mail ends them nowhere but at the transport; other control characters have no place in a text. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(character -> {
            if (character == '\n' || character == '\t' || !Character.isISOControl(character)) {
                printable.appendCodePoint(character);
            }
        });
        return printable.toString();
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
