package io.redress.cases;

import static io.redress.cases.QueueDesk.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What lies in a restricted queue does not exist for those outside, whatever they ask. */
class RestrictedQueueIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final JsonObject SENSITIVE =
            new JsonObject().put("queueId", "sensitive").put("reasons", "concerns a colleague");

    private final ApiClient member = SUITE.staff("adj-lead", "adjudicator");

    @BeforeEach
    void sample() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Defence.sample();
        QueueDesk.put();
    }

    @AfterEach
    void putBack() {
        QueueDesk.put();
    }

    @Test
    void every_route_that_reads_a_case_answers_404_to_every_role_outside_from_the_move_on() {
        EvidenceSuite about = EvidenceSuite.aCase();
        String evidenceId = EvidenceSuite.id(about.advocate().add(about.caseId, EvidenceClient.document()));
        about.advocate().file(about.advocate().details(about.advocate().add(about.caseId, EvidenceClient.RECEIPT)));
        List<Route> routes = routes(about.caseId, evidenceId);
        assertThat(routes)
                .extracting(Route::operationId)
                .contains("getCase", "listCaseClocks", "listCaseHolders", "listEvidence", "getQueueItem");
        assertThat(SUITE.staff("outside-1", "adjudicator")
                        .get("/v1/cases/" + about.caseId)
                        .status())
                .isEqualTo(200);

        Answer moved = SUITE.command(OPERATOR, OPERATOR.get("/v1/cases/" + about.caseId), "queue-moves", SENSITIVE);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);

        for (Route route : routes) {
            for (String role : route.staff()) {
                Answer answer = SUITE.staff("outside-1", role).get(route.path());
                assertThat(answer.status())
                        .as(route.operationId() + " as " + role + ": " + answer.text())
                        .isEqualTo(404);
                assertThat(answer.text()).doesNotContain(about.penalty.merchantId());
            }
        }
    }

    @Test
    void no_list_holds_it_for_those_outside_and_no_command_reaches_it() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        String id = submitted.json().getString("id");
        String list = "/v1/cases?penaltyId=" + penalty.id();
        ApiClient outside = SUITE.staff("adj-1", "adjudicator");
        assertThat(ids(outside.get(list))).containsExactly(id);

        moved(submitted);
        Answer seen = member.get("/v1/cases/" + id);

        assertThat(ids(outside.get(list))).isEmpty();
        assertThat(ids(OPERATOR.get(list))).isEmpty();
        assertThat(outside.get("/v1/queues/sensitive/items").status()).isEqualTo(404);
        assertThat(outside.post("/v1/queues/sensitive/next", CaseSuite.NOTHING).status())
                .isEqualTo(404);
        assertThat(outside.post("/v1/cases/" + id + "/lease", CaseSuite.NOTHING).status())
                .isEqualTo(404);
        assertThat(SUITE.command(outside, seen, "claim", CaseSuite.NOTHING).status())
                .isEqualTo(404);
        assertThat(SUITE.command(OPERATOR, seen, "advocate-reassignments", CaseSuite.NOTHING)
                        .status())
                .isEqualTo(404);
        assertThat(SUITE.command(OPERATOR, seen, "queue-moves", SENSITIVE.copy().put("queueId", "rulings"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void its_members_its_sides_and_integrity_go_on_as_before() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        String path = "/v1/cases/" + submitted.json().getString("id");
        moved(submitted);

        assertThat(SUITE.merchant(penalty.merchantId()).get(path).status()).isEqualTo(200);
        assertThat(SUITE.staff("adv-1", "advocate").get(path).status()).isEqualTo(200);
        assertThat(SUITE.staff("integrity-lead", "integrity").get(path).status())
                .isEqualTo(200);
        assertThat(ids(member.get("/v1/cases?penaltyId=" + penalty.id()))).hasSize(1);
        ApiClient respondent = SUITE.staff("enf-2", "enforcement");
        assertThat(respondent.get(path).status()).isEqualTo(404); // it does not have to answer yet
        Answer claimed = SUITE.command(member, member.get(path), "claim", CaseSuite.NOTHING);
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);

        assertThat(respondent.get(path).status()).isEqualTo(200);
        Answer answered =
                SUITE.command(respondent, claimed, "answers", new JsonObject().put("text", CaseSuite.REASONS));
        assertThat(answered.status()).as(answered.text()).isEqualTo(200);
        assertThat(SUITE.staff("campaigns-1", "respondent").get(path).status()).isEqualTo(404);
    }

    @Test
    void rules_do_not_lead_it_out_and_it_stays_hidden_when_it_has_ended() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");
        moved(opened);

        Answer submitted = SUITE.command(
                SUITE.staff("adv-1", "advocate"),
                SUITE.staff("adv-1", "advocate").get("/v1/cases/" + id),
                "briefs",
                CaseSuite.brief(penalty, "NOT_ENUMERATED"));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(200);
        assertThat(QueueDesk.place(id)).startsWith("sensitive ADJUDICATION");
        Answer withdrawn =
                SUITE.command(SUITE.merchant(penalty.merchantId()), submitted, "withdraw", CaseSuite.NOTHING);
        assertThat(withdrawn.status()).as(withdrawn.text()).isEqualTo(200);

        assertThat(SUITE.staff("adj-1", "adjudicator").get("/v1/cases/" + id).status())
                .isEqualTo(404);
        assertThat(member.get("/v1/cases/" + id).status()).isEqualTo(200);
        assertThat(ids(SUITE.staff("adj-1", "adjudicator").get("/v1/cases?penaltyId=" + penalty.id())))
                .isEmpty();
        assertThat(member.get("/v1/queues/sensitive/items?show=ALL").text()).doesNotContain(id);
    }

    @Test
    void no_search_and_no_saved_view_of_those_outside_finds_it() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String id = opened.json().getString("id");
        String tag = "of-" + penalty.shopId();
        Defence.ok(member.post("/v1/cases/" + id + "/tags", new JsonObject().put("tag", tag)));
        ApiClient outside = SUITE.staff("adj-1", "adjudicator");
        Defence.ok(outside.put(
                "/v1/views/of-" + penalty.shopId(),
                new JsonObject()
                        .put("name", new JsonObject().put("en", "A view"))
                        .put("shared", true)
                        .put("filters", new JsonObject().put("merchantId", penalty.merchantId()))));
        List<String> questions = List.of(
                "/v1/cases?tag=" + tag,
                "/v1/cases?text=" + id,
                "/v1/cases?text=" + penalty.shopId(),
                "/v1/cases?advocateId=adv-1&merchantId=" + penalty.merchantId(),
                "/v1/cases?openedFrom=2018-04-20T00:00:00Z&merchantId=" + penalty.merchantId(),
                "/v1/views/of-" + penalty.shopId() + "/results");
        assertThat(questions)
                .allSatisfy(
                        asked -> assertThat(ids(outside.get(asked))).as(asked).containsExactly(id));

        moved(opened);

        assertThat(questions)
                .allSatisfy(
                        asked -> assertThat(ids(outside.get(asked))).as(asked).isEmpty());
        assertThat(ids(outside.get("/v1/cases?queue=sensitive"))).isEmpty();
        assertThat(ids(member.get(questions.get(0)))).containsExactly(id);
        outside.send("DELETE", "/v1/views/of-" + penalty.shopId(), Optional.empty());
    }

    @Test
    void each_of_its_members_takes_it_out_again_into_a_queue_that_is_not_his() {
        Penalty penalty = SUITE.penalty();
        Answer opened = CaseSteps.opened(SUITE, penalty);
        String path = "/v1/cases/" + opened.json().getString("id");
        moved(opened);
        JsonObject back = SENSITIVE.copy().put("queueId", "advocacy");

        Answer out = SUITE.command(member, member.get(path), "queue-moves", back);

        assertThat(out.status()).as(out.text()).isEqualTo(200);
        assertThat(QueueDesk.place(opened.json().getString("id"))).startsWith("advocacy ADVOCACY");
        assertThat(OPERATOR.get(path).status()).isEqualTo(200);
        assertThat(SUITE.command(member, member.get(path), "queue-moves", SENSITIVE)
                        .code())
                .isEqualTo("not-your-queue"); // out of another queue it needs a member of both
    }

    @Test
    void a_head_who_is_outside_is_not_told_that_a_clock_of_it_has_lapsed() {
        Penalty penalty = SUITE.penalty();
        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);
        moved(opened);

        SUITE.clock.set("2018-04-23T10:00:00+08:00"); // a business day: the first response is late

        JsonObject lapsed = SUITE.published
                .await(opened.json().getString("id") + ":clocks", "ClockLapsed")
                .getJsonObject("data");
        assertThat(lapsed.getString("team")).isEqualTo("advocacy");
        assertThat(lapsed.getMap()).doesNotContainKeys("headId", "holderId");
    }

    @Test
    void an_adjudicator_outside_from_whom_it_is_taken_is_to_be_told_neither_why_nor_who_has_it() {
        Penalty penalty = SUITE.penalty();
        Answer claimed = CaseSteps.claimed(SUITE, penalty);
        String id = claimed.json().getString("id");
        moved(claimed);
        JsonObject toAdj2 = new JsonObject().put("adjudicatorId", "adj-2").put("reasons", CaseSuite.REASONS);

        Answer given = SUITE.command(member, member.get("/v1/cases/" + id), "claim-reassignments", toAdj2);

        assertThat(given.status()).as(given.text()).isEqualTo(200);
        JsonObject told = SUITE.published.await(id, "AdjudicatorChanged").getJsonObject("data");
        assertThat(told.getString("formerAdjudicatorId")).isEqualTo("adj-1");
        assertThat(told.getBoolean("formerOutside")).isTrue();
        assertThat(SUITE.staff("adj-1", "adjudicator").get("/v1/cases/" + id).status())
                .isEqualTo(404);
    }

    private void moved(Answer seen) {
        Answer moved = SUITE.command(OPERATOR, seen, "queue-moves", SENSITIVE);
        assertThat(moved.status()).as(moved.text()).isEqualTo(200);
    }

    private record Route(String operationId, String path, Set<String> staff) {}

    /** Every GET of a case's own, for the roles of staff that its contract lets ask. */
    @SuppressWarnings("unchecked")
    private static List<Route> routes(String caseId, String evidenceId) {
        try (InputStream contract = RestrictedQueueIT.class.getResourceAsStream("/openapi/case-service.yaml")) {
            Map<String, Object> document = new Yaml().load(contract);
            List<Route> routes = new ArrayList<>();
            ((Map<String, Map<String, Object>>) document.get("paths")).forEach((path, operations) -> {
                if (path.contains("{caseId}") && operations.get("get") instanceof Map<?, ?> get) {
                    Set<String> staff = new java.util.TreeSet<>((List<String>) get.get("x-scope"));
                    staff.removeAll(Set.of("merchant", "delegate", "agency", "integrity", "machine"));
                    routes.add(new Route(
                            (String) get.get("operationId"),
                            path.replace("{caseId}", caseId).replace("{evidenceId}", evidenceId),
                            staff));
                }
            });
            return routes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> ids(Answer list) {
        assertThat(list.status()).as(list.text()).isEqualTo(200);
        return list.json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }
}
