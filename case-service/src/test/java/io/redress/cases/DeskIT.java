package io.redress.cases;

import static io.redress.cases.CaseLists.assertRefused;
import static io.redress.cases.CaseLists.ids;
import static io.redress.cases.CaseLists.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tags and notes: what staff keep at a case, and who does not see it. */
class DeskIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");
    private final ApiClient integrity = SUITE.staff("integrity-lead", "integrity");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_tag_is_the_same_however_it_is_written_and_a_case_is_found_by_it() {
        Answer opened = CaseSteps.opened(SUITE, SUITE.penalty());
        String path = path(opened);
        String word = "w" + opened.json().getString("id").substring(4);

        assertThat(tags(adjudicator.post(path + "/tags", tag(" Ｓurge of June "))))
                .containsExactly("surge of june");
        assertThat(tags(advocate.post(path + "/tags", tag("SURGE OF JUNE")))).containsExactly("surge of june");
        assertThat(tags(advocate.post(path + "/tags", tag(word.toUpperCase(Locale.ROOT)))))
                .containsExactly("surge of june", word);
        assertThat(tags(advocate.post(path + "/tags", tag("六月激增")))).containsExactly("surge of june", word, "六月激增");
        assertThat(ids(respondent.get("/v1/cases?tag=" + word)))
                .containsExactly(opened.json().getString("id"));
        assertThat(ids(respondent.get("/v1/cases?status=CLOSED&tag=" + word))).isEmpty();
        assertThat(items(respondent.get(path + "/tags")).get(0))
                .isEqualTo(new JsonObject()
                        .put("tag", "surge of june")
                        .put("by", "adj-1")
                        .put("at", "2018-04-20T02:00:00Z"));

        assertThat(tags(respondent.post(path + "/tag-removals", tag("Surge of June"))))
                .containsExactly(word, "六月激增");
        assertThat(tags(respondent.post(path + "/tag-removals", tag("never there"))))
                .containsExactly(word, "六月激增");

        assertThat(items(integrity.get(path + "/tag-log")))
                .extracting(line -> line.getString("act") + " " + line.getString("tag") + " " + line.getString("by"))
                .containsExactly(
                        "ADDED surge of june adj-1",
                        "ADDED " + word + " adv-1",
                        "ADDED 六月激增 adv-1",
                        "REMOVED surge of june enf-2");
        assertThat(advocate.get(path).etag()).isEqualTo(opened.etag());
    }

    @Test
    void a_tag_is_a_word_and_a_case_has_twenty_of_them_at_the_most() {
        String path = path(CaseSteps.opened(SUITE, SUITE.penalty()));

        for (String none : List.of("<b>", "-a", "a/b", "x".repeat(41), "a\nb")) {
            assertRefused(advocate.post(path + "/tags", tag(none)), 422, "tag-invalid");
        }
        assertRefused(advocate.post(path + "/tags", tag("   ")), 400, "validation-failed");
        for (int i = 1; i <= 20; i++) {
            assertThat(advocate.post(path + "/tags", tag("t" + i)).status()).isEqualTo(200);
        }
        assertRefused(advocate.post(path + "/tags", tag("t21")), 422, "tag-limit-reached");
        assertThat(advocate.post(path + "/tags", tag("t20")).status()).isEqualTo(200);
        assertThat(advocate.post(path + "/tag-removals", tag("t1")).status()).isEqualTo(200);
        assertThat(advocate.post(path + "/tags", tag("t21")).status()).isEqualTo(200);
        assertRefused(advocate.get("/v1/cases?tag=" + CaseLists.encoded("<b>")), 400, "validation-failed");
    }

    @Test
    void each_side_reads_its_own_notes_and_integrity_reads_all() {
        Answer claimed = CaseSteps.claimed(SUITE, SUITE.penalty());
        String path = path(claimed);

        assertThat(advocate.post(path + "/notes", note("ask for the carrier's list"))
                        .json()
                        .getString("side"))
                .isEqualTo("ADVOCACY");
        assertThat(adjudicator
                        .post(path + "/notes", note("the clause is new"))
                        .json()
                        .getString("side"))
                .isEqualTo("ADJUDICATION");
        assertThat(respondent
                        .post(path + "/notes", note("we saw the shop"))
                        .json()
                        .getString("side"))
                .isEqualTo("DEPARTMENT");

        assertThat(notes(advocate.get(path + "/notes"))).containsExactly("ask for the carrier's list");
        assertThat(notes(adjudicator.get(path + "/notes"))).containsExactly("the clause is new");
        assertThat(notes(SUITE.staff("adj-2", "adjudicator").get(path + "/notes")))
                .containsExactly("the clause is new");
        assertThat(notes(respondent.get(path + "/notes"))).containsExactly("we saw the shop");
        assertThat(notes(SUITE.staff("enf-1", "enforcement").get(path + "/notes")))
                .containsExactly("we saw the shop");
        assertThat(notes(SUITE.staff("adv-2", "advocate").get(path + "/notes"))).isEmpty();
        assertThat(notes(SUITE.staff("campaigns-1", "respondent").get(path + "/notes")))
                .isEmpty();
        assertThat(notes(integrity.get(path + "/notes")))
                .containsExactly("ask for the carrier's list", "the clause is new", "we saw the shop");
        assertThat(advocate.get(path).etag()).isEqualTo(claimed.etag());
        assertThat(SUITE.published.of(claimed.json().getString("id")).toString())
                .doesNotContain("carrier's list");
    }

    @Test
    void notes_come_in_pages_and_who_is_on_no_side_writes_none() {
        String path = path(CaseSteps.opened(SUITE, SUITE.penalty()));
        for (int i = 1; i <= 3; i++) {
            assertThat(advocate.post(path + "/notes", note("note " + i)).status())
                    .isEqualTo(201);
        }

        Answer first = advocate.get(path + "/notes?limit=2");
        assertThat(notes(first)).containsExactly("note 1", "note 2");
        assertThat(notes(advocate.get(path + "/notes?limit=2&cursor="
                        + CaseLists.encoded(first.json().getString("next")))))
                .containsExactly("note 3");
        assertRefused(SUITE.staff("adv-2", "advocate").post(path + "/notes", note("hello")), 403, "not-on-a-side");
        assertRefused(
                SUITE.staff("campaigns-1", "respondent").post(path + "/notes", note("hello")), 403, "not-on-a-side");
        assertRefused(integrity.post(path + "/notes", note("hello")), 403, "forbidden");
        assertRefused(advocate.post(path + "/notes", note("x".repeat(5_001))), 400, "validation-failed");
    }

    @Test
    void the_merchants_side_knows_neither_tags_nor_notes() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String path = path(opened);
        advocate.post(path + "/tags", tag("hidden-word"));
        advocate.post(path + "/notes", note("hidden note"));
        advocate.put(
                path + "/snooze",
                new JsonObject().put("until", "2018-04-25T10:00:00+08:00").put("reason", "hidden reason"));

        for (ApiClient caller : List.of(
                SUITE.merchant(penalty.merchantId()), SUITE.agency("agency-7", penalty.merchantId(), "man_7"))) {
            for (String part : List.of("/tags", "/tag-log", "/notes", "/snooze")) {
                assertRefused(caller.get(path + part), 403, "forbidden");
            }
            assertRefused(caller.post(path + "/tags", tag("mine")), 403, "forbidden");
            assertRefused(caller.post(path + "/tag-removals", tag("hidden-word")), 403, "forbidden");
            assertRefused(caller.post(path + "/notes", note("mine")), 403, "forbidden");
            assertRefused(caller.get("/v1/views"), 403, "forbidden");
            assertThat(caller.get(path).text()
                            + caller.get("/v1/cases").text()
                            + caller.get(path + "/clocks").text()
                            + caller.get(path + "/holders").text())
                    .doesNotContain("hidden");
        }
    }

    @Test
    void of_a_case_that_does_not_exist_nothing_is_kept() {
        assertRefused(advocate.post("/v1/cases/cas_none/tags", tag("a")), 404, "not-found");
        assertRefused(advocate.post("/v1/cases/cas_none/notes", note("a")), 404, "not-found");
        assertRefused(advocate.get("/v1/cases/cas_none/tags"), 404, "not-found");
        assertRefused(advocate.get("/v1/cases/cas_none/notes"), 404, "not-found");
        assertRefused(advocate.get("/v1/cases/cas_none/snooze"), 404, "not-found");
        assertRefused(integrity.get("/v1/cases/cas_none/tag-log"), 404, "not-found");
    }

    private static JsonObject tag(String word) {
        return new JsonObject().put("tag", word);
    }

    private static JsonObject note(String text) {
        return new JsonObject().put("text", text);
    }

    private static List<String> tags(Answer answer) {
        return items(answer).stream().map(item -> item.getString("tag")).toList();
    }

    private static List<String> notes(Answer answer) {
        return items(answer).stream().map(item -> item.getString("text")).toList();
    }

    private static String path(Answer opened) {
        return "/v1/cases/" + opened.json().getString("id");
    }
}
