package io.redress.notifications.pdf;

import io.redress.kit.document.DocumentPrinter;
import io.redress.notifications.app.PrintNotice;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.ZoneId;
import java.util.List;

/** Prints notices as PDF, as {@link DocumentPrinter} does it. */
public final class PdfPrinter implements PrintNotice {
    private final DocumentPrinter printer;
    private final ZoneId zone;

    /** @param zone in which times are shown */
    public PdfPrinter(Vertx vertx, ZoneId zone) {
        this.printer = new DocumentPrinter(vertx, "notices-pdf");
        this.zone = zone;
    }

    @Override
    public Future<byte[]> pdf(Notice notice, List<Language> languages) {
        return printer.pdf(NoticeDocument.of(notice, languages, zone));
    }
}
