package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who becomes the advocate of a case: by the rule, by name, by itself, and at the merchant's request. */
class AssignmentIT {

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

    private static Answer open(Penalty penalty) {
        return Defence.ok(SUITE.open(SUITE.merchant(penalty.merchantId()), penalty));
    }

    private Answer assign(Answer opened, JsonObject body) {
        return SUITE.command(operator, opened, "advocate", body);
    }

    private static JsonObject named(String advocate) {
        return new JsonObject().put("advocateId", advocate);
    }

    @Test
    void without_a_name_the_rule_chooses_and_goes_on_to_the_next_one() {
        Defence.team("rule-1", "rule-2");

        Answer first = Defence.ok(assign(open(SUITE.penalty()), CaseSuite.NOTHING));
        Answer second = Defence.ok(assign(open(SUITE.penalty()), CaseSuite.NOTHING));
        Answer third = Defence.ok(assign(open(SUITE.penalty()), CaseSuite.NOTHING));

        assertThat(Stream.of(first, second, third).map(one -> one.json().getString("advocateId")))
                .containsExactly("rule-1", "rule-2", "rule-1");
        assertThat(first.json().getString("status")).isEqualTo("IN_ADVOCACY");
        assertThat(SUITE.published
                        .await(first.json().getString("id"), "AdvocateAssigned")
                        .getJsonObject("data")
                        .getString("advocateId"))
                .isEqualTo("rule-1");
    }

    @Test
    void assignments_at_once_do_not_overload_one() {
        Defence.team("once-1", "once-2", "once-3", "once-4");
        List<Answer> opened =
                Stream.generate(() -> open(SUITE.penalty())).limit(4).toList();

        List<CompletableFuture<Answer>> assigned = opened.stream()
                .map(one -> CompletableFuture.supplyAsync(() -> assign(one, CaseSuite.NOTHING)))
                .toList();
        Set<String> chosen = new HashSet<>();
        assigned.forEach(one -> chosen.add(Defence.ok(one.join()).json().getString("advocateId")));

        assertThat(chosen).containsExactlyInAnyOrder("once-1", "once-2", "once-3", "once-4");
    }

    @Test
    void who_is_listed_but_has_left_the_organisation_is_chosen_no_more_and_can_be_named() {
        Defence.team("gone-1");
        Defence.ok(operator.put("/v1/org", SampleData.read("org")));
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);

        Answer chosen = SUITE.command(operator, opened, "advocate", CaseSuite.NOTHING);
        Answer named = SUITE.command(operator, opened, "advocate", new JsonObject().put("advocateId", "gone-1"));

        assertThat(chosen.code()).isEqualTo("no-advocate-free");
        assertThat(Defence.ok(named).json().getString("advocateId")).isEqualTo("gone-1");
    }

    @Test
    void with_nobody_listed_there_is_nobody_to_choose() {
        Defence.advocates();
        Answer opened = open(SUITE.penalty());

        Answer refused = assign(opened, CaseSuite.NOTHING);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("no-advocate-free");
    }

    @ParameterizedTest
    @CsvSource({"SHOP, OWN, OWN_SHOP", "MERCHANT, FAMILY, FAMILY_SHOP", "SHOP, COMPLAINANT, ACTED_FOR_COMPLAINANT"})
    void who_has_an_interest_is_neither_chosen_nor_taken_by_name(String in, String relation, String conflict) {
        Defence.team("int-1", "int-2");
        Penalty penalty = SUITE.penalty();
        Answer opened = open(penalty);
        Defence.interest("int-1", in, in.equals("SHOP") ? penalty.shopId() : penalty.merchantId(), relation);

        Answer refused = assign(opened, named("int-1"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("conflict-of-interest");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/advocateId");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("detail"))
                .startsWith(conflict + ":");
        assertThat(Defence.ok(assign(opened, CaseSuite.NOTHING)).json().getString("advocateId"))
                .isEqualTo("int-2");
    }

    @Test
    void who_is_absent_or_below_the_proposers_head_is_not_taken_by_name() {
        Defence.team("away-1");
        Defence.ok(operator.put(
                "/v1/absences/away-1", Defence.absence("2018-04-20T00:00:00+08:00", "2018-04-21T00:00:00+08:00")));
        Answer opened = open(SUITE.penalty());

        Answer absent = assign(opened, named("away-1"));
        Answer sameLine = assign(opened, named("gov-vp"));

        assertThat(absent.json().getString("detail")).contains("ABSENT");
        assertThat(sameLine.json().getString("detail")).contains("REPORTING_LINE");
        assertThat(assign(opened, named("enf-1")).code()).isEqualTo("own-cause");
        SUITE.clock.set("2018-04-21T00:00:00+08:00");
        assertThat(Defence.ok(assign(opened, named("away-1"))).json().getString("advocateId"))
                .isEqualTo("away-1");
    }

    @Test
    void staff_see_who_would_be_chosen_and_why_others_would_not() {
        Defence.team("list-1", "list-2");
        Penalty penalty = SUITE.penalty();
        Answer opened = open(penalty);
        Defence.interest("list-1", "SHOP", penalty.shopId(), "FORMER");
        String path = "/v1/cases/" + opened.json().getString("id") + "/advocate-candidates";

        JsonArray items = SUITE.contract()
                .checked(
                        "listAdvocateCandidates",
                        SUITE.staff("integrity-lead", "integrity").get(path))
                .json()
                .getJsonArray("items");

        assertThat(items.getJsonObject(0).getString("employeeId")).isEqualTo("list-2");
        assertThat(items.getJsonObject(0).getJsonArray("conflicts")).isEmpty();
        assertThat(items.getJsonObject(1).getJsonArray("conflicts")).containsExactly("FORMER_SHOP");
        assertThat(SUITE.merchant(penalty.merchantId()).get(path).status()).isEqualTo(403);
    }

    @Test
    void where_the_policy_says_so_a_case_gets_its_advocate_by_itself_in_time() {
        Defence.team("auto-1");
        Defence.ok(operator.put(
                "/v1/advocacy",
                new JsonObject()
                        .put("automatic", new JsonObject().put("after", "PT4H"))
                        .put("advocates", new JsonArray().add(Defence.advocate("auto-1", "zh")))));
        Answer opened = open(SUITE.penalty());
        String path = "/v1/cases/" + opened.json().getString("id");
        assertThat(opened.json().getString("status")).isEqualTo("OPEN");

        SUITE.clock.set("2018-04-20T14:00:00+08:00");

        Awaitility.await("the case has its advocate")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> operator.get(path).json().getString("status"), "IN_ADVOCACY"::equals);
        assertThat(operator.get(path).json().getString("advocateId")).isEqualTo("auto-1");
        assertThat(SUITE.published
                        .await(opened.json().getString("id"), "AdvocateAssigned")
                        .getString("businesstime"))
                .isEqualTo("2018-04-20T06:00:00Z");
    }

    @Test
    void a_merchant_has_another_advocate_once_and_only_merchant_and_integrity_read_why() {
        Defence.team("ask-1", "ask-2", "ask-3");
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer assigned = Defence.ok(assign(open(penalty), named("ask-1")));
        SUITE.clock.set("2018-04-20T11:00:00+08:00");

        Answer changed = Defence.ok(SUITE.command(
                merchant, assigned, "advocate-changes", new JsonObject().put("reason", "Nobody called back.")));
        Answer again = SUITE.command(merchant, changed, "advocate-changes", CaseSuite.NOTHING);

        assertThat(changed.json().getString("advocateId")).isEqualTo("ask-2");
        assertThat(changed.text()).doesNotContain("called back");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("advocate-change-used");
        String path = "/v1/cases/" + assigned.json().getString("id") + "/advocate-changes";
        JsonObject history = SUITE.contract()
                .checked("getAdvocateChanges", merchant.get(path))
                .json();
        assertThat(history.getJsonObject("request").getString("reason")).isEqualTo("Nobody called back.");
        assertThat(history.getJsonArray("terms").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("advocateId", "ask-1")
                        .put("since", "2018-04-20T02:00:00Z")
                        .put("until", "2018-04-20T03:00:00Z"));
        assertThat(history.getJsonArray("terms").getJsonObject(1).getString("advocateId"))
                .isEqualTo("ask-2");
        assertThat(SUITE.staff("integrity-lead", "integrity").get(path).status())
                .isEqualTo(200);
        assertThat(SUITE.staff("ask-1", "advocate").get(path).status()).isEqualTo(403);
        assertThat(SUITE.merchant("m-other").get(path).status()).isEqualTo(404);
        JsonObject event = SUITE.published.await(assigned.json().getString("id"), "AdvocateChanged");
        assertThat(event.getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", assigned.json().getString("id"))
                        .put("merchantId", penalty.merchantId())
                        .put("advocateId", "ask-2")
                        .put("formerAdvocateId", "ask-1")
                        .put("cause", "MERCHANT_ASKED"));
        Answer back = SUITE.command(operator, changed, "advocate-reassignments", named("ask-1"));
        assertThat(back.json().getString("detail")).contains("SAME_ADVOCATE");
    }

    @Test
    void a_change_is_refused_before_there_is_an_advocate_and_for_who_is_not_the_merchant() {
        Answer opened = open(SUITE.penalty());
        ApiClient merchant = SUITE.merchant(opened.json().getString("merchantId"));

        assertThat(SUITE.command(merchant, opened, "advocate-changes", CaseSuite.NOTHING)
                        .code())
                .isEqualTo("illegal-transition");
        assertThat(SUITE.command(operator, opened, "advocate-changes", CaseSuite.NOTHING)
                        .code())
                .isEqualTo("forbidden");
    }

    @Test
    void documents_that_contradict_themselves_are_refused() {
        JsonArray twice = new JsonArray().add(Defence.advocate("adv-1", "zh")).add(Defence.advocate("adv-1", "en"));
        JsonObject stranger =
                new JsonObject().put("advocates", new JsonArray().add(Defence.advocate("nobody-1", "zh")));
        JsonObject late = new JsonObject()
                .put("automatic", new JsonObject().put("after", "P31D"))
                .put("advocates", new JsonArray());
        JsonObject self =
                Defence.absence("2018-04-20T00:00:00Z", "2018-04-21T00:00:00Z").put("delegate", "adv-1");

        for (Answer refused : List.of(
                operator.put("/v1/advocacy", new JsonObject().put("advocates", twice)),
                operator.put("/v1/advocacy", stranger),
                operator.put("/v1/advocacy", late),
                operator.put("/v1/interests/nobody-1", new JsonObject().put("interests", new JsonArray())),
                operator.put("/v1/absences/adv-1", self),
                operator.put("/v1/absences/adv-1", Defence.absence("2018-04-21T00:00:00Z", "2018-04-21T00:00:00Z")))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.code()).isEqualTo("inconsistent-data");
        }
    }
}
