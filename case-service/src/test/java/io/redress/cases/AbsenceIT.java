package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.PublishedEvents;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An advocate who is away hands over; and how much of an advocate's work one merchant takes. */
class AbsenceIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient operator = SUITE.staff("ops-1", "operator");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @AfterEach
    void sample() {
        Defence.sample();
    }

    private Answer assigned(Penalty penalty, String advocate) {
        Answer opened = Defence.ok(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
        return Defence.ok(SUITE.command(operator, opened, "advocate", new JsonObject().put("advocateId", advocate)));
    }

    private String advocateOf(Answer seen) {
        return operator.get("/v1/cases/" + seen.json().getString("id")).json().getString("advocateId");
    }

    private void awaitAdvocate(Answer seen, String advocate) {
        Awaitility.await(advocate + " has the case")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> advocateOf(seen), advocate::equals);
    }

    @Test
    void open_cases_go_to_the_delegate_when_the_absence_begins_and_do_not_come_back() {
        Defence.team("gone-1", "sub-1", "sub-2");
        Penalty conflicting = SUITE.penalty();
        Defence.interest("sub-2", "SHOP", conflicting.shopId(), "FAMILY");
        Answer free = assigned(SUITE.penalty(), "gone-1");
        Answer notForTheDelegate = assigned(conflicting, "gone-1");
        Answer ended = assigned(SUITE.penalty(), "gone-1");
        Defence.ok(SUITE.command(
                SUITE.merchant(ended.json().getString("merchantId")), ended, "withdraw", CaseSuite.NOTHING));

        Defence.ok(operator.put(
                "/v1/absences/gone-1",
                Defence.absence("2018-04-23T09:00:00+08:00", "2018-04-30T09:00:00+08:00")
                        .put("delegate", "sub-2")));
        assertThat(advocateOf(free)).isEqualTo("gone-1");
        SUITE.clock.set("2018-04-23T09:00:00+08:00");

        awaitAdvocate(free, "sub-2");
        awaitAdvocate(notForTheDelegate, "sub-1");
        assertThat(advocateOf(ended)).isEqualTo("gone-1");
        JsonObject event = SUITE.published.await(free.json().getString("id"), "AdvocateChanged");
        assertThat(event.getString("businesstime")).isEqualTo("2018-04-23T01:00:00Z");
        assertThat(event.getJsonObject("data").getString("cause")).isEqualTo("ABSENCE");

        SUITE.clock.set("2018-05-01T09:00:00+08:00");
        Answer opened = assigned(SUITE.penalty(), "gone-1"); // who is back
        assertThat(opened.json().getString("advocateId")).isEqualTo("gone-1");
        assertThat(advocateOf(free)).isEqualTo("sub-2");
    }

    @Test
    void more_cases_than_a_part_are_all_handed_over_each_told_once() {
        Defence.team("many-1", "many-2");
        List<Answer> all = new ArrayList<>();
        for (int i = 0; i < 23; i++) { // a part has 20
            all.add(assigned(SUITE.penalty(), "many-1"));
        }

        Defence.ok(operator.put(
                "/v1/absences/many-1", Defence.absence("2018-04-20T09:00:00+08:00", "2018-04-30T09:00:00+08:00")));

        all.forEach(one -> awaitAdvocate(one, "many-2"));
        Set<String> ids = all.stream().map(one -> one.json().getString("id")).collect(Collectors.toSet());
        Awaitility.await("everybody is told")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> types(ids).values().stream()
                                .filter(types -> types.contains("AdvocateChanged"))
                                .count()
                        == 23);
        assertThat(types(ids).values()).allMatch(List.of("CaseOpened", "AdvocateAssigned", "AdvocateChanged")::equals);
    }

    /** Of these subjects, the types of their events in order. */
    private static Map<String, List<String>> types(Set<String> subjects) {
        return SUITE.published.all().stream()
                .filter(event -> subjects.contains(event.getString("subject")))
                .collect(Collectors.groupingBy(
                        event -> event.getString("subject"),
                        Collectors.mapping(PublishedEvents::type, Collectors.toList())));
    }

    @Test
    void where_nobody_is_free_the_head_is_told_once_and_the_case_goes_to_the_first_who_is() {
        Defence.team("alone-1");
        Answer seen = assigned(SUITE.penalty(), "alone-1");
        String id = seen.json().getString("id");

        away("alone-1", "2018-04-30T09:00:00+08:00");

        assertThat(SUITE.published.await(id, "NoAdvocateFree").getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", id)
                        .put("merchantId", seen.json().getString("merchantId"))
                        .put("absentId", "alone-1")
                        .put("headId", "adv-lead"));
        away("alone-1", "2018-05-30T09:00:00+08:00"); // looked for again, and nobody is free still
        SUITE.clock.set("2018-04-22T10:00:00+08:00"); // and again, twice
        SUITE.awaitDeadlines();
        assertThat(advocateOf(seen)).isEqualTo("alone-1");
        Defence.team("alone-1", "late-1");

        awaitAdvocate(seen, "late-1");
        SUITE.published.await(id, "AdvocateChanged");
        SUITE.awaitDeadlines();
        assertThat(SUITE.published.types(id))
                .containsExactly("CaseOpened", "AdvocateAssigned", "NoAdvocateFree", "AdvocateChanged");
        assertThat(waiting(id)).isEmpty();
    }

    @Test
    void the_first_who_comes_back_takes_over_what_waits_at_that_instant() {
        Defence.team("long-1", "short-1");
        away("short-1", "2018-04-20T15:00:00+08:00");
        Answer seen = assigned(SUITE.penalty(), "long-1");
        String id = seen.json().getString("id");
        away("long-1", "2018-04-30T09:00:00+08:00");
        SUITE.published.await(id, "NoAdvocateFree");

        SUITE.clock.set("2018-04-20T15:00:00+08:00");

        awaitAdvocate(seen, "short-1");
        assertThat(SUITE.published.await(id, "AdvocateChanged").getString("businesstime"))
                .isEqualTo("2018-04-20T07:00:00Z");
    }

    @Test
    void whoever_is_free_for_a_reason_that_nobody_tells_of_is_found_after_a_day() {
        Defence.team("early-1", "judge-1");
        Penalty penalty = SUITE.penalty();
        ApiClient judge = SUITE.staff("judge-1", "adjudicator");
        Answer submitted = Defence.ok(SUITE.command(
                SUITE.staff("early-1", "advocate"),
                assigned(penalty, "early-1"),
                "briefs",
                CaseSuite.brief(penalty, "NOT_ENUMERATED")));
        Answer claimed = Defence.ok(SUITE.command(judge, submitted, "claim", CaseSuite.NOTHING));
        String id = claimed.json().getString("id");
        away("early-1", "2018-04-30T09:00:00+08:00");
        SUITE.published.await(id, "NoAdvocateFree");
        Defence.ok(SUITE.command(judge, judge.get("/v1/cases/" + id), "claim-release", CaseSuite.NOTHING));
        SUITE.awaitDeadlines();
        assertThat(advocateOf(claimed)).isEqualTo("early-1");

        SUITE.clock.set("2018-04-21T10:00:00+08:00");

        awaitAdvocate(claimed, "judge-1");
        assertThat(SUITE.published.await(id, "AdvocateChanged").getString("businesstime"))
                .isEqualTo("2018-04-21T02:00:00Z");
    }

    @Test
    void an_advocate_who_is_back_keeps_the_case_and_nobody_is_looked_for() {
        Defence.team("back-1");
        Answer seen = assigned(SUITE.penalty(), "back-1");
        String id = seen.json().getString("id");
        away("back-1", "2018-04-20T15:00:00+08:00");
        SUITE.published.await(id, "NoAdvocateFree");

        SUITE.clock.set("2018-04-20T15:00:00+08:00");
        Awaitility.await("nothing waits").atMost(CaseSuite.PATIENCE).until(() -> waiting(id), String::isEmpty);
        Defence.team("back-1", "other-1");
        SUITE.clock.set("2018-04-22T10:00:00+08:00");
        SUITE.awaitDeadlines();

        assertThat(advocateOf(seen)).isEqualTo("back-1");
    }

    @Test
    void a_new_case_for_which_nobody_is_free_waits_in_the_same_way() {
        Defence.team("new-1");
        JsonObject automatic = new JsonObject().put("automatic", new JsonObject().put("after", "PT1H"));
        Defence.ok(operator.put("/v1/advocacy", automatic.copy().put("advocates", new JsonArray())));
        Penalty penalty = SUITE.penalty();
        Answer opened = Defence.ok(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
        String id = opened.json().getString("id");

        SUITE.clock.set("2018-04-20T11:00:00+08:00");

        assertThat(SUITE.published
                        .await(id, "NoAdvocateFree")
                        .getJsonObject("data")
                        .getMap())
                .containsEntry("headId", "adv-lead")
                .doesNotContainKey("absentId");
        Defence.ok(operator.put(
                "/v1/advocacy", automatic.put("advocates", new JsonArray().add(Defence.advocate("new-1", "zh")))));
        awaitAdvocate(opened, "new-1");
        Awaitility.await("nothing waits").atMost(CaseSuite.PATIENCE).until(() -> waiting(id), String::isEmpty);
    }

    @Test
    void of_a_case_that_is_hidden_from_the_head_no_head_is_named() {
        Defence.team("quiet-1");
        Answer seen = assigned(SUITE.penalty(), "quiet-1");
        String id = seen.json().getString("id");
        Defence.ok(SUITE.command(
                operator,
                seen,
                "queue-moves",
                new JsonObject().put("queueId", "sensitive").put("reasons", "concerns a colleague")));

        away("quiet-1", "2018-04-30T09:00:00+08:00");

        assertThat(SUITE.published
                        .await(id, "NoAdvocateFree")
                        .getJsonObject("data")
                        .getMap())
                .doesNotContainKey("headId");
    }

    private void away(String advocate, String until) {
        Defence.ok(operator.put("/v1/absences/" + advocate, Defence.absence("2018-04-20T09:00:00+08:00", until)));
    }

    /** Whether somebody is looked for; empty if nobody is. */
    private static String waiting(String caseId) {
        return QueueDesk.one("SELECT case_id FROM cases.advocate_wanted WHERE case_id = ?", caseId);
    }

    @Test
    void who_answers_for_the_penalty_takes_no_case_away_by_saying_that_its_advocate_is_absent() {
        Defence.team("kept-1", "kept-2");
        Answer seen = assigned(SUITE.penalty(), "kept-1");

        Defence.ok(SUITE.staff("gov-vp", "operator")
                .put("/v1/absences/kept-1", Defence.absence("2018-04-20T09:00:00+08:00", "2018-04-30T09:00:00+08:00")));

        ApiClient integrity = SUITE.staff("integrity-lead", "integrity");
        Awaitility.await("the attempt is on record")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> integrity.get("/v1/integrity/attempts?limit=200").json().getJsonArray("items").stream()
                        .map(one -> (JsonObject) one)
                        .anyMatch(one -> one.getString("advocateId").equals("kept-1")
                                && one.getString("kind").equals("ABSENCE")
                                && one.getString("by").equals("gov-vp")
                                && one.getString("standing").equals("ABOVE_RESPONDENT")));
        assertThat(advocateOf(seen)).isEqualTo("kept-1");
    }

    @Test
    void one_merchant_above_the_share_is_told_once_for_each_crossing() {
        Defence.team("conc-1", "conc-2");
        Defence.ok(operator.put(
                "/v1/advocacy",
                new JsonObject()
                        .put(
                                "concentration",
                                new JsonObject()
                                        .put("period", "P90D")
                                        .put("abovePercent", 50)
                                        .put("fromCases", 3))
                        .put(
                                "advocates",
                                new JsonArray()
                                        .add(Defence.advocate("conc-1", "zh"))
                                        .add(Defence.advocate("conc-2", "zh")))));
        Penalty first = SUITE.penalty();

        assigned(first, "conc-1"); // 1 of 1: too few cases to say anything
        assigned(SUITE.penalty(), "conc-1"); // others' are 1 of 2
        Answer third = assigned(SUITE.penaltyOf(first), "conc-1"); // 2 of 3 are 66 %
        JsonObject told = SUITE.published
                .await(third.json().getString("id"), "AdvocateConcentrated")
                .getJsonObject("data");
        assertThat(told)
                .isEqualTo(new JsonObject()
                        .put("caseId", third.json().getString("id"))
                        .put("merchantId", first.merchantId())
                        .put("advocateId", "conc-1")
                        .put("cases", 2)
                        .put("ofCases", 3)
                        .put("abovePercent", 50)
                        .put("since", "2018-01-20T02:00:00Z"));

        Answer fourth = assigned(SUITE.penaltyOf(first), "conc-1"); // 3 of 4: told already
        assigned(SUITE.penalty(), "conc-1"); // 3 of 5
        Answer sixth = assigned(SUITE.penalty(), "conc-1"); // 3 of 6 are not above
        SUITE.awaitDeadlines();
        Answer seventh = assigned(SUITE.penaltyOf(first), "conc-1"); // 4 of 7 are, again
        SUITE.published.await(seventh.json().getString("id"), "AdvocateConcentrated");
        assertThat(SUITE.published.types(fourth.json().getString("id"))).doesNotContain("AdvocateConcentrated");
        assertThat(concentrationsOf("conc-1"))
                .containsExactly(new JsonObject()
                        .put("advocateId", "conc-1")
                        .put("merchantId", first.merchantId())
                        .put("toldAt", "2018-04-20T02:00:00Z")
                        .put("cases", 4)
                        .put("ofCases", 7)
                        .put("period", "PT2160H")
                        .put("abovePercent", 50));
        assertThat(operator.get("/v1/integrity/concentrations").status()).isEqualTo(403);
        assertThat(SUITE.published.types(sixth.json().getString("id"))).doesNotContain("AdvocateConcentrated");
    }

    /** Of the whole list, one by one. */
    private static List<JsonObject> concentrationsOf(String advocate) {
        ApiClient integrity = SUITE.staff("integrity-lead", "integrity");
        List<JsonObject> of = new ArrayList<>();
        String page = "/v1/integrity/concentrations?limit=1";
        while (page != null) {
            Answer answer = SUITE.contract().checked("listConcentrations", integrity.get(page));
            answer.json().getJsonArray("items").forEach(one -> of.add((JsonObject) one));
            String next = answer.json().getString("next");
            page = next == null ? null : "/v1/integrity/concentrations?limit=1&cursor=" + next;
        }
        return of.stream()
                .filter(one -> one.getString("advocateId").equals(advocate))
                .toList();
    }
}
