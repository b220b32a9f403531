package io.redress.cases;

import static io.redress.cases.QueueDesk.OPERATOR;
import static io.redress.cases.QueueDesk.assertRefused;
import static io.redress.cases.QueueDesk.lying;
import static io.redress.cases.QueueDesk.next;
import static io.redress.cases.QueueDesk.path;
import static io.redress.cases.QueueDesk.place;
import static io.redress.cases.QueueDesk.rule;
import static io.redress.cases.QueueDesk.submittedIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class QueueWorkIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int CALLERS = 20;
    private static final int CASES = 10;

    private final ApiClient adj1 = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient adj2 = SUITE.staff("adj-2", "adjudicator");
    private final ApiClient outsider = SUITE.staff("adj-9", "adjudicator");

    @BeforeEach
    void sample() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Defence.sample();
    }

    @AfterEach
    void putBack() {
        QueueDesk.put();
    }

    @Test
    void of_twenty_who_ask_at_once_for_ten_cases_ten_get_one_each() throws InterruptedException, ExecutionException {
        QueueDesk.queue("race", false, "PT1H", new JsonObject().put("roles", new JsonArray().add("adjudicator")));
        Set<String> cases = new TreeSet<>();
        for (int i = 0; i < CASES; i++) {
            cases.add(lying("race", "NORMAL"));
        }

        List<Answer> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Callable<Answer>> calls = IntStream.range(0, CALLERS)
                    .<Callable<Answer>>mapToObj(i -> () ->
                            SUITE.staff("racer-" + i, "adjudicator").post("/v1/queues/race/next", CaseSuite.NOTHING))
                    .toList();
            for (Future<Answer> call : threads.invokeAll(calls)) {
                answers.add(call.get());
            }
        } finally {
            threads.shutdownNow();
        }

        List<Answer> given =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(given)
                .extracting(answer -> answer.json().getString("caseId"))
                .containsExactlyInAnyOrderElementsOf(cases);
        assertThat(given)
                .extracting(answer -> answer.json().getJsonObject("lease").getString("holder"))
                .doesNotHaveDuplicates();
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .hasSize(CALLERS - CASES)
                .allMatch(answer -> answer.code().equals("no-case-free"));
    }

    @Test
    void the_most_urgent_case_comes_first_and_what_is_taken_is_passed_over() {
        QueueDesk.queue("order", false, "PT1H", QueueDesk.employees("adj-1", "adj-2"));
        String low = lying("order", "LOW");
        String urgent = lying("order", "URGENT");
        String normal = lying("order", "NORMAL");

        assertThat(ids(adj1.get("/v1/queues/order/items?show=ALL"))).containsExactly(urgent, normal, low);
        Answer first = next(adj1, "order");
        assertThat(first.json().getString("caseId")).isEqualTo(urgent);
        assertThat(first.json().getJsonObject("lease").getString("holder")).isEqualTo("adj-1");
        assertThat(next(adj2, "order").json().getString("caseId")).isEqualTo(normal);

        assertThat(ids(adj1.get("/v1/queues/order/items"))).containsExactly(low);
        assertThat(ids(adj1.get("/v1/queues/order/items?show=MINE"))).containsExactly(urgent);
        Answer page = adj1.get("/v1/queues/order/items?show=ALL&limit=2");
        assertThat(ids(page)).containsExactly(urgent, normal);
        assertThat(ids(adj1.get("/v1/queues/order/items?show=ALL&limit=2&cursor="
                        + page.json().getString("next"))))
                .containsExactly(low);
        assertThat(adj1.get("/v1/queues/order/items?cursor=bm8").code()).isEqualTo("validation-failed");
    }

    @Test
    void who_is_not_of_the_queue_neither_sees_takes_nor_claims() {
        QueueDesk.queue("closed-shop", false, "PT1H", QueueDesk.employees("adj-1"));
        Answer submitted = submittedIn("closed-shop");
        String id = submitted.json().getString("id");

        assertRefused(outsider.get("/v1/queues/closed-shop/items"), 403, "not-your-queue");
        assertRefused(outsider.post("/v1/queues/closed-shop/next", CaseSuite.NOTHING), 403, "not-your-queue");
        assertRefused(outsider.post(path(id) + "/lease", CaseSuite.NOTHING), 403, "not-your-queue");
        assertRefused(SUITE.command(outsider, submitted, "claim", CaseSuite.NOTHING), 403, "not-your-queue");
        assertRefused(
                SUITE.command(outsider, submitted, "inadmissible", new JsonObject().put("reasons", CaseSuite.REASONS)),
                403,
                "not-your-queue");
        assertThat(outsider.get("/v1/queues/nowhere/items").status()).isEqualTo(404);
        assertThat(outsider.post("/v1/queues/nowhere/next", CaseSuite.NOTHING).status())
                .isEqualTo(404);

        assertThat(queueIds(outsider)).contains("rulings").doesNotContain("closed-shop", "sensitive");
        assertThat(queueIds(adj1)).contains("rulings", "closed-shop").doesNotContain("sensitive");
        assertThat(queueIds(OPERATOR)).contains("closed-shop").doesNotContain("sensitive");
        assertThat(queueIds(SUITE.staff("integrity-lead", "integrity"))).contains("closed-shop", "sensitive");
    }

    @Test
    void nobody_is_given_what_he_brought_about_or_has_an_interest_in() {
        QueueDesk.queue("own", false, "PT1H", QueueDesk.employees("enf-1", "adj-1", "adj-2"));
        Answer submitted = submittedIn("own");
        Defence.interest("adj-2", "SHOP", submitted.json().getString("shopId"), "FAMILY");

        assertRefused(
                SUITE.staff("enf-1", "adjudicator").post("/v1/queues/own/next", CaseSuite.NOTHING),
                409,
                "no-case-free");
        assertRefused(adj2.post("/v1/queues/own/next", CaseSuite.NOTHING), 409, "no-case-free");
        assertThat(next(adj1, "own").json().getString("caseId"))
                .isEqualTo(submitted.json().getString("id"));
    }

    @Test
    void who_could_not_decide_a_case_does_not_keep_others_from_it() {
        QueueDesk.queue("kept", false, "PT1H", QueueDesk.employees("enf-1", "adv-1", "adj-1", "adj-2"));
        Answer submitted = submittedIn("kept");
        String lease = path(submitted.json().getString("id")) + "/lease";
        Defence.interest("adj-2", "SHOP", submitted.json().getString("shopId"), "FORMER");

        assertRefused(SUITE.staff("enf-1", "adjudicator").post(lease, CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(SUITE.staff("adv-1", "adjudicator").post(lease, CaseSuite.NOTHING), 403, "own-cause");
        assertRefused(adj2.post(lease, CaseSuite.NOTHING), 422, "conflict-of-interest");
        assertThat(adj1.post(lease, CaseSuite.NOTHING).status()).isEqualTo(200);
    }

    @Test
    void an_advocate_is_given_what_she_can_defend_and_the_rest_is_for_others() {
        Defence.team("near-1", "far-1");
        JsonObject org = SampleData.read("org");
        org.getJsonArray("employees").add(Defence.employee("near-1", "advocacy", "gov-vp")); // as is the proposer
        org.getJsonArray("employees").add(Defence.employee("far-1", "advocacy", "adv-lead"));
        Defence.ok(OPERATOR.put("/v1/org", org));
        QueueDesk.queue("defence", false, "PT1H", QueueDesk.employees("near-1", "far-1"));
        Penalty penalty = SUITE.penalty();
        Shop shop = SUITE.shop();
        QueueDesk.put(
                rule("urgent", "merchantId == '" + penalty.merchantId() + "'", "defence", "URGENT"),
                rule("normal", "shopId == '" + shop.id() + "'", "defence", "NORMAL"));
        String appeal =
                SUITE.open(SUITE.merchant(penalty.merchantId()), penalty).json().getString("id");
        String complaint = RequestSteps.opened(shop, shop.complaint()).json().getString("id");
        ApiClient near = SUITE.staff("near-1", "advocate");

        assertRefused(near.post(path(appeal) + "/lease", CaseSuite.NOTHING), 422, "conflict-of-interest");
        assertThat(next(near, "defence").json().getString("caseId")).isEqualTo(complaint);
        assertRefused(near.post("/v1/queues/defence/next", CaseSuite.NOTHING), 409, "no-case-free");
        assertThat(next(SUITE.staff("far-1", "advocate"), "defence").json().getString("caseId"))
                .isEqualTo(appeal);
    }

    @Test
    void what_was_moved_by_hand_stays_until_the_next_phase() {
        QueueDesk.queue("aside", false, "PT1H", QueueDesk.employees("adj-1"));
        QueueDesk.put();
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        String id = submitted.json().getString("id");
        JsonObject aside =
                new JsonObject().put("queueId", "aside").put("priority", "LOW").put("reasons", "needs a second look");

        assertRefused(SUITE.command(adj2, submitted, "queue-moves", aside), 403, "not-your-queue");
        assertRefused(
                SUITE.command(adj1, submitted, "queue-moves", aside.copy().put("queueId", "sensitive")),
                422,
                "unknown-queue");
        assertRefused(
                SUITE.command(adj1, submitted, "queue-moves", aside.copy().put("reasons", " ")),
                400,
                "validation-failed");
        Answer moved = SUITE.command(adj1, submitted, "queue-moves", aside);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        assertThat(place(id)).isEqualTo("aside ADJUDICATION 4 - -");
        JsonObject told = SUITE.published.await(id, "CaseMoved").getJsonObject("data");
        assertThat(told.getString("fromQueue") + " " + told.getString("toQueue") + " " + told.getString("movedBy") + " "
                        + told.getString("reasons"))
                .isEqualTo("rulings aside adj-1 needs a second look");

        Answer claimed = SUITE.command(adj1, adj1.get(path(id)), "claim", CaseSuite.NOTHING);
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
        assertThat(place(id)).isEqualTo("aside ADJUDICATION 4 - adj-1");
    }

    @Test
    void a_claim_that_is_given_back_is_free_for_another_and_its_clocks_run_on() {
        Penalty penalty = SUITE.penalty();
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = claimed.json().getString("id");

        assertRefused(SUITE.command(adj2, claimed, "claim-release", CaseSuite.NOTHING), 403, "not-the-adjudicator");
        assertRefused(SUITE.command(adj2, claimed, "claim", CaseSuite.NOTHING), 409, "illegal-transition");
        Answer released = SUITE.command(adj1, claimed, "claim-release", CaseSuite.NOTHING);
        assertThat(released.status()).as(released.text()).isEqualTo(200);
        assertThat(released.json().containsKey("adjudicatorId")).isFalse();
        assertThat(place(id)).endsWith(" -");
        SUITE.clock.set("2018-04-20T15:00:00+08:00");
        Answer again = SUITE.command(adj2, released, "claim", CaseSuite.NOTHING);

        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(again.json().getString("adjudicatorId")).isEqualTo("adj-2");
        assertThat(again.json().getString("answerBy")).isEqualTo(claimed.json().getString("answerBy"));
        JsonArray clocks = adj2.get(path(id) + "/clocks").json().getJsonArray("items");
        assertThat(clocks.stream()
                        .map(one -> ((JsonObject) one).getString("clock") + ((JsonObject) one).getInteger("round")))
                .containsExactlyInAnyOrder("ANSWER1", "RULING1");
    }

    @Test
    void the_head_or_an_operator_gives_a_case_to_another_and_respondents_are_refused_and_on_record() {
        Penalty penalty = SUITE.penalty();
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = claimed.json().getString("id");
        JsonObject toAdj2 = new JsonObject().put("adjudicatorId", "adj-2").put("reasons", CaseSuite.REASONS);

        assertRefused(
                SUITE.command(SUITE.staff("enf-2", "enforcement"), claimed, "claim-reassignments", toAdj2),
                422,
                "adjudicator-is-free");
        assertRefused(
                SUITE.command(SUITE.staff("gov-vp", "operator"), claimed, "claim-reassignments", toAdj2),
                422,
                "adjudicator-is-free");
        assertRefused(SUITE.command(adj2, claimed, "claim-reassignments", toAdj2), 403, "not-the-head");
        assertRefused(
                SUITE.command(
                        OPERATOR, claimed, "claim-reassignments", toAdj2.copy().put("adjudicatorId", "adv-1")),
                403,
                "own-cause");
        assertRefused(
                SUITE.command(OPERATOR, claimed, "claim-reassignments", new JsonObject().put("adjudicatorId", "adj-2")),
                422,
                "reasons-missing");
        Answer given = SUITE.command(SUITE.staff("adj-lead", "adjudicator"), claimed, "claim-reassignments", toAdj2);

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        assertThat(given.json().getString("adjudicatorId")).isEqualTo("adj-2");
        assertThat(place(id)).endsWith(" adj-2");
        JsonObject told = SUITE.published.await(id, "AdjudicatorChanged").getJsonObject("data");
        assertThat(told.getString("formerAdjudicatorId")).isEqualTo("adj-1");
        assertThat(told.getString("cause")).isEqualTo("REASSIGNED");
        assertThat(told.getMap()).doesNotContainKeys("formerOutside", "heardAlone", "advocateId");
        assertThat(QueueDesk.one(
                        "SELECT string_agg(attempt || ' ' || by, ', ' ORDER BY attempt_id) FROM cases.independence_attempt WHERE case_id = ?",
                        id))
                .isEqualTo("REASSIGN enf-2, REASSIGN gov-vp");
    }

    @Test
    void a_lead_that_is_given_to_another_is_heard_alone_and_says_so_and_what_was_joined_to_it_stays() {
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer member = CaseSteps.submitted(SUITE, SUITE.penalty());
        assertThat(JointSteps.results(JointSteps.join(lead, JointSteps.id(member))))
                .containsExactly(Map.entry(JointSteps.id(member), "IN_DELIBERATION"));
        JsonObject toAdj2 = new JsonObject().put("adjudicatorId", "adj-2").put("reasons", CaseSuite.REASONS);

        Answer given = SUITE.command(
                SUITE.staff("adj-lead", "adjudicator"), JointSteps.now(lead), "claim-reassignments", toAdj2);

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        JsonObject told =
                SUITE.published.await(JointSteps.id(lead), "AdjudicatorChanged").getJsonObject("data");
        assertThat(told.getBoolean("heardAlone")).isTrue();
        assertThat(told.getString("advocateId")).isEqualTo("adv-1");
        assertThat(JointSteps.now(member).json().getString("adjudicatorId")).isEqualTo("adj-1");
    }

    private static List<String> ids(Answer page) {
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        SUITE.contract().checked("listQueueItems", page);
        return page.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("caseId"))
                .toList();
    }

    private static List<String> queueIds(ApiClient caller) {
        return SUITE.contract().checked("listQueues", caller.get("/v1/queues")).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }
}
