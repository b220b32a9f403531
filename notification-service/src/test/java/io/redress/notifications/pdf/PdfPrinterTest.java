package io.redress.notifications.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.resilience.PeerUnavailable;
import io.redress.notifications.domain.About;
import io.redress.notifications.domain.BilingualText;
import io.redress.notifications.domain.Language;
import io.redress.notifications.domain.Notice;
import io.redress.notifications.domain.NoticeType;
import io.redress.notifications.domain.Recipient;
import io.redress.notifications.domain.template.TemplateRef;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final List<Language> BOTH = List.of(Language.ZH, Language.EN);

    @Test
    void the_same_notice_is_the_same_document_and_another_is_another() throws IOException {
        byte[] document = PdfPrinter.print(notice("not_1", "Text"), BOTH, SHANGHAI);

        assertThat(PdfPrinter.print(notice("not_1", "Text"), BOTH, SHANGHAI)).isEqualTo(document);
        assertThat(PdfPrinter.print(notice("not_2", "Text"), BOTH, SHANGHAI)).isNotEqualTo(document);
    }

    @Test
    void the_document_says_when_its_notice_was_stored_and_not_when_it_was_made() throws IOException {
        byte[] document = PdfPrinter.print(notice("not_1", "Text"), BOTH, SHANGHAI);

        try (PDDocument pdf = Loader.loadPDF(document)) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2018-04-20T02:00:00Z"));
            assertThat(new PDFTextStripper().getText(pdf)).contains("2018-04-20 10:00 +08:00 (Asia/Shanghai)");
        }
    }

    @Test
    void nothing_in_a_text_is_markup_or_fetches_anything() throws IOException {
        String hostile =
                "<img src=\"file:///etc/passwd\"/> ]]> &xxe; <style>p { display: none }</style> \ud800 \u0001 end";

        try (PDDocument pdf = Loader.loadPDF(PdfPrinter.print(notice("not_1", hostile), BOTH, SHANGHAI))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("<img src=\"file:///etc/passwd\"/> ]]> &xxe; <style>p { display: none }</style>")
                    .contains("end");
        }
    }

    @Test
    void when_too_many_documents_are_wanted_the_others_are_told_to_come_again() {
        Vertx vertx = Vertx.vertx();
        PdfPrinter printer = new PdfPrinter(vertx, SHANGHAI);
        List<Future<byte[]>> wanted = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            wanted.add(printer.pdf(notice("not_" + i, "Text"), BOTH));
        }

        assertThat(wanted.get(16).failed()).isTrue();
        assertThatThrownBy(() -> wanted.get(16).await()).isInstanceOf(PeerUnavailable.class);
        assertThat(Future.all(wanted.subList(0, 16)).await().succeeded()).isTrue();
        assertThat(printer.pdf(notice("not_17", "Text"), BOTH).await()).isNotEmpty();
        vertx.close().await();
    }

    private static Notice notice(String id, String body) {
        return new Notice(
                id,
                "evt_1",
                NoticeType.STATEMENT_ISSUED,
                Recipient.merchant("m-1004"),
                Optional.of("m-1004"),
                new About(Optional.of("pen_1"), Optional.empty(), Optional.empty(), Optional.empty()),
                Language.ZH,
                Optional.of(new TemplateRef("tpl_1", 1)),
                new BilingualText("处罚告知书", "Statement"),
                new BilingualText("正文 " + body, body),
                Instant.parse("2018-04-20T02:00:00Z"),
                Optional.empty(),
                Optional.empty());
    }
}
