package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No text of the platform holds a sealed term, whoever writes it and however it is spelled. */
class SealedTermsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    @BeforeEach
    void the_terms_are_known() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Answer put = SUITE.staff("ops-1", "operator").put("/v1/sealed-terms", terms());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    static JsonObject terms() {
        return new JsonObject()
                .put(
                        "terms",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("en", "graph-risk-score")
                                        .put("zh", "关系图谱风险分"))
                                .add(new JsonObject()
                                        .put("en", "chat-redirect-lexicon")
                                        .put("zh", "引流词库")));
    }

    private static Answer propose(JsonObject proposal) {
        return SUITE.enforcement().post("/v1/penalties", proposal);
    }

    private static void assertRefused(Answer answer, String pointer, boolean named) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("sealed-term-in-text");
        JsonObject error = answer.json().getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("pointer")).isEqualTo(pointer);
        assertThat(error.getString("detail").contains("graph-risk-score")
                        || error.getString("detail").contains("关系图谱风险分"))
                .as(answer.text())
                .isEqualTo(named);
    }

    @Test
    void the_terms_are_for_machines_and_integrity_and_their_event_says_none_of_them() {
        Answer read = SUITE.machine().get("/v1/sealed-terms");
        assertThat(read.json().getJsonArray("terms")).isEqualTo(terms().getJsonArray("terms"));
        assertThat(SUITE.machine()
                        .with("If-None-Match", read.etag())
                        .get("/v1/sealed-terms")
                        .status())
                .isEqualTo(304);
        assertThat(SUITE.staff("enf-1", "enforcement", "advocate", "operator")
                        .get("/v1/sealed-terms")
                        .status())
                .isEqualTo(403);
        assertThat(SUITE.merchant("m-1").get("/v1/sealed-terms").status()).isEqualTo(403);
        assertThat(SUITE.awaited("sealed-terms", "SealedTermsChanged").fieldNames())
                .containsExactly("version");
        Answer same = SUITE.staff("int-1", "integrity").put("/v1/sealed-terms", terms());
        assertThat(same.etag()).isEqualTo(read.etag());
    }

    @Test
    void a_term_that_would_be_found_everywhere_is_refused() {
        JsonObject tooShort = new JsonObject()
                .put(
                        "terms",
                        new JsonArray().add(new JsonObject().put("en", "a-").put("zh", "引流词库")));
        assertThat(SUITE.staff("ops-1", "operator")
                        .put("/v1/sealed-terms", tooShort)
                        .code())
                .isEqualTo("sealed-terms-invalid");
    }

    @Test
    void every_text_of_a_proposal_is_looked_at_and_the_proposer_is_told_which_term() {
        String shop = SUITE.newShop();
        JsonObject sealed = new JsonObject().put("zh", "分数高").put("en", "The Ｇｒａｐｈ－Ｒｉｓｋ－Ｓｃｏｒｅ was high.");
        assertRefused(
                propose(PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-1"))
                        .put("explanation", sealed)),
                "/explanation/en",
                true);

        JsonObject inFacts = PenaltySuite.violation("G-03", "l-1");
        inFacts.getJsonObject("facts")
                .put("description", new JsonObject().put("zh", "关 系 图 谱 风 险 分").put("en", "High."));
        assertRefused(propose(PenaltySuite.proposal(shop, inFacts)), "/violations/0/facts/description/zh", true);

        JsonObject inReasons =
                PenaltySuite.ranged("S-03", "l-1", 2, "volume").put("factorReasons", "graph\u200b-risk-score");
        assertRefused(propose(PenaltySuite.proposal(shop, inReasons)), "/violations/0/factorReasons", true);

        JsonObject inFactor = PenaltySuite.ranged("S-03", "l-1", 2, "volume");
        inFactor.getJsonObject("factors").put("volume", "graph_risk_score 3");
        assertRefused(propose(PenaltySuite.proposal(shop, inFactor)), "/violations/0/factors/volume", true);

        assertRefused(
                propose(PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-1"))
                        .put("territory", "graph-risk-score")),
                "/territory",
                true);
    }

    @ParameterizedTest
    @CsvSource({"graph of risk,关系图", "scored graphically,引流至站外", "risk assessment,风险图谱"})
    void near_misses_pass(String en, String zh) {
        String shop = SUITE.newShop();
        Answer proposed = propose(PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                .put("explanation", new JsonObject().put("zh", zh).put("en", en)));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
    }

    @Test
    void an_operator_who_imports_is_not_told_the_term() {
        String shop = SUITE.newShop();
        JsonObject legacy = PenaltySuite.legacy(
                        shop,
                        "2018-04-01T00:00:00+08:00",
                        PenaltySuite.violation("C-02", "l-" + shop).put("points", 48))
                .put("explanation", new JsonObject().put("zh", "分数高").put("en", "graph risk score"));
        assertRefused(SUITE.staff("ops-1", "operator").post("/v1/penalties/import", legacy), "/explanation/en", false);
    }

    @Test
    void the_detection_record_itself_may_name_what_is_sealed() {
        String shop = SUITE.newShop();
        Answer proposed = propose(PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                .put(
                        "detectionRecord",
                        new JsonObject()
                                .put("summary", "graph-risk-score above the line")
                                .put("signals", new JsonArray().add("graph-risk-score"))));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);

        String readings = "/v1/penalties/" + proposed.json().getString("id") + "/detection-record/readings";
        assertRefused(
                SUITE.enforcement().post(readings, new JsonObject().put("purpose", "Check the graph risk score.")),
                "/purpose",
                true);
    }

    @Test
    void a_reason_to_refuse_a_held_penalty_is_looked_at() {
        String shop = SUITE.newShop();
        Answer held = propose(PenaltySuite.proposal(shop, PenaltySuite.violation("S-91", "l-" + shop)));
        assertThat(held.json().getString("status")).isEqualTo("HELD");

        Answer refused = SUITE.staff("enf-lead", "enforcement-approver")
                .ifMatch(held)
                .post(
                        "/v1/penalties/" + held.json().getString("id") + "/refuse",
                        new JsonObject().put("reason", "The graph-risk-score alone is not enough."));

        assertRefused(refused, "/reason", true);
        assertThat(SUITE.penalty(held.json().getString("id")).getString("status"))
                .isEqualTo("HELD");
    }

    @Test
    void a_rulebook_with_a_sealed_term_is_refused() {
        JsonObject rulebook =
                SampleRulebooks.json(12).copy().put("version", 77).put("effectiveFrom", "2055-01-01T00:00:00+08:00");
        JsonObject clause = rulebook.getJsonArray("clauses").getJsonObject(2);
        clause.put("text", new JsonObject().put("zh", "引流词库命中").put("en", "A hit."));
        Answer put = SUITE.staff("rules-1", "rule-owner").put("/v1/rulebooks/77", rulebook);
        assertRefused(put, "/clauses/2/text/zh", false);
    }

    @Test
    void a_draft_of_the_rules_and_the_answer_to_an_objection_are_looked_at_and_the_objection_is_not() {
        ApiClient owner = SUITE.staff("rules-1", "rule-owner");
        JsonObject rules = SampleRulebooks.json(12).put("version", 78);
        JsonObject spoilt = rules.copy();
        spoilt.getJsonArray("clauses").getJsonObject(2).getJsonObject("text").put("zh", "引流词库命中");
        assertRefused(owner.post("/v1/rulebook-drafts", spoilt), "/clauses/2/text/zh", false);

        Answer opened = owner.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String draft = opened.header("location").orElseThrow();
        assertRefused(owner.ifMatch(opened).put(draft, spoilt), "/clauses/2/text/zh", false);
        Answer announced = owner.ifMatch(opened)
                .post(draft + "/notices", new JsonObject().put("effectiveFrom", "2055-01-01T00:00:00+08:00"));
        assertThat(announced.status()).as(announced.text()).isEqualTo(200);
        Answer raised = SUITE.merchant("m-" + SUITE.newShop())
                .post(
                        draft + "/objections",
                        new JsonObject().put("language", "zh").put("words", "引流词库"));
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        JsonObject reasons = new JsonObject()
                .put("reasons", new JsonObject().put("zh", "引流词库").put("en", "So it is."));
        String answers = draft + "/objections/" + raised.json().getString("id") + "/answers";
        assertRefused(owner.post(answers, reasons), "/reasons/zh", false);
        assertRefused(owner.ifMatch(announced).post(draft + "/withdrawals", reasons), "/reasons/zh", false);
    }

    @Test
    void what_would_be_refused_anyway_is_refused_for_that() {
        String shop = SUITE.newShop();
        JsonObject undisclosed = PenaltySuite.violation("G-03", "l-1").put("facts", new JsonObject());
        assertThat(propose(PenaltySuite.proposal(shop, undisclosed)
                                .put(
                                        "explanation",
                                        new JsonObject().put("zh", "引流词库").put("en", "x")))
                        .code())
                .isEqualTo("no-disclosed-fact");
    }
}
