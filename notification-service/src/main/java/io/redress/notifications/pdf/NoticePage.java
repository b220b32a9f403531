package io.redress.notifications.pdf;

import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.PlainText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A notice as XHTML, for print. Every text is escaped: whatever stands in a notice is shown, never interpreted. Knows no
 * style sheet, image or address outside itself.
 */
final class NoticePage {
    static final String FONT = "Noto Sans SC";

    private static final String STYLE = """
            @page { size: A4; margin: 25mm 20mm 22mm 20mm;
                    @bottom-right { font-family: '%1$s'; font-size: 8pt; content: counter(page) ' / ' counter(pages) } }
            body { font-family: '%1$s'; font-size: 10.5pt; line-height: 1.6; }
            h1 { font-size: 15pt; font-weight: normal; line-height: 1.3; }
            section.next { margin-top: 12mm; border-top: 0.5pt solid #000; padding-top: 6mm; }
            p { margin: 0 0 2mm 0; }
            p.record { font-size: 8pt; margin-top: 6mm; }
            """.formatted(FONT);

    private NoticePage() {}

    /** The whole page; its language is that of the first text. */
    static String of(Notice notice, List<Language> languages, ZoneId zone) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"")
                .append(locale(languages.get(0)))
                .append("\"><head><title>")
                .append(escaped(text(notice.title(), languages.get(0))))
                .append("</title><meta name=\"subject\" content=\"")
                .append(escaped(notice.type().wireName() + " " + notice.id()))
                .append("\"/><style>")
                .append(STYLE)
                .append("</style></head><body>");
        for (Language language : languages) {
            page.append("<section lang=\"").append(locale(language)).append('"');
            page.append(language == languages.get(0) ? ">" : " class=\"next\">");
            section(notice, language, zone, page);
            page.append("</section>");
        }
        return page.append("</body></html>").toString();
    }

    private static void section(Notice notice, Language language, ZoneId zone, StringBuilder page) {
        page.append("<h1>").append(escaped(text(notice.title(), language))).append("</h1>");
        PlainText.lines(text(notice.body(), language))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> page.append("<p>").append(escaped(line)).append("</p>"));
        page.append("<p class=\"record\">")
                .append(escaped(record(notice, language, zone)))
                .append("</p>");
    }

    private static String record(Notice notice, Language language, ZoneId zone) {
        String stored = time(notice.storedAt(), zone);
        return switch (language) {
            case ZH -> "通知 " + notice.id() + ",收件人 " + notice.recipient().id() + ",入库时间 " + stored;
            case EN -> "Notice " + notice.id() + " to " + notice.recipient().id() + ", stored " + stored;
        };
    }

    private static String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT).format(at.atZone(zone)) + " ("
                + zone.getId() + ")";
    }

    private static String text(BilingualText text, Language language) {
        return switch (language) {
            case ZH -> text.zh();
            case EN -> text.en();
        };
    }

    private static String locale(Language language) {
        return switch (language) {
            case ZH -> "zh-CN";
            case EN -> "en";
        };
    }

    /** As character data or an attribute's value; what XML cannot hold becomes U+FFFD. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
