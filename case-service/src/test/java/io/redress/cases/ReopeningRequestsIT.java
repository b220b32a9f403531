package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The merchant's side asks, through HTTP, that a closed case be decided anew; two reopen it, one refuses, or time lapses. */
class ReopeningRequestsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient first = SUITE.staff("adj-2", "adjudicator");
    private final ApiClient second = SUITE.staff("adj-lead", "adjudicator");
    private final ApiClient department = SUITE.staff("enf-2", "enforcement");

    @BeforeEach
    void beginOnTheDayOfTheImport() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @AfterEach
    void putBack() {
        QueueDesk.put();
    }

    @Test
    void new_evidence_of_the_merchants_is_read_and_the_case_is_decided_anew() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        String id = closed.json().getString("id");
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        SUITE.clock.set("2018-05-07T10:00:00+08:00"); // a Monday
        String file = EvidenceSuite.id(files(penalty).add(id, EvidenceClient.document()));

        Answer asked = ask(merchant, closed, request("NEW_EVIDENCE", piece("receipt", file)));

        assertThat(asked.json().getString("status")).isEqualTo("CLOSED");
        JsonObject request = last(asked);
        assertThat(request.getString("state")).isEqualTo("OPEN");
        assertThat(request.getString("from")).isEqualTo("MERCHANT");
        assertThat(request.getString("dueAt")).as("five business days").isEqualTo("2018-05-14T02:00:00Z");
        assertThat(first.get("/v1/cases/" + id + "/evidence/" + file + "/content")
                        .status())
                .isEqualTo(200);
        JsonObject told = told(id, "ReopeningRequested");
        assertThat(told.getString("headId")).isEqualTo("adj-lead");
        assertThat(told.getString("from")).isEqualTo("MERCHANT");
        assertThat(told.getJsonArray("files").getJsonObject(0).getString("evidenceId"))
                .as("others can tell what was disclosed to be heard")
                .isEqualTo(file);
        assertThat(told.encode()).doesNotContain("请重审");
        JsonObject listed = line(first, id).orElseThrow();
        assertThat(listed.getString("reopeningRequestId")).isEqualTo(request.getString("id"));
        assertThat(listed.getBoolean("proposed")).isFalse();

        JsonObject proposal =
                reasons().put("ground", "NEW_EVIDENCE").put("reopeningRequestId", request.getString("id"));
        Answer proposed = SUITE.command(first, asked, "reopen", proposal);
        assertThat(last(proposed).getString("state")).isEqualTo("PROPOSED");
        assertThat(line(second, id).orElseThrow().getBoolean("proposed")).isTrue();
        assertThat(told(id, "CaseReopeningProposed").getString("reopeningRequestId"))
                .isEqualTo(request.getString("id"));

        Answer reopened =
                SUITE.command(second, proposed, "reopening-decisions", reasons().put("confirmed", true));

        assertThat(reopened.json().getString("status")).as(reopened.text()).isEqualTo("IN_DELIBERATION");
        JsonObject answer = last(reopened).getJsonObject("answer");
        assertThat(last(reopened).getString("state")).isEqualTo("GRANTED");
        assertThat(answer.getString("answeredBy")).isEqualTo("adj-lead");
        assertThat(told(id, "CaseReopened").getString("reopeningRequestId")).isEqualTo(request.getString("id"));
        assertThat(line(first, id)).isEmpty();
    }

    @Test
    void a_request_is_refused_with_reasons_that_the_merchant_reads_and_can_be_made_again() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        String id = closed.json().getString("id");
        Answer asked = ask(advocate, closed, request("PROCEDURE").put("reasons", CaseSuite.REASONS));
        assertThat(told(id, "ReopeningRequested").getString("from")).isEqualTo("ADVOCATE");

        Answer refused = SUITE.command(first, asked, refusals(asked), reasons());

        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        JsonObject told = told(id, "ReopeningRequestRefused");
        assertThat(told.getJsonObject("reasons")).isEqualTo(CaseSuite.REASONS);
        assertThat(told.getString("advocateId")).isEqualTo("adv-1");
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        Answer seen = merchant.get("/v1/cases/" + id);
        assertThat(seen.json().getString("status")).isEqualTo("CLOSED");
        assertThat(last(seen).getString("state")).isEqualTo("REFUSED");
        assertThat(last(seen).getJsonObject("answer").getJsonObject("reasons")).isEqualTo(CaseSuite.REASONS);
        assertThat(line(first, id)).isEmpty();
        assertThat(ask(merchant, seen, request("RULE_ERROR")).json().getJsonArray("reopeningRequests"))
                .hasSize(2);
    }

    @Test
    void what_the_second_adjudicator_refuses_is_the_answer_too() {
        Penalty penalty = SUITE.penalty();
        Answer asked =
                ask(SUITE.merchant(penalty.merchantId()), CaseSteps.upheld(SUITE, penalty), request("PROCEDURE"));
        String requestId = last(asked).getString("id");

        Answer proposed = SUITE.command(
                first, asked, "reopen", reasons().put("ground", "PROCEDURE").put("reopeningRequestId", requestId));
        assertRefused(SUITE.command(second, proposed, refusals(asked), reasons()), 409, "illegal-transition");
        Answer refused =
                SUITE.command(second, proposed, "reopening-decisions", reasons().put("confirmed", false));

        assertThat(refused.json().getString("status")).isEqualTo("CLOSED");
        assertThat(last(refused).getString("state")).isEqualTo("REFUSED");
        assertThat(told(refused.json().getString("id"), "CaseReopeningRefused").getString("reopeningRequestId"))
                .isEqualTo(requestId);
    }

    @Test
    void nobody_but_the_merchants_side_asks_and_only_of_what_could_come_out_better() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        ApiClient merchant = SUITE.merchant(penalty.merchantId());

        assertRefused(send(SUITE.merchant("m-other"), closed, request("PROCEDURE")), 404, "not-found");
        assertRefused(send(department, closed, request("PROCEDURE")), 403, "forbidden");
        assertRefused(send(adjudicator, closed, request("PROCEDURE")), 403, "forbidden");
        assertRefused(
                send(
                        SUITE.staff("adv-2", "advocate"),
                        closed,
                        request("PROCEDURE").put("reasons", CaseSuite.REASONS)),
                403,
                "not-the-advocate");
        assertRefused(send(advocate, closed, request("PROCEDURE")), 422, "reasons-missing");
        assertRefused(
                send(merchant, closed, request("PROCEDURE").put("reasons", new JsonObject())), 422, "reasons-missing");
        assertRefused(send(merchant, closed, request("HARDSHIP")), 400, "validation-failed");
        JsonObject groundless = request("PROCEDURE");
        groundless.remove("ground");
        assertRefused(send(merchant, closed, groundless), 422, "grounds-missing");
        assertRefused(
                send(
                        merchant,
                        closed,
                        request("PROCEDURE").put("reasons", new JsonObject().put("zh", "长".repeat(20_001)))),
                400,
                "validation-failed");
        assertThat(merchant.get("/v1/cases/" + closed.json().getString("id")).etag())
                .isEqualTo(closed.etag());

        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty fallen = SUITE.penalty();
        Answer overturned = CaseSteps.overturned(SUITE, fallen);
        assertRefused(send(SUITE.merchant(fallen.merchantId()), overturned, request("RULE_ERROR")), 422, "worse-off");
        assertThat(files(fallen)
                        .add(overturned.json().getString("id"), EvidenceClient.document())
                        .code())
                .isEqualTo("illegal-transition");
    }

    @Test
    void new_evidence_is_new_and_no_hardship() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        String id = closed.json().getString("id");
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        EvidenceClient own = files(penalty);
        String sad = EvidenceSuite.id(
                own.add(id, "debts.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, EvidenceClient.document()));
        Answer staged = own.add(id, EvidenceClient.document());

        assertRefused(send(merchant, closed, request("NEW_EVIDENCE")), 422, "new-evidence-missing");
        assertRefused(
                send(merchant, closed, request("NEW_EVIDENCE", piece("correspondence", "doc-1"))),
                422,
                "new-evidence-missing");
        assertRefused(
                send(merchant, closed, request("NEW_EVIDENCE", piece("receipt", "evd_of_others"))),
                422,
                "unknown-evidence");
        assertRefused(
                send(merchant, closed, request("NEW_EVIDENCE", piece("receipt", sad))), 422, "hardship-is-no-ground");
        assertRefused(
                send(merchant, closed, request("PROCEDURE", piece("HARDSHIP", "doc-9"))), 422, "hardship-is-no-ground");
        assertThat(own.file(staged).code()).isEqualTo("illegal-transition");
        assertThat(new EvidenceClient(
                                SUITE.port(), SUITE.infrastructure.issuer().staff("enf-2", "enforcement"))
                        .add(id, EvidenceClient.document())
                        .code())
                .isEqualTo("illegal-transition");
        assertThat(first.get(EvidenceClient.path(staged) + "/content").status())
                .as("what was refused has opened nothing")
                .isEqualTo(404);
    }

    @Test
    void one_waits_at_a_time_and_whoever_had_a_part_does_not_answer_it() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        ApiClient merchant = SUITE.merchant(penalty.merchantId());
        assertRefused(
                SUITE.command(first, closed, "reopening-requests/rrq_none/refusals", reasons()),
                409,
                "reopening-not-requested");
        Answer asked = ask(merchant, closed, request("PROCEDURE"));

        assertThat(asked.json().getJsonArray("nextActions")).doesNotContain("requestReopening");
        assertRefused(send(merchant, asked, request("PROCEDURE")), 409, "duplicate");
        assertRefused(SUITE.command(adjudicator, asked, refusals(asked), reasons()), 403, "own-cause");
        assertRefused(
                SUITE.command(SUITE.staff("enf-1", "adjudicator"), asked, refusals(asked), reasons()),
                403,
                "own-cause");
        assertRefused(SUITE.command(merchant, asked, refusals(asked), reasons()), 403, "forbidden");
        assertRefused(
                SUITE.command(first, asked, "reopening-requests/rrq_none/refusals", reasons()),
                409,
                "reopening-not-requested");
        assertRefused(
                SUITE.command(
                        first,
                        asked,
                        refusals(asked),
                        new JsonObject().put("reasons", new JsonObject().put("zh", "不成立"))),
                422,
                "reasons-missing");
        assertRefused(
                SUITE.command(
                        first,
                        asked,
                        "reopen",
                        reasons().put("ground", "PROCEDURE").put("reopeningRequestId", "rrq_none")),
                409,
                "reopening-not-requested");
        assertThat(first.get("/v1/cases/" + asked.json().getString("id")).json().getJsonArray("nextActions"))
                .isEqualTo(new JsonArray().add("refuseReopeningRequest").add("reopenCase"));
        Answer refused = SUITE.command(first, asked, refusals(asked), reasons());
        assertRefused(SUITE.command(second, refused, refusals(asked), reasons()), 409, "reopening-not-requested");
    }

    @Test
    void an_agency_asks_under_its_mandate_and_five_requests_are_all() {
        Penalty penalty = SUITE.penalty();
        Answer seen = CaseSteps.upheld(SUITE, penalty);
        ApiClient agency = SUITE.agency("agent-1", penalty.merchantId(), "man_1");
        assertRefused(
                send(SUITE.claimingAgency("agent-2", penalty.merchantId()), seen, request("PROCEDURE")),
                404,
                "not-found");
        for (int i = 0; i < 5; i++) {
            Answer asked = ask(agency, seen, request("PROCEDURE"));
            assertThat(last(asked).getString("requestedBy")).isEqualTo("agent-1");
            seen = SUITE.command(first, asked, refusals(asked), reasons());
        }

        assertRefused(send(agency, seen, request("PROCEDURE")), 422, "reopening-limit-reached");
    }

    @Test
    void a_lapse_tells_the_head_and_the_advocate_and_decides_nothing() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        String id = closed.json().getString("id");
        SUITE.clock.set("2018-05-07T10:00:00+08:00");
        Answer asked = ask(SUITE.merchant(penalty.merchantId()), closed, request("PROCEDURE"));

        SUITE.clock.set("2018-05-14T10:00:00+08:00");

        JsonObject told = told(id, "ReopeningRequestOverdue");
        assertThat(told.getString("headId")).isEqualTo("adj-lead");
        assertThat(told.getString("advocateId")).isEqualTo("adv-1");
        assertThat(told.getString("dueAt")).isEqualTo("2018-05-14T02:00:00Z");
        assertThat(line(first, id).orElseThrow().getBoolean("overdue")).isTrue();
        Answer late = first.get("/v1/cases/" + id);
        assertThat(last(late).getBoolean("overdue")).isTrue();
        assertThat(last(late).getString("state")).isEqualTo("OPEN");
        Answer refused = SUITE.command(first, late, refusals(asked), reasons());
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
        assertThat(SUITE.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void an_answered_request_does_not_lapse() {
        Penalty penalty = SUITE.penalty();
        Answer closed = CaseSteps.upheld(SUITE, penalty);
        Answer asked = ask(SUITE.merchant(penalty.merchantId()), closed, request("PROCEDURE"));
        SUITE.command(first, asked, refusals(asked), reasons());

        SUITE.clock.set("2018-07-02T10:00:00+08:00");
        SUITE.awaitDeadlines();

        assertThat(last(first.get("/v1/cases/" + closed.json().getString("id"))).getBoolean("overdue"))
                .isFalse();
    }

    @Test
    void those_who_answer_for_the_department_see_no_request_and_oversight_does() {
        Penalty penalty = SUITE.penalty();
        Answer asked =
                ask(SUITE.merchant(penalty.merchantId()), CaseSteps.upheld(SUITE, penalty), request("PROCEDURE"));
        String path = "/v1/cases/" + asked.json().getString("id");

        assertThat(department.get(path).json().getJsonArray("reopeningRequests"))
                .isEmpty();
        for (ApiClient sees : List.of(
                advocate, first, SUITE.staff("integrity-lead", "integrity"), SUITE.staff("ops-1", "operator"))) {
            assertThat(sees.get(path).json().getJsonArray("reopeningRequests")).hasSize(1);
        }
        assertThat(department.get("/v1/reopening-requests").status()).isEqualTo(403);
    }

    @Test
    void the_list_is_by_due_date_page_by_page_and_hides_what_a_restricted_queue_holds() {
        Penalty hidden = SUITE.penalty();
        Answer answered = CaseSteps.answered(SUITE, hidden);
        Answer moved = SUITE.command(
                QueueDesk.OPERATOR,
                answered,
                "queue-moves",
                new JsonObject().put("queueId", "sensitive").put("reasons", "concerns a colleague"));
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
        String hiddenId = answered.json().getString("id");
        Answer closedHidden = CaseSteps.upheld(SUITE, adjudicator.get("/v1/cases/" + hiddenId), hidden);
        ask(SUITE.merchant(hidden.merchantId()), closedHidden, request("PROCEDURE"));

        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Penalty later = SUITE.penalty();
        Answer closedLater = CaseSteps.upheld(SUITE, later);
        SUITE.clock.set("2018-05-08T10:00:00+08:00");
        ask(SUITE.merchant(later.merchantId()), closedLater, request("PROCEDURE"));
        String laterId = closedLater.json().getString("id");

        ApiClient outside = SUITE.staff("adj-3", "adjudicator");
        List<String> seen = ids(second);
        assertThat(seen).contains(hiddenId, laterId).doesNotHaveDuplicates();
        assertThat(seen.indexOf(hiddenId)).isLessThan(seen.indexOf(laterId));
        assertThat(ids(outside)).contains(laterId).doesNotContain(hiddenId);
        assertThat(outside.get("/v1/reopening-requests?cursor=bm9uZQ").status()).isEqualTo(400);
    }

    private static EvidenceClient files(Penalty penalty) {
        return new EvidenceClient(
                SUITE.port(),
                SUITE.infrastructure
                        .issuer()
                        .merchant("user-of-" + penalty.merchantId(), penalty.merchantId(), "merchant"));
    }

    private static Answer ask(ApiClient who, Answer seen, JsonObject body) {
        Answer asked = send(who, seen, body);
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        return asked;
    }

    private static Answer send(ApiClient who, Answer seen, JsonObject body) {
        return SUITE.command(who, seen, "reopening-requests", body);
    }

    /** As the merchant writes, in one language. */
    private static JsonObject request(String ground, JsonObject... evidence) {
        return new JsonObject()
                .put("ground", ground)
                .put("reasons", new JsonObject().put("zh", "请重审"))
                .put("evidence", new JsonArray(List.of((Object[]) evidence)));
    }

    private static JsonObject piece(String kind, String reference) {
        return new JsonObject().put("kind", kind).put("reference", reference);
    }

    private static JsonObject reasons() {
        return new JsonObject().put("reasons", CaseSuite.REASONS);
    }

    private static JsonObject last(Answer seen) {
        JsonArray requests = seen.json().getJsonArray("reopeningRequests");
        return requests.getJsonObject(requests.size() - 1);
    }

    private static String refusals(Answer asked) {
        return "reopening-requests/" + last(asked).getString("id") + "/refusals";
    }

    private static JsonObject told(String caseId, String type) {
        JsonObject data = SUITE.published.await(caseId, type).getJsonObject("data");
        EventSchemas.assertValid("cases.events.v1", type, data);
        return data;
    }

    private static Optional<JsonObject> line(ApiClient who, String caseId) {
        return all(who, 100).stream()
                .filter(line -> line.getString("caseId").equals(caseId))
                .findFirst();
    }

    /** Page by page, each of one. */
    private static List<String> ids(ApiClient who) {
        return all(who, 1).stream().map(line -> line.getString("caseId")).toList();
    }

    private static List<JsonObject> all(ApiClient who, int limit) {
        List<JsonObject> all = new ArrayList<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Answer page = SUITE.contract()
                    .checked("listReopeningRequests", who.get("/v1/reopening-requests?limit=" + limit + next.get()));
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            page.json().getJsonArray("items").forEach(item -> all.add((JsonObject) item));
            next = Optional.ofNullable(page.json().getString("next"))
                    .map(cursor -> "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        }
        return all;
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
