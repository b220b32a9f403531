package io.redress.cases;

import static io.redress.cases.CaseLists.assertRefused;
import static io.redress.cases.CaseLists.items;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case that somebody lays aside comes back to him once: at its date, or with the first step of anybody else. */
class SnoozeIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final String HOLIDAYS = "The registry answers after the holidays.";

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient respondent = SUITE.staff("enf-2", "enforcement");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_case_comes_back_at_its_date_and_whoever_laid_it_aside_is_told_once() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");

        Answer laid = snooze(advocate, id, "2018-04-24T09:00:00+08:00");

        assertThat(items(laid))
                .containsExactly(new JsonObject()
                        .put("person", "adv-1")
                        .put("until", "2018-04-24T01:00:00Z")
                        .put("reason", HOLIDAYS)
                        .put("since", "2018-04-20T02:00:00Z"));
        assertThat(items(advocate.get(path(id)))).isEqualTo(items(laid));
        assertThat(advocate.get("/v1/cases/" + id).etag()).isEqualTo(opened.etag());

        SUITE.clock.set("2018-04-24T08:59:59+08:00");
        SUITE.awaitDeadlines();
        assertThat(told(id, "adv-1")).isEmpty();
        assertThat(items(advocate.get(path(id)))).hasSize(1);

        SUITE.clock.set("2018-04-24T09:00:00+08:00");
        assertThat(SUITE.published.await(subject(id, "adv-1"), "SnoozeEnded").getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", id)
                        .put("merchantId", penalty.merchantId())
                        .put("holderId", "adv-1")
                        .put("cause", "DUE")
                        .put("since", "2018-04-20T02:00:00Z")
                        .put("until", "2018-04-24T01:00:00Z"));
        assertThat(items(advocate.get(path(id)))).isEmpty();
        SUITE.clock.set("2018-04-28T09:00:00+08:00");
        SUITE.awaitDeadlines();
        assertThat(told(id, "adv-1")).hasSize(1);
        assertThat(told(id, "adv-1").toString()).doesNotContain("registry");
    }

    @Test
    void a_step_of_anybody_else_brings_it_back_before_its_date_and_an_own_step_does_not() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");
        snooze(advocate, id, "2018-05-10T09:00:00+08:00");

        SUITE.clock.set("2018-04-21T10:00:00+08:00");
        Answer submitted = SUITE.command(advocate, opened, "briefs", CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        SUITE.awaitDeadlines();
        assertThat(items(advocate.get(path(id)))).hasSize(1);

        SUITE.clock.set("2018-04-22T10:00:00+08:00");
        assertThat(SUITE.command(adjudicator, submitted, "claim", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(200);

        JsonObject told = SUITE.published.await(subject(id, "adv-1"), "SnoozeEnded");
        assertThat(told.getJsonObject("data").getString("cause")).isEqualTo("STEP");
        assertThat(told.getString("businesstime")).isEqualTo("2018-04-22T02:00:00Z");
        assertThat(items(advocate.get(path(id)))).isEmpty();
        SUITE.clock.set("2018-05-11T09:00:00+08:00");
        SUITE.awaitDeadlines();
        assertThat(told(id, "adv-1")).hasSize(1);
    }

    @Test
    void each_lays_it_aside_for_himself_and_reads_nobody_elses_reason_but_integrity_does() {
        Penalty penalty = SUITE.penalty();
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = claimed.json().getString("id");
        snooze(advocate, id, "2018-05-10T09:00:00+08:00");
        snooze(adjudicator, id, "2018-05-11T09:00:00+08:00");

        assertThat(people(advocate.get(path(id)))).containsExactly("adv-1");
        assertThat(people(adjudicator.get(path(id)))).containsExactly("adj-1");
        assertThat(people(SUITE.staff("integrity-lead", "integrity").get(path(id))))
                .containsExactly("adj-1", "adv-1");

        SUITE.command(respondent, claimed, "answers", new JsonObject().put("text", CaseSuite.REASONS));

        SUITE.published.await(subject(id, "adv-1"), "SnoozeEnded");
        SUITE.published.await(subject(id, "adj-1"), "SnoozeEnded");
    }

    @Test
    void while_who_had_it_on_lease_has_laid_it_aside_it_is_not_free_in_its_queue() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        String id = submitted.json().getString("id");
        ApiClient other = SUITE.staff("adj-2", "adjudicator");
        String queue = QueueDesk.place(id).split(" ")[0];
        assertRefused(put(other, id, "2018-04-24T09:00:00+08:00"), 403, "not-your-desk");
        assertThat(other.post("/v1/cases/" + id + "/lease", CaseSuite.NOTHING).status())
                .isEqualTo(200);

        snooze(other, id, "2018-04-24T09:00:00+08:00");
        assertThat(other.post("/v1/cases/" + id + "/lease-end", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(200);

        assertThat(free(queue)).doesNotContain(id);
        assertThat(counted(queue)).isEqualTo(free(queue).size());
        SUITE.clock.set("2018-04-24T09:00:00+08:00");
        SUITE.published.await(subject(id, "adj-2"), "SnoozeEnded");
        assertThat(free(queue)).contains(id);
    }

    private static int counted(String queue) {
        return SUITE.staff("adj-2", "adjudicator").get("/v1/queues").json().getJsonArray("items").stream()
                .map(one -> (JsonObject) one)
                .filter(one -> one.getString("id").equals(queue))
                .findFirst()
                .orElseThrow()
                .getInteger("free");
    }

    @Test
    void no_clock_pauses_for_it() {
        Penalty penalty = SUITE.penalty();
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        String id = opened.json().getString("id");
        SUITE.command(
                SUITE.staff("ops-1", "operator"), opened, "advocate", new JsonObject().put("advocateId", "adv-1"));
        snooze(advocate, id, "2018-05-10T09:00:00+08:00");

        SUITE.clock.set("2018-04-27T10:00:00+08:00");

        assertThat(SUITE.published
                        .await(id + ":clocks", "ClockLapsed")
                        .getJsonObject("data")
                        .getString("at"))
                .isEqualTo("2018-04-27T02:00:00Z");
    }

    @Test
    void who_takes_it_up_again_by_hand_is_not_told_and_may_lay_it_aside_anew() {
        String id = CaseSteps.opened(SUITE, SUITE.penalty()).json().getString("id");
        snooze(advocate, id, "2018-04-24T09:00:00+08:00");

        assertThat(items(advocate.send("DELETE", path(id), Optional.empty()))).isEmpty();
        assertThat(items(advocate.send("DELETE", path(id), Optional.empty()))).isEmpty();
        SUITE.clock.set("2018-04-25T09:00:00+08:00");
        SUITE.awaitDeadlines();
        assertThat(told(id, "adv-1")).isEmpty();

        snooze(advocate, id, "2018-04-26T09:00:00+08:00");
        snooze(advocate, id, "2018-04-27T09:00:00+08:00");
        SUITE.clock.set("2018-04-26T10:00:00+08:00");
        SUITE.awaitDeadlines();
        assertThat(told(id, "adv-1")).isEmpty();
        SUITE.clock.set("2018-04-27T10:00:00+08:00");
        JsonObject told = SUITE.published.await(subject(id, "adv-1"), "SnoozeEnded");
        assertThat(told.getString("sequence")).isEqualTo("1");
    }

    @Test
    void it_is_laid_aside_by_those_on_whose_desk_it_is_for_ninety_days_at_the_most() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");

        assertRefused(put(SUITE.staff("adv-2", "advocate"), id, "2018-04-24T09:00:00+08:00"), 403, "not-your-desk");
        assertRefused(put(adjudicator, id, "2018-04-24T09:00:00+08:00"), 403, "not-your-desk");
        assertRefused(put(respondent, id, "2018-04-24T09:00:00+08:00"), 403, "forbidden");
        assertRefused(put(advocate, id, "2018-04-20T10:00:00+08:00"), 422, "snooze-date-invalid");
        assertRefused(put(advocate, id, "2018-07-19T10:00:01+08:00"), 422, "snooze-date-invalid");
        assertThat(put(advocate, id, "2018-07-19T10:00:00+08:00").status()).isEqualTo(200);
        assertRefused(
                advocate.put(path(id), new JsonObject().put("until", "2018-04-24T09:00:00+08:00")),
                400,
                "validation-failed");
    }

    @Test
    void a_case_that_has_ended_waits_for_nothing() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");
        snooze(advocate, id, "2018-04-24T09:00:00+08:00");
        SUITE.command(SUITE.merchant(penalty.merchantId()), opened, "withdraw", CaseSuite.NOTHING);

        Answer refused = put(advocate, id, "2018-04-25T09:00:00+08:00");

        assertRefused(refused, 409, "illegal-transition");
        assertThat(refused.json().getString("currentStatus")).isEqualTo("WITHDRAWN");
        SUITE.awaitDeadlines();
        assertThat(items(advocate.get(path(id)))).isEmpty();
        assertThat(told(id, "adv-1")).isEmpty();
    }

    private static Answer snooze(ApiClient caller, String id, String until) {
        Answer answer = put(caller, id, until);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return SUITE.contract.checked("snoozeCase", answer);
    }

    private static Answer put(ApiClient caller, String id, String until) {
        return caller.put(path(id), new JsonObject().put("until", until).put("reason", HOLIDAYS));
    }

    private List<String> free(String queue) {
        return CaseLists.all(adjudicator, "/v1/queues/" + queue + "/items?show=FREE", "caseId");
    }

    private static List<JsonObject> told(String id, String person) {
        return SUITE.published.of(subject(id, person));
    }

    private static List<String> people(Answer answer) {
        return items(answer).stream().map(item -> item.getString("person")).toList();
    }

    private static String subject(String id, String person) {
        return id + ":snooze:" + person;
    }

    private static String path(String id) {
        return "/v1/cases/" + id + "/snooze";
    }
}
