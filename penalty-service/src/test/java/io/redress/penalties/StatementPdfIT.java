package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.text.Normalizer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement of reasons as a document, through HTTP. */
class StatementPdfIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private JsonObject penalty;

    @BeforeEach
    void aPenaltyWithItsStatement() {
        suite.clock.set(PenaltySuite.START);
        Answer proposed = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-77")));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        penalty = proposed.json();
    }

    @Test
    void every_line_of_the_statement_stands_in_the_document_in_both_languages_the_merchants_first() throws IOException {
        JsonObject words = merchant().get(path()).json().getJsonObject("statement");

        Answer answer = pdf(merchant());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type")).contains("application/pdf");
        assertThat(answer.header("vary")).contains("Accept");
        assertThat(answer.header("content-disposition"))
                .contains("inline; filename=\"" + penalty.getString("statementId") + ".pdf\"");
        try (PDDocument pdf = Loader.loadPDF(answer.bytes())) {
            String text = text(pdf);
            for (String language : new String[] {"zh", "en"}) {
                assertThat(words.getString(language).lines().toList()).hasSizeGreaterThan(6);
                assertThat(words.getString(language).lines())
                        .allSatisfy(line -> assertThat(text).contains(normal(line)));
            }
            assertThat(text)
                    .contains(
                            normal("涉及商品:l-77"),
                            normal("Fakes were sold."),
                            normal("签发时间 2018-04-20 10:00 +08:00 (Asia/Shanghai)"),
                            normal("issued 2018-04-20 10:00 +08:00 (Asia/Shanghai)"))
                    .doesNotContain(normal("送达时间"), "delivered2018");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("处罚告知书 " + penalty.getString("id"));
        }
    }

    @Test
    void a_delivered_statement_says_when_it_arrived_and_how_long_it_may_be_appealed() throws IOException {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", "l-78"))));
        suite.store(penalty);
        suite.awaitStatus(penalty.getString("id"), "IN_FORCE");
        suite.clock.set("2018-04-21T09:30:00+08:00");
        suite.read(penalty);
        suite.awaited(penalty.getString("id"), "StatementDelivered");

        try (PDDocument pdf = Loader.loadPDF(pdf(merchant()).bytes())) {
            assertThat(text(pdf))
                    .contains(
                            normal("delivered 2018-04-21 09:30 +08:00 (Asia/Shanghai)"),
                            normal("appeal until 2018-05-05 09:30 +08:00 (Asia/Shanghai)"),
                            normal("可申诉至 2018-05-05 09:30 +08:00 (Asia/Shanghai)"));
        }
    }

    @Test
    void the_same_statement_is_the_same_document_and_is_not_sent_again_to_who_has_it() {
        Answer first = pdf(merchant());
        Answer second = pdf(suite.staff("adv-1", "advocate"));

        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(merchant()
                        .with("Accept", "application/pdf")
                        .with("If-None-Match", first.etag())
                        .get(path())
                        .status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/pdf;q=0", "image/*"})
    void another_type_is_not_acceptable(String type) {
        Answer answer = merchant().with("Accept", type).get(path());

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.code()).isEqualTo("not-acceptable");
        assertThat(answer.header("content-type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html, */*;q=0.8", "application/json, application/pdf"})
    void who_does_not_ask_for_the_document_gets_json(String type) {
        Answer answer = merchant().with("Accept", type).get(path());

        assertThat(answer.json().getString("statementId")).isEqualTo(penalty.getString("statementId"));
    }

    @Test
    void another_merchants_document_does_not_exist_nor_one_of_a_penalty_without_a_statement() {
        assertThat(pdf(suite.merchant("m-" + suite.newShop())).code()).isEqualTo("not-found");
        Answer held = suite.enforcement().post("/v1/penalties", proposal(suite.newShop(), violation("C-91", "l-1")));
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        assertThat(suite.staff("ops-1", "operator")
                        .with("Accept", "application/pdf")
                        .get("/v1/penalties/" + held.json().getString("id") + "/statement-of-reasons")
                        .code())
                .isEqualTo("not-found");
        assertThat(pdf(suite.anonymous()).status()).isEqualTo(401);
    }

    private ApiClient merchant() {
        return suite.merchant("m-" + shop);
    }

    private Answer pdf(ApiClient caller) {
        return caller.with("Accept", "application/pdf").get(path());
    }

    private String path() {
        return "/v1/penalties/" + penalty.getString("id") + "/statement-of-reasons";
    }

    /** Some fonts name their glyphs by compatibility characters, and lines break anywhere. */
    private static String text(PDDocument pdf) throws IOException {
        return normal(new PDFTextStripper().getText(pdf));
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
    }
}
