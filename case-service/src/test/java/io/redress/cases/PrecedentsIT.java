package io.redress.cases;

import static io.redress.cases.EarlierCases.assertRefused;
import static io.redress.cases.EarlierCases.ok;
import static io.redress.cases.EarlierCases.rulingOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Earlier rulings: cited by reference in a brief, followed or distinguished in the draft, shown without whose they were. */
class PrecedentsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_ruling_that_the_brief_cites_is_followed_or_distinguished_and_shown_by_reference() {
        Answer first = EarlierCases.closed(SUITE.penalty(), "PARTIAL", 24);
        Answer second = EarlierCases.closed(SUITE.penalty(), "OVERTURN", null);
        Answer third = EarlierCases.closed(SUITE.penalty(), "UPHOLD", null);
        Penalty penalty = SUITE.penalty();
        Answer answered = heard(penalty, rulingOf(first), rulingOf(second));
        String caseId = answered.json().getString("id");
        assertThat(answered.json()
                        .getJsonObject("brief")
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getJsonArray("precedents"))
                .containsExactly(rulingOf(first), rulingOf(second));
        JsonObject filed = SUITE.published.await(caseId, "BriefFiled").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "BriefFiled", filed);
        assertThat(filed.getJsonArray("precedents")).containsExactlyInAnyOrder(rulingOf(first), rulingOf(second));

        JsonObject draft = EarlierCases.draft(penalty, "PARTIAL", 24);
        assertRefused(draft(answered, draft), 422, "precedent-not-answered", "/precedents");
        draft.put("precedents", new JsonArray().add(answer(first, "FOLLOWED")));
        assertRefused(draft(answered, draft), 422, "precedent-not-answered", "/precedents");
        JsonObject unreasoned = answer(second, "DISTINGUISHED").put("reasons", new JsonObject().put("zh", "不同"));
        draft.getJsonArray("precedents").add(unreasoned);
        assertRefused(draft(answered, draft), 422, "precedent-not-answered", "/precedents/1/reasons");
        unreasoned.put("reasons", CaseSuite.REASONS);
        draft.getJsonArray("precedents").add(answer(first, "DISTINGUISHED"));
        assertRefused(draft(answered, draft), 422, "precedent-not-answered", "/precedents/2/rulingId");
        draft.getJsonArray("precedents").remove(2);
        draft.getJsonArray("precedents").add(answer(third, "DISTINGUISHED")); // of the adjudicator's own accord

        Answer ruled = EarlierCases.ruled(ok(draft(answered, draft)));

        JsonArray shown = ruled.json().getJsonObject("ruling").getJsonArray("precedents");
        assertThat(shown).isEqualTo(ruled.json().getJsonObject("draft").getJsonArray("precedents"));
        assertThat(shown).hasSize(3);
        assertThat(shown.getJsonObject(0)).isEqualTo(answer(first, "FOLLOWED"));
        assertThat(shown.getJsonObject(1)).isEqualTo(answer(second, "DISTINGUISHED"));
        JsonObject told = SUITE.published.await(caseId, "RulingIssued").getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", "RulingIssued", told);
        assertThat(told.getJsonArray("precedents").getJsonObject(0))
                .isEqualTo(new JsonObject().put("rulingId", rulingOf(first)).put("stance", "FOLLOWED"));

        Answer cited = SUITE.contract.checked(
                "listCasePrecedents",
                SUITE.merchant(penalty.merchantId()).get("/v1/cases/" + caseId + "/precedents?limit=2"));
        List<JsonObject> rows = rows(cited);
        assertThat(rows).hasSize(2);
        Answer more = SUITE.merchant(penalty.merchantId())
                .get("/v1/cases/" + caseId + "/precedents?limit=2&cursor="
                        + cited.json().getString("next"));
        assertThat(rows(more)).hasSize(1);
        JsonObject one = rows.stream()
                .filter(row -> row.getString("rulingId").equals(rulingOf(first)))
                .findFirst()
                .orElseThrow();
        assertThat(one)
                .isEqualTo(new JsonObject()
                        .put("rulingId", rulingOf(first))
                        .put("kind", "PENALTY_APPEAL")
                        .put("clauses", new JsonArray().add("C-02"))
                        .put("outcome", "PARTIAL")
                        .put("ruledAt", "2018-04-30T16:00:00Z")
                        .put("stands", true));
        assertThat(SUITE.merchant("m-other")
                        .get("/v1/cases/" + caseId + "/precedents")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void only_final_rulings_of_other_cases_are_cited() {
        Answer closed = EarlierCases.closed(SUITE.penalty(), "PARTIAL", 24);
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty running = SUITE.penalty();
        SUITE.peer.effects(running.id(), running.pointsTo24());
        Answer executing = CaseSteps.ruled(SUITE, running);
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);

        String at = "/violations/0/precedents/1";
        assertRefused(brief(opened, penalty, rulingOf(closed), "rul_none"), 422, "unknown-precedent", at);
        assertRefused(brief(opened, penalty, rulingOf(closed), rulingOf(executing)), 422, "precedent-not-final", at);
        assertThat(advocate.get("/v1/cases/" + opened.json().getString("id")).etag())
                .isEqualTo(opened.etag());

        ok(SUITE.command(
                SUITE.staff("adj-2", "adjudicator"),
                closed,
                "reopen",
                new JsonObject().put("ground", "NEW_EVIDENCE").put("reasons", CaseSuite.REASONS)));
        assertRefused(
                brief(opened, penalty, rulingOf(closed)), 422, "precedent-not-final", "/violations/0/precedents/0");
    }

    @Test
    void a_draft_cites_as_a_brief_does_and_never_its_own_case() {
        Answer closed = EarlierCases.closed(SUITE.penalty(), "PARTIAL", 24);
        String own = rulingOf(closed);
        Answer proposed = ok(SUITE.command(
                SUITE.staff("adj-2", "adjudicator"),
                closed,
                "reopen",
                new JsonObject().put("ground", "NEW_EVIDENCE").put("reasons", CaseSuite.REASONS)));
        Answer reopened = ok(SUITE.command(
                SUITE.staff("adj-3", "adjudicator"),
                proposed,
                "reopening-decisions",
                new JsonObject().put("confirmed", true).put("reasons", CaseSuite.REASONS)));
        JsonObject violation =
                closed.json().getJsonObject("ruling").getJsonArray("violations").getJsonObject(0);
        JsonObject draft = new JsonObject()
                .put("outcome", "PARTIAL")
                .put("points", 12)
                .put("violations", new JsonArray().add(violation));

        draft.put("precedents", new JsonArray().add(answer(own, "FOLLOWED")));
        assertRefused(
                SUITE.command(SUITE.staff("adj-3", "adjudicator"), reopened, "draft-rulings", draft),
                422,
                "precedent-of-own-case",
                "/precedents/0/rulingId");
        draft.put("precedents", new JsonArray().add(answer("rul_none", "FOLLOWED")));
        assertRefused(
                SUITE.command(SUITE.staff("adj-3", "adjudicator"), reopened, "draft-rulings", draft),
                422,
                "unknown-precedent",
                "/precedents/0/rulingId");
    }

    /** Answered, with a brief that cites these. */
    private Answer heard(Penalty penalty, String... rulings) {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        SUITE.peer.effects(penalty.id());
        Answer submitted = ok(brief(CaseSteps.opened(SUITE, penalty), penalty, rulings));
        Answer claimed = ok(SUITE.command(adjudicator, submitted, "claim", CaseSuite.NOTHING));
        return ok(SUITE.command(
                SUITE.staff("enf-2", "enforcement"),
                claimed,
                "answers",
                new JsonObject().put("text", CaseSuite.REASONS)));
    }

    private Answer brief(Answer opened, Penalty penalty, String... rulings) {
        JsonObject brief = CaseSuite.brief(penalty, "NOT_ENUMERATED");
        brief.getJsonArray("violations").getJsonObject(0).put("precedents", new JsonArray(List.of((Object[]) rulings)));
        return SUITE.command(advocate, opened, "briefs", brief);
    }

    private Answer draft(Answer answered, JsonObject draft) {
        return SUITE.command(adjudicator, answered, "draft-rulings", draft);
    }

    private static JsonObject answer(Answer closed, String stance) {
        return answer(rulingOf(closed), stance);
    }

    private static JsonObject answer(String rulingId, String stance) {
        return new JsonObject().put("rulingId", rulingId).put("stance", stance).put("reasons", CaseSuite.REASONS);
    }

    private static List<JsonObject> rows(Answer page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
