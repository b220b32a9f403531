package io.redress.cases;

import static io.redress.cases.CaseLists.allIds;
import static io.redress.cases.CaseLists.assertRefused;
import static io.redress.cases.CaseLists.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Questions that staff ask again and again: each has his own, and what a department shares is the department's. */
class SavedViewsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient colleague = SUITE.staff("adj-2", "adjudicator");
    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @AfterEach
    void deleteThem() {
        for (ApiClient caller : List.of(adjudicator, colleague, advocate)) {
            for (JsonObject view : items(caller.get("/v1/views?limit=200"))) {
                caller.send("DELETE", "/v1/views/" + view.getString("id"), Optional.empty());
            }
        }
    }

    @Test
    void a_view_is_kept_as_it_was_asked_and_replaced_under_its_id() {
        JsonObject all = new JsonObject()
                .put("merchantId", "m-1")
                .put("penaltyId", "pen_1")
                .put("status", "SUBMITTED")
                .put("open", true)
                .put("kind", "PENALTY_APPEAL")
                .put("tag", "ＳURGE")
                .put("advocateId", "adv-1")
                .put("adjudicatorId", "adj-1")
                .put("department", "enforcement")
                .put("clauseId", "C-02")
                .put("queue", "cases")
                .put("openedFrom", "2018-04-20T10:00:00+08:00")
                .put("openedTo", "2018-04-21T10:00:00+08:00")
                .put("pastDue", true)
                .put("text", "pen_1");

        Answer put = put(adjudicator, "everything", view(all).put("sort", "DUE"));

        assertThat(put.json())
                .isEqualTo(new JsonObject()
                        .put("id", "everything")
                        .put("ownerId", "adj-1")
                        .put("name", new JsonObject().put("en", "A view"))
                        .put("shared", false)
                        .put(
                                "filters",
                                all.copy()
                                        .put("tag", "surge")
                                        .put("openedFrom", "2018-04-20T02:00:00Z")
                                        .put("openedTo", "2018-04-21T02:00:00Z"))
                        .put("sort", "DUE")
                        .put("changedAt", "2018-04-20T02:00:00Z")
                        .put("version", 1));
        assertThat(adjudicator.get("/v1/views/everything").json()).isEqualTo(put.json());
        assertThat(put(adjudicator, "everything", view(all).put("sort", "DUE")).etag())
                .isEqualTo("\"1\"");

        Answer replaced = put(adjudicator, "everything", view(new JsonObject().put("kind", "COMPLAINT")));
        assertThat(replaced.etag()).isEqualTo("\"2\"");
        assertThat(adjudicator.get("/v1/views/everything").json().getJsonObject("filters"))
                .isEqualTo(new JsonObject()
                        .put("open", false)
                        .put("kind", "COMPLAINT")
                        .put("pastDue", false));
        assertRefused(
                adjudicator.ifMatch(put).put("/v1/views/everything", view(new JsonObject())), 412, "version-conflict");
        assertThat(adjudicator
                        .ifMatch(replaced)
                        .put("/v1/views/everything", view(new JsonObject()))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void running_a_view_is_asking_for_the_list() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        List<String> opened = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            opened.add(SUITE.open(merchant, i == 0 ? penalty : SUITE.penaltyOf(penalty))
                    .json()
                    .getString("id"));
        }
        put(
                adjudicator,
                "of-merchant",
                view(new JsonObject().put("merchantId", penalty.merchantId()).put("open", true)));

        assertThat(allIds(adjudicator, "/v1/views/of-merchant/results?")).containsExactlyElementsOf(opened);
        SUITE.command(merchant, adjudicator.get("/v1/cases/" + opened.get(1)), "withdraw", CaseSuite.NOTHING);
        assertThat(allIds(adjudicator, "/v1/views/of-merchant/results?")).containsExactly(opened.get(0), opened.get(2));
    }

    @Test
    void somebody_elses_view_does_not_exist_unless_the_department_shares_it() {
        put(adjudicator, "mine", view(new JsonObject().put("kind", "COMPLAINT")));
        put(colleague, "mine", view(new JsonObject().put("kind", "FEE_RELIEF")));
        put(colleague, "ours", view(new JsonObject().put("open", true)).put("shared", true));

        assertThat(adjudicator
                        .get("/v1/views/mine")
                        .json()
                        .getJsonObject("filters")
                        .getString("kind"))
                .isEqualTo("COMPLAINT");
        assertRefused(adjudicator.get("/v1/views/ours"), 404, "not-found");
        assertRefused(adjudicator.get("/v1/views/mine?sharedBy=adj-2"), 404, "not-found");
        assertRefused(adjudicator.get("/v1/views/mine/results?sharedBy=adj-2"), 404, "not-found");
        assertThat(adjudicator.get("/v1/views/ours?sharedBy=adj-2").status()).isEqualTo(200);
        assertThat(adjudicator.get("/v1/views/ours/results?sharedBy=adj-2").status())
                .isEqualTo(200);
        assertRefused(advocate.get("/v1/views/ours?sharedBy=adj-2"), 404, "not-found");
        assertRefused(advocate.get("/v1/views/ours/results?sharedBy=adj-2"), 404, "not-found");
        assertThat(items(adjudicator.get("/v1/views")))
                .extracting(one -> one.getString("ownerId") + " " + one.getString("id"))
                .containsExactly("adj-1 mine", "adj-2 ours");
        assertThat(items(advocate.get("/v1/views"))).isEmpty();

        assertThat(adjudicator
                        .send("DELETE", "/v1/views/ours", Optional.empty())
                        .status())
                .isEqualTo(200);
        assertThat(adjudicator.get("/v1/views/ours?sharedBy=adj-2").status()).isEqualTo(200);
        put(colleague, "ours", view(new JsonObject().put("open", true)));
        assertRefused(adjudicator.get("/v1/views/ours?sharedBy=adj-2"), 404, "not-found");
    }

    @Test
    void a_deleted_view_is_gone_and_deleting_it_again_changes_nothing() {
        put(adjudicator, "short-lived", view(new JsonObject()));

        for (int i = 0; i < 2; i++) {
            assertThat(adjudicator
                            .send("DELETE", "/v1/views/short-lived", Optional.empty())
                            .json())
                    .isEqualTo(new JsonObject().put("id", "short-lived"));
            assertRefused(adjudicator.get("/v1/views/short-lived"), 404, "not-found");
        }
    }

    @Test
    void a_view_has_a_name_and_filters_as_the_list_has_them_and_nobody_has_more_than_fifty() {
        assertRefused(
                adjudicator.put("/v1/views/a", view(new JsonObject()).put("name", new JsonObject())),
                422,
                "inconsistent-data");
        assertRefused(
                adjudicator.put("/v1/views/a", view(new JsonObject().put("kind", "NONE"))), 400, "validation-failed");
        assertRefused(
                adjudicator.put("/v1/views/a", view(new JsonObject().put("queueOf", "x"))), 400, "validation-failed");
        assertRefused(
                adjudicator.put("/v1/views/a", view(new JsonObject().put("tag", "<b>"))), 400, "validation-failed");
        assertRefused(
                adjudicator.put("/v1/views/a", view(new JsonObject().put("openedFrom", "2018-13-45T00:00:00Z"))),
                400,
                "validation-failed");
        for (int i = 1; i <= 50; i++) {
            put(adjudicator, "v" + i, view(new JsonObject()));
        }
        assertRefused(adjudicator.put("/v1/views/v51", view(new JsonObject())), 422, "view-limit-reached");
        put(adjudicator, "v50", view(new JsonObject().put("open", true)));
    }

    private static Answer put(ApiClient caller, String id, JsonObject view) {
        Answer answer = caller.put("/v1/views/" + id, view);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return SUITE.contract.checked("putView", answer);
    }

    private static JsonObject view(JsonObject filters) {
        return new JsonObject()
                .put("name", new JsonObject().put("en", "A view"))
                .put("filters", filters);
    }
}
