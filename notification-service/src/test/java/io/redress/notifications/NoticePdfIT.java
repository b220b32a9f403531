package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh | zh-CN | 案件 cas_311 裁决:减轻处罚 | 该行为不在列明的查封条款之内。 | 处罚 pen_311：扣分为 24 分 | 措施 mea_311：解除 | The act is
            en | en | Ruling in case cas_311: the penalty is reduced | The act is not among the closure clauses. | Penalty pen_311: stands at points 24 | Measure mea_311: lifted | 该行为
            """)
    void a_ruling_is_a_tagged_document_with_decision_reasons_and_redress_in_the_language_asked_for(
            String language,
            String locale,
            String decision,
            String reasons,
            String points,
            String measure,
            String otherLanguage)
            throws IOException {
        String merchantId = "m-311-" + language;
        service.cases.publish(
                "cas_311_" + language, "cas_311_" + language, "RulingIssued", RunningService.AT, ruling(merchantId));
        String notice = service.inboxOf(merchantId, 1).get(0).getString("id");

        Answer answer = service.merchant(merchantId).get("/v1/notices/" + notice + "/pdf?language=" + language);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            assertThat(text(pdf))
                    .contains(normal(decision), normal(reasons), normal(points), normal(measure))
                    .contains("rul_311")
                    .doesNotContain(normal(otherLanguage));
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo(locale);
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo(decision);
            assertThat(fonts(pdf)).isNotEmpty().allMatch(name -> name.matches("[A-Z]{6}\\+NotoSansSC-Regular"));
        }
        assertThat(service.merchant("m-999")
                        .get("/v1/notices/" + notice + "/pdf")
                        .status())
                .isEqualTo(404);
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

    private static JsonObject ruling(String merchantId) {
        JsonObject reasons =
                new JsonObject().put("zh", "该行为不在列明的查封条款之内。").put("en", "The act is not among the closure clauses.");
        JsonObject violation = new JsonObject()
                .put("violationId", "vio_311")
                .put("outcome", "PARTIAL")
                .put("reasons", reasons);
        return new JsonObject()
                .put("caseId", "cas_311")
                .put("rulingId", "rul_311")
                .put("kind", "PENALTY_APPEAL")
                .put("merchantId", merchantId)
                .put("shopId", "s-311")
                .put("penaltyId", "pen_311")
                .put("outcome", "PARTIAL")
                .put("violations", new JsonArray().add(violation))
                .put(
                        "effects",
                        new JsonArray()
                                .add(effect("POINTS", "pen_311", new JsonObject().put("points", 24)))
                                .add(effect("MEASURE", "mea_311", new JsonObject().put("state", "LIFTED"))))
                .put("adjudicatorId", "adj-1");
    }

    private static JsonObject effect(String kind, String subject, JsonObject target) {
        return new JsonObject()
                .put("effectId", "eff_" + subject)
                .put("owner", "penalties")
                .put("kind", kind)
                .put("subject", subject)
                .put("target", target);
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
