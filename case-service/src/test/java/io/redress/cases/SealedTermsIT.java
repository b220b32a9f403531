package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff write and a merchant can read holds no sealed term; the merchant's own words are his. */
class SealedTermsIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final AtomicInteger VERSION = new AtomicInteger(1);

    private static final ApiClient ADVOCATE = SUITE.staff("adv-1", "advocate");
    private static final ApiClient ADJUDICATOR = SUITE.staff("adj-1", "adjudicator");
    private static final ApiClient DEPARTMENT = SUITE.staff("enf-2", "enforcement");

    @BeforeAll
    static void the_terms_are_known() {
        int version = VERSION.incrementAndGet();
        SUITE.peer.sealedTerms(
                version,
                new JsonArray()
                        .add(new JsonObject().put("en", "graph-risk-score").put("zh", "关系图谱风险分"))
                        .add(new JsonObject().put("en", "threshold 0.87").put("zh", "阈值0.87")));
        SUITE.penalties.publish(
                "sealed-terms",
                "sealed-terms",
                "SealedTermsChanged",
                SUITE.clock.now().toString(),
                new JsonObject().put("version", version));
        Penalty probe = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, probe);
        Awaitility.await("the service has fetched the terms")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> SUITE.command(ADVOCATE, opened, "briefs", sealedBrief(probe))
                                .status()
                        == 422);
    }

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    private static JsonObject sealedBrief(Penalty penalty) {
        return CaseSuite.brief(penalty, "NOT_ENUMERATED").put("relief", "What Ｇｒａｐｈ risk\u200bscore says is no proof.");
    }

    private static JsonObject sealed() {
        return new JsonObject().put("zh", "关 系 图 谱 风 险 分偏高。").put("en", "It was above the line.");
    }

    private static void assertRefused(Answer answer, String pointer, boolean named) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.json().getString("code")).isEqualTo("sealed-term-in-text");
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
        boolean holdsTerm =
                answer.text().contains("graph-risk-score") || answer.text().contains("关系图谱风险分");
        assertThat(holdsTerm).as("names the term: " + answer.text()).isEqualTo(named);
    }

    @Test
    void a_brief_is_refused_and_its_advocate_is_told_which_term() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);

        assertRefused(SUITE.command(ADVOCATE, opened, "briefs", sealedBrief(penalty)), "/relief", true);

        JsonObject nearMiss = CaseSuite.brief(penalty, "NOT_ENUMERATED").put("relief", "A graph of risk is no proof.");
        assertThat(SUITE.command(ADVOCATE, opened, "briefs", nearMiss).status()).isEqualTo(200);
    }

    @Test
    void why_an_advocates_appeal_is_late_holds_none_either() {
        Penalty penalty = SUITE.penalty();
        SUITE.statement(penalty);
        SUITE.read(penalty);
        SUITE.clock.set("2018-07-02T10:00:00+08:00");
        SUITE.published.await(penalty.id() + ":window", "AppealWindowClosed");
        JsonObject body = new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", penalty.id())
                .put("lateBecause", "The graph-risk-score came out late.");

        assertRefused(SUITE.request(ADVOCATE, body), "/lateBecause", true);

        assertThat(SUITE.request(SUITE.merchant(penalty.merchantId()), body).status())
                .isEqualTo(201);
    }

    @Test
    void an_advocates_words_when_she_opens_a_request_are_refused_and_the_merchants_are_his_own() {
        Shop shop = SUITE.shop();
        JsonObject body = shop.loss();
        body.getJsonObject("loss").put("description", "The graph-risk-score was wrong.");

        assertRefused(SUITE.request(ADVOCATE, body), "/loss/description", true);
        Answer own = SUITE.request(SUITE.merchant(shop.merchantId()), body);
        assertThat(own.status()).as(own.text()).isEqualTo(201);
    }

    @Test
    void an_advocates_message_and_staged_brief_are_refused_and_the_merchants_words_are_his_own() {
        TalkSuite of = TalkSuite.aCase();
        String text = "Was the graph-risk-score wrong?";

        assertRefused(of.advocate().send(text), "/text", true);
        assertThat(of.merchant().send(text).status()).isEqualTo(201);
        assertRefused(of.advocate().stage(of.advocate().staged(), sealedBrief(of.penalty)), "/relief", true);
        assertThat(of.advocate().staged().etag()).isEqualTo("\"0\"");
    }

    @Test
    void a_text_file_of_staff_is_refused_and_the_merchants_files_are_his_own() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] table = ("\u8ba2\u5355,\u539f\u56e0\n" + of.caseId + ",\u5173\u7cfb\u56fe\u8c31\u98ce\u9669\u5206\n")
                .getBytes(Charset.forName("GBK"));
        byte[] mail = ("From: a@b.c\r\nTo: d@e.f\r\nSubject: Hits\r\n\r\n" + "All is well.\r\n".repeat(6_000)
                        + "A graph-risk-score in " + of.caseId)
                .getBytes(StandardCharsets.US_ASCII);

        Answer byTheDepartment = of.department().add(of.caseId, "hits.csv", "", "text/csv", table);
        assertRefused(byTheDepartment, "content", false);
        assertRefused(of.advocate().add(of.caseId, "hits.eml", "", "message/rfc822", mail), "content", true);
        assertThat(EvidenceSuite.ids(of.integrity().list(of.caseId))).isEmpty();

        Answer own = of.merchant().add(of.caseId, "hits.csv", "", "text/csv", table);
        assertThat(own.status()).as(own.text()).isEqualTo(201);
        Answer another = of.department()
                .add(
                        of.caseId,
                        "sales.csv",
                        "",
                        "text/csv",
                        ("day,sales\n1," + of.caseId).getBytes(StandardCharsets.US_ASCII));
        assertThat(another.status()).as(another.text()).isEqualTo(201);
    }

    @Test
    void what_was_staged_is_looked_at_again_when_it_is_filed() {
        TalkSuite of = TalkSuite.aCase();
        JsonObject brief = CaseSuite.brief(of.penalty, "FACTS_WRONG").put("relief", "The abacus was wrong.");
        assertThat(of.advocate().stage(of.advocate().staged(), brief).status()).isEqualTo(200);
        SUITE.peer.sealedTerms(
                VERSION.incrementAndGet(),
                new JsonArray()
                        .add(new JsonObject().put("en", "graph-risk-score").put("zh", "关系图谱风险分"))
                        .add(new JsonObject().put("en", "threshold 0.87").put("zh", "阈值0.87"))
                        .add(new JsonObject().put("en", "abacus").put("zh", "算盘")));
        SUITE.penalties.publish(
                "sealed-terms",
                "sealed-terms",
                "SealedTermsChanged",
                SUITE.clock.now().toString(),
                new JsonObject().put("version", VERSION.get()));
        Awaitility.await("the service has fetched the terms")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> of.advocate().send("An abacus?").status() == 422);

        Answer filed = of.command(ADVOCATE, "briefs", new JsonObject().put("staged", true));

        assertThat(filed.code()).as(filed.text()).isEqualTo("sealed-term-in-text");
        assertThat(filed.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/relief");
        assertThat(of.advocate().staged().json().getString("relief")).isEqualTo("The abacus was wrong.");
        the_terms_are_known();
    }

    @Test
    void an_answer_of_the_department_is_refused_without_naming_the_term() {
        Answer claimed = CaseSteps.claimed(SUITE, SUITE.penalty());

        assertRefused(
                SUITE.command(DEPARTMENT, claimed, "answers", new JsonObject().put("text", sealed())),
                "/text/zh",
                false);
    }

    @Test
    void draft_and_ruling_are_refused_and_the_adjudicator_is_told_which_term() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer answered = CaseSteps.answered(SUITE, penalty);
        JsonObject draft = CaseSuite.draft(penalty);
        draft.getJsonArray("violations").getJsonObject(0).put("reasons", sealed());
        assertRefused(SUITE.command(ADJUDICATOR, answered, "draft-rulings", draft), "/violations/0/reasons/zh", true);

        Answer drafted = SUITE.command(ADJUDICATOR, answered, "draft-rulings", CaseSuite.draft(penalty));
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        JsonArray violations = CaseSuite.violations(penalty);
        violations.getJsonObject(0).put("reasons", sealed());
        JsonObject ruling = new JsonObject()
                .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                .put("violations", violations);
        assertRefused(SUITE.command(ADJUDICATOR, drafted, "rulings", ruling), "/violations/0/reasons/zh", true);
    }

    @Test
    void what_is_said_for_many_and_about_each_is_looked_at_and_one_that_holds_a_term_holds_up_no_other() {
        Penalty onePenalty = SUITE.penalty();
        Penalty twoPenalty = SUITE.penalty();
        SUITE.peer.effects(onePenalty.id());
        SUITE.peer.effects(twoPenalty.id());
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer one = CaseSteps.submitted(SUITE, onePenalty);
        Answer two = CaseSteps.submitted(SUITE, twoPenalty);
        List<String> both = List.of(JointSteps.id(one), JointSteps.id(two));
        JsonObject asked = JointSteps.joining(both).put("question", sealed());
        assertRefused(JointSteps.command(ADJUDICATOR.ifMatch(lead), lead, "members", asked), "/question/zh", true);
        JointSteps.results(JointSteps.join(ADJUDICATOR, lead, both));
        JsonObject answer = new JsonObject().put("text", sealed());
        assertRefused(JointSteps.command(DEPARTMENT, lead, "joint-answers", answer), "/text/zh", false);
        JointSteps.results(
                JointSteps.command(DEPARTMENT, lead, "joint-answers", answer.put("text", CaseSuite.REASONS)));
        JsonObject leaving = new JsonObject().put("reasons", sealed());
        assertRefused(SUITE.command(ADJUDICATOR, JointSteps.now(one), "leave", leaving), "/reasons/zh", true);

        JsonObject drafts = JointSteps.together(List.of(
                JointSteps.drafted(one, onePenalty, "one"), JointSteps.drafted(two, twoPenalty, "threshold 0.87")));
        Answer forAll = JointSteps.command(
                ADJUDICATOR, lead, "joint-draft-rulings", drafts.copy().put("commonReasons", sealed()));
        Answer aboutOne = JointSteps.command(ADJUDICATOR, lead, "joint-draft-rulings", drafts);
        Answer stranger = JointSteps.command(
                SUITE.staff("adj-2", "adjudicator"),
                lead,
                "joint-draft-rulings",
                drafts.copy().put("commonReasons", sealed()));

        assertThat(JointSteps.results(forAll).values()).containsExactly("sealed-term-in-text", "sealed-term-in-text");
        assertThat(forAll.text()).contains("/commonReasons/zh");
        assertThat(JointSteps.results(aboutOne))
                .containsEntry(JointSteps.id(one), "REPLY_WINDOW")
                .containsEntry(JointSteps.id(two), "sealed-term-in-text");
        assertThat(aboutOne.text()).contains("/members/1/violations/0/reasons/en");
        assertThat(JointSteps.results(stranger).values()).doesNotContain("sealed-term-in-text");
    }

    @Test
    void the_merchants_words_when_he_wants_to_be_heard_alone_are_his_own() {
        Penalty penalty = SUITE.penalty();
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer member = CaseSteps.submitted(SUITE, penalty);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(member)));

        Answer alone = SUITE.command(
                SUITE.merchant(penalty.merchantId()),
                JointSteps.now(member),
                "leave",
                new JsonObject().put("reasons", sealed()));

        assertThat(alone.status()).as(alone.text()).isEqualTo(200);
    }

    @Test
    void an_advocates_request_to_reopen_and_its_refusal_hold_none_and_the_merchants_words_are_his_own() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        ApiClient other = SUITE.staff("adj-2", "adjudicator");
        JsonObject words = new JsonObject().put("ground", "PROCEDURE").put("reasons", sealed());

        assertRefused(SUITE.command(ADVOCATE, closed, "reopening-requests", words), "/reasons/zh", true);
        Answer asked = SUITE.command(SUITE.merchant(penalty.merchantId()), closed, "reopening-requests", words);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        String id =
                asked.json().getJsonArray("reopeningRequests").getJsonObject(0).getString("id");
        assertRefused(
                SUITE.command(
                        other,
                        asked,
                        "reopening-requests/" + id + "/refusals",
                        new JsonObject().put("reasons", sealed())),
                "/reasons/zh",
                false);
    }

    @Test
    void the_merchants_reply_is_never_looked_at_and_the_departments_is() {
        Penalty penalty = SUITE.penalty();
        SUITE.peer.effects(penalty.id());
        Answer drafted = CaseSteps.drafted(SUITE, penalty);
        JsonObject words = new JsonObject().put("text", "You say graph-risk-score, 阈值0.87!");

        assertRefused(SUITE.command(DEPARTMENT, drafted, "replies", words), "/text", false);
        Answer own = SUITE.command(SUITE.merchant(penalty.merchantId()), drafted, "replies", words);
        assertThat(own.status()).as(own.text()).isEqualTo(200);
        assertThat(own.text()).contains("You say graph-risk-score, 阈值0.87!");
    }

    @Test
    void reasons_of_inadmissibility_are_refused_without_naming_the_term_before_the_case_is_claimed() {
        Answer submitted = CaseSteps.submitted(SUITE, SUITE.penalty());

        assertRefused(
                SUITE.command(ADJUDICATOR, submitted, "inadmissible", new JsonObject().put("reasons", sealed())),
                "/reasons/zh",
                false);
    }

    @Test
    void whoever_may_not_do_it_learns_nothing_about_terms() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);

        Answer stranger = SUITE.command(SUITE.staff("adv-9", "advocate"), opened, "briefs", sealedBrief(penalty));

        assertThat(stranger.json().getString("code")).isEqualTo("not-the-advocate");
    }

    @Test
    void what_staff_say_of_a_file_is_refused_and_the_merchants_words_are_his() {
        EvidenceSuite of = EvidenceSuite.aCase();
        String words = "&proves=That+the+graph-risk-score+is+wrong";

        Answer advocates = of.advocate().add(of.caseId, "a.pdf", words, EvidenceClient.PDF, EvidenceClient.document());
        Answer departments =
                of.department().add(of.caseId, "a.pdf", words, EvidenceClient.PDF, EvidenceClient.document());
        Answer merchants = of.merchant().add(of.caseId, "a.pdf", words, EvidenceClient.PDF, EvidenceClient.document());

        assertRefused(advocates, "proves", true);
        assertRefused(departments, "proves", false);
        assertThat(merchants.status()).as(merchants.text()).isEqualTo(201);
    }

    @Test
    void the_last_good_terms_are_kept_while_their_keeper_is_away() {
        SUITE.peer.hideSealedTerms();
        try {
            Penalty penalty = SUITE.penalty();
            Answer opened = CaseSteps.opened(SUITE, penalty);
            assertRefused(SUITE.command(ADVOCATE, opened, "briefs", sealedBrief(penalty)), "/relief", true);
        } finally {
            SUITE.peer.sealedTerms(VERSION.get(), new JsonArray());
        }
    }
}
