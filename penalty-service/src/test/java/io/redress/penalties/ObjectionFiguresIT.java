package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many objections a draft has, about what, and how many merchants stand behind them. */
class ObjectionFiguresIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void alone_and_jointly_open_answered_and_withdrawn_by_clause() {
        String draft = announced();
        String first = "m-" + SUITE.newShop();
        String second = "m-" + SUITE.newShop();
        String third = "m-" + SUITE.newShop();
        String joint = object(draft, first, "G-01");
        String alone = object(draft, second, "G-01");
        String whole = object(draft, third, null);
        SUITE.merchant(second).post(draft + "/objections/" + joint + "/supporters", new JsonObject());
        SUITE.merchant(third).post(draft + "/objections/" + joint + "/supporters", new JsonObject());
        SUITE.merchant(third).post(draft + "/objections/" + whole + "/supporters/withdrawals", new JsonObject());
        Answer answered = OWNER.post(
                draft + "/objections/" + alone + "/answers",
                new JsonObject()
                        .put("reasons", new JsonObject().put("zh", "不改。").put("en", "It stays.")));
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);

        JsonObject figures = OWNER.get(draft + "/objection-figures").json();

        assertThat(figures.getJsonObject("total").encode())
                .isEqualTo(
                        "{\"objections\":3,\"open\":1,\"answered\":1,\"withdrawn\":1,\"alone\":1,\"jointly\":1,\"merchants\":3}");
        assertThat(figures.getJsonArray("clauses").stream().map(one -> ((JsonObject) one).encode()))
                .containsExactly(
                        "{\"clauseId\":\"G-01\",\"objections\":2,\"open\":1,\"answered\":1,\"withdrawn\":0,\"alone\":1,"
                                + "\"jointly\":1,\"merchants\":3}",
                        "{\"objections\":1,\"open\":0,\"answered\":0,\"withdrawn\":1,\"alone\":0,\"jointly\":0,"
                                + "\"merchants\":0}");
        JsonObject raised = SUITE.awaited(joint, "RulebookObjectionRaised");
        EventSchemas.assertValid("penalties.events.v1", "RulebookObjectionRaised", raised);
        assertThat(raised.getString("clauseId")).isEqualTo("G-01");
    }

    @Test
    void a_draft_without_objections_has_zeros_and_merchants_do_not_read_them() {
        String draft = announced();

        JsonObject figures = OWNER.get(draft + "/objection-figures").json();

        assertThat(figures.getJsonObject("total").getInteger("objections")).isZero();
        assertThat(figures.getJsonArray("clauses")).isEmpty();
        assertThat(SUITE.merchant("m-" + SUITE.newShop())
                        .get(draft + "/objection-figures")
                        .status())
                .isEqualTo(403);
        assertThat(OWNER.get("/v1/rulebook-drafts/rbd_none/objection-figures").status())
                .isEqualTo(404);
    }

    @Test
    void an_objection_is_about_a_clause_of_the_draft() {
        Answer refused = SUITE.merchant("m-" + SUITE.newShop())
                .post(
                        announced() + "/objections",
                        new JsonObject()
                                .put("language", "zh")
                                .put("words", "太短。")
                                .put("clauseId", "Z-99"));

        assertThat(refused.code()).isEqualTo("unknown-clause");
        assertThat(refused.status()).isEqualTo(422);
    }

    private static String object(String draft, String merchant, String clauseId) {
        JsonObject body = new JsonObject().put("language", "zh").put("words", "太短。");
        if (clauseId != null) {
            body.put("clauseId", clauseId);
        }
        Answer raised = SUITE.merchant(merchant).post(draft + "/objections", body);
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        return raised.json().getString("id");
    }

    private static String announced() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 980);
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String draft = opened.header("location").orElseThrow();
        Answer announced = OWNER.ifMatch(opened)
                .post(draft + "/notices", new JsonObject().put("effectiveFrom", "2050-01-01T00:00:00+08:00"));
        assertThat(announced.status()).as(announced.text()).isEqualTo(200);
        return draft;
    }
}
