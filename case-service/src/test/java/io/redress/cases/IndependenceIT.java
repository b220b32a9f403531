package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.PgUrl;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Principle 14: the advocate is free. */
class IndependenceIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient operator = SUITE.staff("ops-1", "operator");
    private final ApiClient integrity = SUITE.staff("integrity-lead", "integrity");

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

    private static String path(Answer seen) {
        return "/v1/cases/" + seen.json().getString("id");
    }

    /** Of the whole record, page by page, those about this case. */
    private List<JsonObject> attempts(Answer seen) {
        List<JsonObject> about = new ArrayList<>();
        String page = "/v1/integrity/attempts?limit=2";
        while (page != null) {
            Answer answer = SUITE.contract().checked("listIndependenceAttempts", integrity.get(page));
            for (Object one : answer.json().getJsonArray("items")) {
                JsonObject attempt = (JsonObject) one;
                if (attempt.getString("caseId").equals(seen.json().getString("id"))) {
                    about.add(attempt);
                }
            }
            String next = answer.json().getString("next");
            page = next == null ? null : "/v1/integrity/attempts?limit=2&cursor=" + next;
        }
        return about;
    }

    @ParameterizedTest
    @CsvSource({
        "enf-2, enforcement, RESPONDENT",
        "enf-lead, enforcement-approver, RESPONDENT",
        "gov-vp, operator, ABOVE_RESPONDENT",
        "ceo, respondent, ABOVE_RESPONDENT"
    })
    void a_respondent_or_who_is_above_reassigns_nobody_and_the_attempt_is_on_record(
            String employee, String role, String standing) {
        Penalty penalty = SUITE.penalty();
        Answer seen = assigned(penalty, "adv-1");

        Answer refused = SUITE.command(
                SUITE.staff(employee, role),
                seen,
                "advocate-reassignments",
                new JsonObject().put("advocateId", "adv-2"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("advocate-is-free");
        Answer after = operator.get(path(seen));
        assertThat(after.json().getString("advocateId")).isEqualTo("adv-1");
        assertThat(after.json().getInteger("version")).isEqualTo(seen.json().getInteger("version"));
        JsonObject attempt = attempts(seen).get(0);
        attempt.remove("id");
        assertThat(attempt)
                .isEqualTo(new JsonObject()
                        .put("caseId", seen.json().getString("id"))
                        .put("merchantId", penalty.merchantId())
                        .put("advocateId", "adv-1")
                        .put("kind", "REASSIGN")
                        .put("by", employee)
                        .put("standing", standing)
                        .put("at", "2018-04-20T02:00:00Z"));
    }

    @Test
    void who_has_answered_for_the_penalty_or_was_above_stays_without_a_say_after_a_reorganisation() {
        Answer seen = assigned(SUITE.penalty(), "adv-1");
        JsonObject org = SampleData.read("org");
        employee(org, "enf-2").put("department", "advocacy").put("manager", "adv-lead");
        employee(org, "adv-1").put("manager", "enf-2"); // now he is above the advocate
        employee(org, "enf-lead").put("manager", "ceo"); // and gov-vp is above the respondents no more
        SUITE.clock.set("2018-04-20T11:00:00+08:00");
        Defence.ok(operator.put("/v1/org", org));
        JsonObject toAdv2 = new JsonObject().put("advocateId", "adv-2");

        Answer below = SUITE.command(SUITE.staff("enf-2", "operator"), seen, "advocate-reassignments", toAdv2);
        Answer above = SUITE.command(SUITE.staff("gov-vp", "operator"), seen, "advocate-reassignments", toAdv2);

        assertThat(below.code()).as(below.text()).isEqualTo("advocate-is-free");
        assertThat(above.code()).as(above.text()).isEqualTo("advocate-is-free");
        assertThat(attempts(seen))
                .extracting(one -> one.getString("by") + " " + one.getString("standing"))
                .containsExactly("enf-2 RESPONDENT", "gov-vp ABOVE_RESPONDENT");
        SUITE.awaitDeadlines();
        assertThat(SUITE.published.types(seen.json().getString("id")))
                .doesNotContain("AdvocateReportingMoved"); // still to adv-lead: not to who answered for it
        Answer later = assigned(SUITE.penalty(), "adv-2"); // opened since: neither of them has answered for it
        Defence.ok(SUITE.command(
                SUITE.staff("gov-vp", "operator"),
                later,
                "advocate-reassignments",
                new JsonObject().put("advocateId", "adv-lead")));
    }

    @Test
    void attempts_are_asked_for_by_case_person_kind_and_time_and_by_several_of_them_together() {
        Answer first = assigned(SUITE.penalty(), "adv-1");
        Answer second = assigned(SUITE.penalty(), "adv-1");
        JsonObject toAdv2 = new JsonObject().put("advocateId", "adv-2");
        JsonObject aside = new JsonObject().put("queueId", "sensitive").put("reasons", "concerns a colleague");
        SUITE.command(SUITE.staff("enf-2", "enforcement"), first, "advocate-reassignments", toAdv2);
        SUITE.command(SUITE.staff("gov-vp", "operator"), first, "queue-moves", aside);
        SUITE.clock.set("2018-04-20T11:00:00+08:00");
        SUITE.command(SUITE.staff("enf-2", "enforcement"), second, "advocate-reassignments", toAdv2);
        String of = "caseId=" + first.json().getString("id");

        assertThat(asked(of, first, second)).containsExactly("first enf-2", "first gov-vp");
        assertThat(asked(of + "&limit=1", first, second)).containsExactly("first enf-2", "first gov-vp");
        assertThat(asked("by=enf-2", first, second)).containsExactly("first enf-2", "second enf-2");
        assertThat(asked("by=enf-2&" + of, first, second)).containsExactly("first enf-2");
        assertThat(asked("kind=REASSIGN&" + of, first, second)).containsExactly("first enf-2", "first gov-vp");
        assertThat(asked("kind=RATE&" + of, first, second)).isEmpty();
        assertThat(asked("from=2018-04-20T03:00:00Z", first, second)).containsExactly("second enf-2");
        assertThat(asked("from=2018-04-20T02:00:00Z&to=2018-04-20T03:00:00Z", first, second))
                .containsExactly("first enf-2", "first gov-vp");
        assertThat(asked("by=nobody-1", first, second)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kind=MOVE",
                "caseId=pen_1",
                "by=%20",
                "from=2018-04-31T00:00:00Z",
                "to=yesterday",
                "from=2018-04-20T03:00:00Z&to=2018-04-20T03:00:00Z",
                "from=2018-04-20T10:00:00%2B08:00&to=2018-04-20T01:00:00Z",
                "cursor=bm8"
            })
    void what_cannot_be_asked_is_invalid(String query) {
        Answer answer = integrity.get("/v1/integrity/attempts?" + query);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("validation-failed");
    }

    /** Page by page; those of these two cases, and who tried. */
    private List<String> asked(String query, Answer first, Answer second) {
        List<String> found = new ArrayList<>();
        String page = "/v1/integrity/attempts?" + query;
        while (page != null) {
            Answer answer = SUITE.contract().checked("listIndependenceAttempts", integrity.get(page));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            for (Object one : answer.json().getJsonArray("items")) {
                JsonObject attempt = (JsonObject) one;
                String caseId = attempt.getString("caseId");
                if (caseId.equals(first.json().getString("id"))) {
                    found.add("first " + attempt.getString("by"));
                } else if (caseId.equals(second.json().getString("id"))) {
                    found.add("second " + attempt.getString("by"));
                }
            }
            String next = answer.json().getString("next");
            page = next == null ? null : "/v1/integrity/attempts?" + query + "&cursor=" + next;
        }
        return found;
    }

    private static JsonObject employee(JsonObject org, String id) {
        return org.getJsonArray("employees").stream()
                .map(one -> (JsonObject) one)
                .filter(one -> one.getString("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_respondent_neither_chooses_the_first_advocate_nor_says_in_whose_queue_the_case_lies() {
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        ApiClient above = SUITE.staff("gov-vp", "operator");

        Answer assigned = SUITE.command(above, opened, "advocate", new JsonObject().put("advocateId", "adv-2"));
        Answer chosen = SUITE.command(above, opened, "advocate", CaseSuite.NOTHING);
        Answer moved = SUITE.command(
                above,
                opened,
                "queue-moves",
                new JsonObject().put("queueId", "rulings").put("reasons", "sooner"));

        assertThat(assigned.status()).as(assigned.text()).isEqualTo(422);
        assertThat(assigned.code()).isEqualTo("advocate-is-free");
        assertThat(chosen.code()).isEqualTo("advocate-is-free");
        assertThat(moved.status()).as(moved.text()).isEqualTo(422);
        assertThat(moved.code()).isEqualTo("adjudicator-is-free");
        assertThat(operator.get(path(opened)).json().getString("status")).isEqualTo("OPEN");
        assertThat(QueueDesk.place(opened.json().getString("id"))).startsWith("advocacy ");
        assertThat(attempts(opened))
                .extracting(one -> one.getString("kind") + " " + one.getString("choice") + " " + one.getString("by")
                        + " " + one.getString("advocateId"))
                .containsExactly(
                        "REASSIGN FIRST_ADVOCATE gov-vp -",
                        "REASSIGN FIRST_ADVOCATE gov-vp -",
                        "REASSIGN QUEUE gov-vp -");
    }

    @Test
    void an_attempt_is_neither_changed_nor_removed() throws SQLException {
        Answer seen = assigned(SUITE.penalty(), "adv-1");
        SUITE.command(SUITE.staff("enf-2", "enforcement"), seen, "advocate-reassignments", CaseSuite.NOTHING);

        PgUrl url = SUITE.infrastructure.postgres().superuserUrl().withDatabase("redress");
        try (Connection superuser = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = superuser.createStatement()) {
            for (String change : List.of(
                    "UPDATE cases.independence_attempt SET by = 'nobody'", "DELETE FROM cases.independence_attempt")) {
                assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("append-only");
            }
        }
        assertThat(attempts(seen)).hasSize(1);
    }

    @Test
    void an_adjudicator_with_an_interest_in_the_shop_does_not_claim_the_case() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        Defence.interest("adj-2", "SHOP", penalty.shopId(), "FORMER");

        Answer refused = SUITE.command(SUITE.staff("adj-2", "adjudicator"), submitted, "claim", CaseSuite.NOTHING);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("conflict-of-interest");
        Defence.ok(SUITE.command(SUITE.staff("adj-1", "adjudicator"), submitted, "claim", CaseSuite.NOTHING));
    }

    @Test
    void only_integrity_reads_the_record() {
        assertThat(operator.get("/v1/integrity/attempts").status()).isEqualTo(403);
        assertThat(operator.get("/v1/integrity/samples?seed=a").status()).isEqualTo(403);
    }

    @Test
    void the_advocate_and_an_operator_pass_a_case_on_and_others_do_not() {
        Answer seen = assigned(SUITE.penalty(), "adv-1");

        Answer other =
                SUITE.command(SUITE.staff("adv-2", "advocate"), seen, "advocate-reassignments", CaseSuite.NOTHING);
        Answer by = Defence.ok(
                SUITE.command(SUITE.staff("adv-1", "advocate"), seen, "advocate-reassignments", CaseSuite.NOTHING));
        Answer back = Defence.ok(
                SUITE.command(operator, by, "advocate-reassignments", new JsonObject().put("advocateId", "adv-1")));

        assertThat(other.code()).isEqualTo("not-the-advocate");
        assertThat(by.json().getString("advocateId")).isEqualTo("adv-2");
        assertThat(back.json().getString("advocateId")).isEqualTo("adv-1");
        assertThat(attempts(seen)).isEmpty();
    }

    @Test
    void an_advocate_is_rated_when_the_case_has_ended_once_by_each_side() {
        Penalty penalty = SUITE.penalty();
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer seen = assigned(penalty, "adv-1");
        String ratings = path(seen) + "/advocate-ratings";
        JsonObject five = new JsonObject().put("score", 5);

        assertThat(merchant.post(ratings, five).code()).isEqualTo("illegal-transition");
        assertThat(SUITE.staff("enf-2", "enforcement").post(ratings, five).code())
                .isEqualTo("advocate-is-free");
        Defence.ok(SUITE.command(merchant, seen, "withdraw", CaseSuite.NOTHING));

        Answer rated = SUITE.contract().checked("rateAdvocate", Defence.ok(merchant.post(ratings, five)));
        assertThat(rated.json().getString("side")).isEqualTo("MERCHANT");
        assertThat(merchant.post(ratings, five).code()).isEqualTo("duplicate");
        Defence.ok(SUITE.staff("adv-2", "advocate").post(ratings, new JsonObject().put("score", 4)));
        assertThat(SUITE.staff("adv-1", "advocate").post(ratings, five).code()).isEqualTo("own-cause");
        assertThat(SUITE.staff("gov-vp", "advocate").post(ratings, five).code()).isEqualTo("advocate-is-free");
        assertThat(SUITE.staff("campaigns-1", "respondent").post(ratings, five).code())
                .isEqualTo("not-the-advocate");
        assertThat(SUITE.merchant("m-other").post(ratings, five).status()).isEqualTo(404);
        assertThat(merchant.post(ratings, new JsonObject().put("score", 6)).code())
                .isEqualTo("validation-failed");

        JsonArray read = SUITE.contract()
                .checked("listAdvocateRatings", integrity.get(ratings))
                .json()
                .getJsonArray("items");
        assertThat(read.stream().map(one -> ((JsonObject) one).getInteger("score")))
                .containsExactlyInAnyOrder(5, 4);
        assertThat(merchant.get(ratings).status()).isEqualTo(403);
        assertThat(attempts(seen))
                .extracting(one -> one.getString("kind") + " " + one.getString("by"))
                .containsExactly("RATE enf-2", "RATE gov-vp");
    }

    @Test
    void after_a_reorganisation_the_advocate_reports_past_the_respondents_line_and_it_is_told_once() {
        Defence.team("moved-1");
        Answer seen = assigned(SUITE.penalty(), "moved-1");
        JsonObject org = SampleData.read("org");
        org.getJsonArray("employees").add(Defence.employee("moved-1", "advocacy", "gov-vp"));
        org.getJsonArray("employees").stream()
                .map(one -> (JsonObject) one)
                .filter(one -> one.getString("id").equals("gov-vp"))
                .forEach(one -> one.put("manager", "care-vp"));
        SUITE.clock.set("2018-04-20T11:00:00+08:00");

        int version = Defence.ok(operator.put("/v1/org", org)).json().getInteger("version");

        // gov-vp is above the penalty's department, and so are care-vp and ceo above gov-vp: nobody is left
        JsonObject moved = SUITE.published.await(seen.json().getString("id"), "AdvocateReportingMoved");
        assertThat(moved.getJsonObject("data").getString("reportedTo")).isEqualTo("adv-lead");
        assertThat(moved.getJsonObject("data").containsKey("reportsTo")).isFalse();
        assertThat(moved.getJsonObject("data").getInteger("orgVersion")).isEqualTo(version);

        JsonObject next = SampleData.read("org");
        next.getJsonArray("employees").add(Defence.employee("moved-1", "advocacy", "care-vp"));
        SUITE.clock.set("2018-04-20T12:00:00+08:00");
        int second = Defence.ok(operator.put("/v1/org", next)).json().getInteger("version");
        Awaitility.await("the second reorganisation")
                .atMost(CaseSuite.PATIENCE)
                .until(() -> SUITE.published.types(seen.json().getString("id")).stream()
                                .filter("AdvocateReportingMoved"::equals)
                                .count()
                        == 2);
        JsonObject last = SUITE.published.of(seen.json().getString("id")).stream()
                .reduce((before, after) -> after)
                .orElseThrow()
                .getJsonObject("data");
        assertThat(last.getString("reportsTo")).isEqualTo("care-vp");
        assertThat(last.getInteger("orgVersion")).isEqualTo(second);
        assertThat(operator.get(path(seen)).json().getString("advocateId")).isEqualTo("moved-1");
    }

    @Test
    void a_sample_of_closed_cases_is_the_same_for_the_same_seed() {
        for (int i = 0; i < 4; i++) {
            Penalty penalty = SUITE.penalty();
            SUITE.peer.effects(penalty.id());
            SUITE.clock.set("2018-04-20T10:00:00+08:00");
            CaseSteps.ruled(SUITE, penalty);
        }
        SUITE.clock.set("2018-05-02T00:00:00+08:00");

        List<String> first = sample("seed-1", "&size=2");
        List<String> again = sample("seed-1", "&size=2");
        List<String> more = sample("seed-1", "&size=200");

        assertThat(first).hasSize(2).isEqualTo(again).isEqualTo(more.subList(0, 2));
        assertThat(more).hasSizeGreaterThanOrEqualTo(4).doesNotHaveDuplicates();
        assertThat(List.of("seed-2", "seed-3", "seed-4", "seed-5", "seed-6", "seed-7", "seed-8", "seed-9"))
                .anyMatch(seed -> !sample(seed, "&size=2").equals(first));
        assertThat(sample("seed-1", "&closedBefore=2018-01-01T00:00:00Z")).isEmpty();
        assertThat(integrity
                        .get("/v1/integrity/samples?seed=a&closedBefore=2018-99-99T00:00:00Z")
                        .code())
                .isEqualTo("validation-failed");
        assertThat(integrity.get("/v1/integrity/samples").code()).isEqualTo("validation-failed");
    }

    private List<String> sample(String seed, String more) {
        Answer answer = SUITE.contract()
                .checked("sampleClosedCases", integrity.get("/v1/integrity/samples?seed=" + seed + more));
        return answer.json().getJsonArray("items").stream()
                .map(one -> ((JsonObject) one).getString("id"))
                .toList();
    }
}
