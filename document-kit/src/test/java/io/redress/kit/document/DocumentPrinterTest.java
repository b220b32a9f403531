package io.redress.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class DocumentPrinterTest {

    @Test
    void the_same_document_is_the_same_bytes_and_another_is_another() throws IOException {
        byte[] bytes = DocumentPrinter.print(document("not_1", "Text"));

        assertThat(DocumentPrinter.print(document("not_1", "Text"))).isEqualTo(bytes);
        assertThat(DocumentPrinter.print(document("not_2", "Text"))).isNotEqualTo(bytes);
    }

    @Test
    void the_date_is_that_of_what_it_tells_and_the_language_that_of_its_first_part() throws IOException {
        try (PDDocument pdf = Loader.loadPDF(DocumentPrinter.print(document("not_1", "Text")))) {
            assertThat(pdf.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(Instant.parse("2018-04-20T02:00:00Z"));
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("处罚告知书");
            assertThat(pdf.getDocumentInformation().getSubject()).isEqualTo("StatementIssued not_1");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
        }
    }

    @Test
    void nothing_in_a_text_is_markup_or_fetches_anything() throws IOException {
        String hostile =
                "<img src=\"file:///etc/passwd\"/> ]]> &xxe; <style>p { display: none }</style> \ud800 \u0001 end";

        try (PDDocument pdf = Loader.loadPDF(DocumentPrinter.print(document("not_1", hostile)))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                    .contains("<img src=\"file:///etc/passwd\"/> ]]> &xxe; <style>p { display: none }</style>")
                    .contains("end");
        }
    }

    @Test
    void when_too_many_documents_are_wanted_the_others_are_told_to_come_again() {
        Vertx vertx = Vertx.vertx();
        DocumentPrinter printer = new DocumentPrinter(vertx, "printed");
        List<Future<byte[]>> wanted = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            wanted.add(printer.pdf(document("not_" + i, "Text")));
        }

        assertThat(wanted.get(16).failed()).isTrue();
        assertThatThrownBy(() -> wanted.get(16).await()).isInstanceOf(PeerUnavailable.class);
        assertThat(Future.all(wanted.subList(0, 16)).await().succeeded()).isTrue();
        assertThat(printer.pdf(document("not_17", "Text")).await()).isNotEmpty();
        vertx.close().await();
    }

    @Test
    void a_document_says_something() {
        assertThatThrownBy(() -> new Document("not_1", Instant.EPOCH, "subject", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Document document(String id, String words) {
        return new Document(
                id,
                Instant.parse("2018-04-20T02:00:00Z"),
                "StatementIssued " + id,
                List.of(
                        new Document.Part("zh-CN", "处罚告知书", List.of("正文", words), "通知 " + id),
                        new Document.Part("en", "Statement", List.of(words), "Notice " + id)));
    }
}
