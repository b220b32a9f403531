package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions as PDF, through HTTP. */
class NoticePdfIT {
    private static final String ZH = "您的店铺因“<b>虚假交易</b>”扣 24 分,申诉期为 14 天。";
    private static final String EN =
            "Your shop lost 24 points for \"fake trades\" & <script>alert(1)</script>; appeal in 14 days.";

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_statement_is_a_tagged_document_in_both_languages_with_its_font_inside() throws IOException {
        String path = statement("m-301", "pen_301");

        Answer answer = service.merchant("m-301").get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains("application/pdf");
        assertThat(answer.etag()).isEqualTo('"' + sha256(answer.bytes()) + '"');
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            String text = text(pdf);
            assertThat(text)
                    .contains(normal("处罚 pen_301 告知书"), normal(ZH), normal(EN))
                    .contains(normal("Statement of reasons for penalty pen_301"));
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                    .isTrue();
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("处罚 pen_301 告知书");
            assertThat(fonts(pdf)).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+NotoSansSC-Regular"));
            assertThat(new String(pdf.getDocumentCatalog().getMetadata().toByteArray(), "UTF-8"))
                    .contains("<pdfuaid:part>1</pdfuaid:part>");
        }
        assertThat(answer.bytes().length).isLessThan(200_000);
    }

    @Test
    void the_same_notice_gives_the_same_bytes_and_is_sent_once_to_who_has_it() {
        String path = statement("m-302", "pen_302");

        Answer first = service.merchant("m-302").get(path);
        Answer second = service.merchant("m-302").get(path);
        Answer known =
                service.merchant("m-302").with("If-None-Match", first.etag()).get(path);

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(known.status()).isEqualTo(304);
    }

    @Test
    void one_language_is_enough_when_asked_for() throws IOException {
        String path = statement("m-303", "pen_303");

        try (PDDocument pdf = Loader.loadPDF(
                service.merchant("m-303").get(path + "?language=en").bytes())) {
            assertThat(text(pdf)).contains(normal(EN)).doesNotContain("告知书");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void another_merchants_document_does_not_exist_and_what_is_no_decision_has_none() {
        String path = statement("m-304", "pen_304");
        service.penalties.publish(
                "s-304",
                "mea_304",
                "MeasureInForce",
                RunningService.AT,
                SampleEvents.measure("m-305", "mea_304", "IMPOSED"));
        String measure = "/v1/notices/" + service.inboxOf("m-305", 1).get(0).getString("id") + "/pdf";

        assertThat(service.merchant("m-999").get(path).status()).isEqualTo(404);
        assertThat(service.merchant("m-999").get(path).code()).isEqualTo("not-found");
        assertThat(service.merchant("m-305").get(measure).code()).isEqualTo("not-found");
        assertThat(service.merchant("m-304").get(path + "?language=fr").status())
                .isEqualTo(400);
    }

    private static String statement(String merchantId, String penaltyId) {
        JsonObject data = SampleEvents.statement(merchantId, penaltyId)
                .put("statement", new JsonObject().put("zh", ZH).put("en", EN));
        service.penalties.publish("s-" + penaltyId, penaltyId, "StatementIssued", RunningService.AT, data);
        return "/v1/notices/" + service.inboxOf(merchantId, 1).get(0).getString("id") + "/pdf";
    }

    /** Some fonts name their glyphs by compatibility characters, and lines break anywhere. */
    private static String text(PDDocument pdf) throws IOException {
        return normal(new PDFTextStripper().getText(pdf));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }

    private static Set<String> fonts(PDDocument pdf) throws IOException {
        Set<String> names = new TreeSet<>();
        for (PDPage page : pdf.getPages()) {
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                names.add(font.getName());
            }
        }
        return names;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
