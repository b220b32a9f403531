package io.redress.notifications.pdf;

import io.redress.kit.document.Document;
import io.redress.kit.document.ShownTime;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.PlainText;
import java.time.ZoneId;
import java.util.List;

/** A notice as a document: its words, and below them whose it is and since when. */
final class NoticeDocument {

    private NoticeDocument() {}

    /** @param zone in which times are shown */
    static Document of(Notice notice, List<Language> languages, ZoneId zone) {
        return new Document(
                notice.id(),
                notice.storedAt(),
                notice.type().wireName() + " " + notice.id(),
                languages.stream().map(language -> part(notice, language, zone)).toList());
    }

    private static Document.Part part(Notice notice, Language language, ZoneId zone) {
        return new Document.Part(
                locale(language),
                text(notice.title(), language),
                PlainText.lines(text(notice.body(), language))
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList(),
                record(notice, language, zone));
    }

    private static String record(Notice notice, Language language, ZoneId zone) {
        String stored = ShownTime.of(notice.storedAt(), zone);
        return switch (language) {
            case ZH -> "通知 " + notice.id() + ",收件人 " + notice.recipient().id() + ",入库时间 " + stored;
            case EN -> "Notice " + notice.id() + " to " + notice.recipient().id() + ", stored " + stored;
        };
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
}
