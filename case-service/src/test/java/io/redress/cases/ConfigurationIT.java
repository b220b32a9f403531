package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Organisation, policy and calendars. */
class ConfigurationIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient operator = SUITE.staff("ops-1", "operator");

    @Test
    void theSameDocumentAgainChangesNothing() {
        Answer first = operator.put("/v1/org", SampleData.read("org"));
        Answer again = operator.put("/v1/org", SampleData.read("org"));

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.json().getInteger("version")).isEqualTo(first.json().getInteger("version"));
    }

    @Test
    void anotherCalendarIsANewVersion() {
        JsonObject calendar = SampleData.calendar2018()
                .put("holidays", new JsonArray().add("2030-10-01"))
                .put("makeUpWorkdays", new JsonArray());
        Answer first = operator.put("/v1/calendars/2030", calendar);
        Answer second = operator.put(
                "/v1/calendars/2030", calendar.copy().put("makeUpWorkdays", new JsonArray().add("2030-10-06")));

        assertThat(first.json().getInteger("version")).isEqualTo(1);
        assertThat(second.json().getInteger("version")).isEqualTo(2);
    }

    @Test
    void documentsThatContradictThemselvesAreRefused() {
        JsonObject org = SampleData.read("org");
        org.getJsonArray("employees")
                .add(new JsonObject()
                        .put("id", "lost-1")
                        .put("department", "nowhere")
                        .put("grade", 1));
        JsonObject otherYear = SampleData.calendar2018();
        JsonObject policy = SampleData.read("casekinds");
        policy.getJsonObject("clocks").put("reply", "PDD");

        for (Answer refused : java.util.List.of(
                operator.put("/v1/org", org),
                operator.put("/v1/calendars/2031", otherYear),
                operator.put("/v1/case-policy", policy))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("inconsistent-data");
        }
    }

    @Test
    void onlyAnOperatorMayChangeThem() {
        assertThat(SUITE.staff("adv-1", "advocate")
                        .put("/v1/org", SampleData.read("org"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void casesAreListedInPagesOldestFirst() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty first = SUITE.penalty();
        Answer withdrawnOnce = CaseSteps.opened(SUITE, first);
        SUITE.command(SUITE.staff("adv-1", "advocate"), withdrawnOnce, "withdraw", CaseSuite.NOTHING);
        Answer second = CaseSteps.opened(SUITE, first);
        ApiClient merchant = SUITE.merchant(first.merchantId());

        JsonObject page = merchant.get("/v1/cases?limit=1").json();
        assertThat(page.getJsonArray("items").getJsonObject(0).getString("id"))
                .isEqualTo(withdrawnOnce.json().getString("id"));
        JsonObject next = merchant.get("/v1/cases?limit=1&cursor=" + page.getString("next"))
                .json();
        assertThat(next.getJsonArray("items").getJsonObject(0).getString("id"))
                .isEqualTo(second.json().getString("id"));
        assertThat(next.getString("next")).isNull();
        assertThat(merchant.get("/v1/cases?status=WITHDRAWN").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(merchant.get("/v1/cases?status=GONE").status()).isEqualTo(400);
    }
}
