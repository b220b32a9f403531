package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What bad rules get when they are announced, through HTTP: a code, and a pointer to each problem. */
class RuleRefusalsIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_clause_without_chinese_and_one_without_english() {
        JsonObject rules = rules();
        rules.getJsonArray("clauses").getJsonObject(0).getJsonObject("text").put("zh", "");
        rules.getJsonArray("clauses").getJsonObject(1).getJsonObject("title").put("en", " ");

        assertRefused(rules, "rulebook-invalid", "/clauses/0/text/zh", "/clauses/1/title/en");
    }

    @Test
    void thresholds_that_go_down() {
        JsonObject rules = rules();
        rules.getJsonArray("thresholds").getJsonObject(3).put("points", 23);

        assertRefused(rules, "rulebook-invalid", "/thresholds/3/points");
    }

    @Test
    void a_closure_clause_without_advance_notice() {
        JsonObject rules = rules();
        rules.getJsonArray("clauses").getJsonObject(4).put("closureEligible", true);

        assertRefused(rules, "rulebook-invalid", "/clauses/4/closureEligible");
    }

    @Test
    void a_measure_without_a_name() {
        JsonObject rules = rules();
        rules.getJsonObject("measures").getJsonObject("SHOP_HIDDEN").remove("title");

        assertRefused(rules, "rulebook-invalid", "/measures/SHOP_HIDDEN/title");
    }

    @Test
    void effective_dates_that_overlap_and_they_alone() {
        JsonObject published = SampleRulebooks.json(12)
                .put("version", 1901)
                .put("publishedAt", "2018-01-01T00:00:00+08:00")
                .put("effectiveFrom", "2018-02-01T00:00:00+08:00");

        assertRegistrationRefused(published, "effective-dates-overlap");
    }

    @Test
    void a_notice_period_that_would_not_have_ended_and_that_alone() {
        JsonObject published = SampleRulebooks.json(12)
                .put("version", 1902)
                .put("publishedAt", "2700-01-01T00:00:00+08:00")
                .put("effectiveFrom", "2700-01-15T23:59:59+08:00");

        assertRegistrationRefused(published, "notice-period-too-short");
    }

    @Test
    void a_version_in_force_with_another() {
        String draft = opened(rules().put("noticeDays", 0));

        Answer refused = announce(draft, "2018-02-01T00:00:00+08:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("rulebook-invalid");
        // before its notice period has ended, and when version 12 comes into force
        assertThat(pointers(refused)).containsExactly("/effectiveFrom", "/effectiveFrom");
    }

    private static void assertRegistrationRefused(JsonObject published, String code) {
        Answer refused = OWNER.put("/v1/rulebooks/" + published.getInteger("version"), published);

        assertThat(refused.code()).as(refused.text()).isEqualTo(code);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactly("/effectiveFrom");
    }

    private static void assertRefused(JsonObject rules, String code, String... pointers) {
        Answer refused = announce(opened(rules), "2700-01-01T00:00:00+08:00");

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(pointers(refused)).containsExactly(pointers);
    }

    private static JsonObject rules() {
        return SampleRulebooks.json(12).put("version", 1900);
    }

    private static String opened(JsonObject rules) {
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.header("location").orElseThrow();
    }

    private static Answer announce(String draft, String effectiveFrom) {
        return OWNER.ifMatch(OWNER.get(draft))
                .post(draft + "/notices", new JsonObject().put("effectiveFrom", effectiveFrom));
    }

    private static List<String> pointers(Answer refused) {
        return refused.json().getJsonArray("errors").stream()
                .map(error -> ((JsonObject) error).getString("pointer"))
                .toList();
    }
}
