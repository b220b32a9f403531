package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.api.RulebookDocument;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Versions of the rules through HTTP: what is refused, what stays readable, and which of them judges an act. */
class RulebooksIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("rules-1", "rule-owner");

    @BeforeEach
    void atTheStart() {
        SUITE.clock.set(PenaltySuite.START);
    }

    @Test
    void everything_that_stands_against_a_version_is_told_at_once() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 13).put("zone", "Nowhere");
        rules.getJsonArray("clauses").getJsonObject(1).put("id", "G-01");

        Answer refused = OWNER.put("/v1/rulebooks/13", rules);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("rulebook-invalid");
        assertThat(pointers(refused)).containsExactly("/zone", "/clauses/1/id", "/effectiveFrom");
        assertThat(SUITE.staff("ops-1", "operator").get("/v1/rulebooks/13").status())
                .isEqualTo(404);
    }

    @Test
    void dates_have_codes_of_their_own() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 13);

        Answer overlap = OWNER.put("/v1/rulebooks/13", rules);
        Answer early = OWNER.put(
                "/v1/rulebooks/13",
                rules.copy()
                        .put("effectiveFrom", "2018-02-02T00:00:00+08:00")
                        .put("publishedAt", "2018-02-01T00:00:00+08:00"));

        assertThat(overlap.code()).isEqualTo("effective-dates-overlap");
        assertThat(pointers(overlap)).containsExactly("/effectiveFrom");
        assertThat(early.code()).isEqualTo("notice-period-too-short");
        assertThat(pointers(early)).containsExactly("/effectiveFrom");
    }

    @Test
    void a_language_that_is_missing_is_refused_where_it_is() {
        JsonObject rules = SampleRulebooks.json(12).put("version", 13);
        rules.getJsonArray("clauses").getJsonObject(4).getJsonObject("text").put("en", " ");

        Answer refused = OWNER.put("/v1/rulebooks/13", rules);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(pointers(refused)).contains("/clauses/4/text/en");
    }

    @Test
    void versions_are_listed_page_by_page_with_where_they_stand() {
        Answer first = OWNER.get("/v1/rulebooks?limit=1");

        assertThat(first.json().getJsonArray("items")).hasSize(1);
        JsonObject eleven = first.json().getJsonArray("items").getJsonObject(0);
        assertThat(eleven.getInteger("version")).isEqualTo(11);
        assertThat(eleven.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(first.header("link").orElseThrow()).contains("rel=\"next\"");
        JsonObject twelve = OWNER.get(
                        "/v1/rulebooks?limit=1&cursor=" + first.json().getString("next"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(twelve.getInteger("version")).isEqualTo(12);
        assertThat(twelve.getString("status")).isEqualTo("IN_FORCE");
    }

    @Test
    void the_version_in_force_at_an_instant_is_found_to_the_second() {
        assertThat(inForce("2014-12-31T15:59:59Z")).isEmpty();
        assertThat(inForce("2014-12-31T16:00:00Z")).containsExactly(11);
        assertThat(inForce("2018-01-31T15:59:59Z")).containsExactly(11);
        assertThat(inForce("2018-01-31T16:00:00Z")).containsExactly(12);
        assertThat(OWNER.get("/v1/rulebooks?inForceAt=yesterday").status()).isEqualTo(400);
    }

    @Test
    void two_versions_are_compared_clause_by_clause() {
        JsonObject diff = OWNER.get("/v1/rulebooks/11/diff?to=12").json();

        assertThat(diff.getInteger("from")).isEqualTo(11);
        assertThat(diff.getInteger("to")).isEqualTo(12);
        List<String> changed = diff.getJsonObject("changes").getJsonArray("clauses").stream()
                .map(JsonObject.class::cast)
                .map(change -> change.getString("key") + " " + change.getString("kind"))
                .toList();
        assertThat(changed).containsExactly("S-05 CHANGED", "C-02 ADDED");
        assertThat(OWNER.get("/v1/rulebooks/11/diff?to=99").status()).isEqualTo(404);
    }

    @Test
    void what_is_exported_as_yaml_registers_the_same_version_again() {
        Answer exported = OWNER.get("/v1/rulebooks/12/yaml");

        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.header("content-type")).hasValue("text/plain; charset=utf-8");
        JsonObject again = new JsonObject(new Yaml().<Map<String, Object>>load(exported.text()));
        assertThat(RulebookDocument.parse(again.encode()))
                .isEqualTo(RulebookDocument.parse(SampleRulebooks.json(12).encode()));
        Answer registered = OWNER.put("/v1/rulebooks/12", again);
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        assertThat(registered.etag()).isEqualTo("\"1\"");
    }

    /** S-05 carried 12 points until 2018-02-01, and 6 to 24 from then on. */
    @Test
    void an_act_before_a_change_that_is_decided_after_it_is_judged_by_the_older_version_or_a_milder_later_one() {
        String shop = SUITE.newShop();

        JsonObject older = proposed(shop, before(violation("S-05", "l-1")));
        JsonObject milder = proposed(shop, before(ranged("S-05", "l-2", 8, "harm")));
        Answer harsher =
                SUITE.enforcement().post("/v1/penalties", proposal(shop, before(ranged("S-05", "l-3", 14, "harm"))));
        JsonObject after = proposed(shop, ranged("S-05", "l-4", 14, "harm"));

        assertThat(older.getInteger("rulebookVersion")).isEqualTo(11);
        assertThat(older.getInteger("tariff")).isEqualTo(12);
        assertThat(milder.getInteger("rulebookVersion")).isEqualTo(12);
        assertThat(milder.getInteger("tariff")).isEqualTo(8);
        assertThat(harsher.code()).isEqualTo("tariff-mismatch");
        assertThat(after.getInteger("rulebookVersion")).isEqualTo(12);
        assertThat(after.getInteger("tariff")).isEqualTo(14);
    }

    private static JsonObject before(JsonObject violation) {
        return violation.put("from", "2018-01-31T12:00:00+08:00").put("to", "2018-01-31T13:00:00+08:00");
    }

    private static JsonObject proposed(String shop, JsonObject violation) {
        Answer answer = SUITE.enforcement().post("/v1/penalties", proposal(shop, violation));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().getJsonArray("violations").getJsonObject(0);
    }

    private static List<Integer> inForce(String at) {
        return OWNER.get("/v1/rulebooks?inForceAt=" + at).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getInteger("version"))
                .toList();
    }

    private static List<String> pointers(Answer refused) {
        return refused.json().getJsonArray("errors").stream()
                .map(error -> ((JsonObject) error).getString("pointer"))
                .toList();
    }
}
