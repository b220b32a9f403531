package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.PgUrl;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who cannot join what, and who leaves; what is refused of one case holds up none of the others. */
class JointRefusalsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final ApiClient other = SUITE.staff("adj-2", "adjudicator");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_case_that_cannot_be_joined_is_told_why_and_the_others_are_joined() {
        Penalty penalty = SUITE.penalty();
        Answer lead = CaseSteps.claimed(SUITE, penalty);
        Answer joined = CaseSteps.submitted(SUITE, SUITE.penalty());
        Answer inAdvocacy = CaseSteps.opened(SUITE, SUITE.penalty());
        Answer others = CaseSteps.submitted(SUITE, SUITE.penalty());
        SUITE.command(other, others, "claim", CaseSuite.NOTHING);
        Answer otherClause = CaseSteps.submitted(SUITE, SUITE.penalty("C-03", 12));
        Answer otherRules = CaseSteps.submitted(SUITE, SUITE.penalty("C-02", 13));
        Shop shop = SUITE.shop();
        Answer request = RequestSteps.submitted(
                RequestSteps.assigned(shop, shop.complaint()), "complaint", "PROCEDURE_BREACHED");
        Penalty interesting = SUITE.penalty();
        Answer ofInterest = CaseSteps.submitted(SUITE, interesting);
        Defence.interest("adj-1", "SHOP", interesting.shopId(), "FORMER");

        Answer answer = JointSteps.join(
                lead,
                JointSteps.id(joined),
                JointSteps.id(inAdvocacy),
                JointSteps.id(others),
                JointSteps.id(otherClause),
                JointSteps.id(otherRules),
                JointSteps.id(request),
                JointSteps.id(ofInterest),
                JointSteps.id(lead),
                "cas_nowhere");

        assertThat(JointSteps.results(answer))
                .isEqualTo(Map.of(
                        JointSteps.id(joined),
                        "IN_DELIBERATION",
                        JointSteps.id(inAdvocacy),
                        "illegal-transition",
                        JointSteps.id(others),
                        "not-the-adjudicator",
                        JointSteps.id(otherClause),
                        "question-differs",
                        JointSteps.id(otherRules),
                        "question-differs",
                        JointSteps.id(request),
                        "question-differs",
                        JointSteps.id(ofInterest),
                        "conflict-of-interest",
                        JointSteps.id(lead),
                        "already-joined",
                        "cas_nowhere",
                        "unknown-case"));
        assertThat(answer.json().getInteger("members")).isEqualTo(1);
        for (Answer refused : List.of(inAdvocacy, otherClause, otherRules, request, ofInterest)) {
            assertThat(JointSteps.now(refused).etag()).isEqualTo(refused.etag());
        }
    }

    @Test
    void a_case_is_in_one_group_only() {
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer second = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer member = CaseSteps.submitted(SUITE, SUITE.penalty());
        Answer further = CaseSteps.submitted(SUITE, SUITE.penalty());
        JointSteps.results(JointSteps.join(lead, JointSteps.id(member)));

        Answer again = JointSteps.join(lead, JointSteps.id(member));
        Answer elsewhere = JointSteps.join(second, JointSteps.id(member), JointSteps.id(lead));
        Answer under = JointSteps.join(member, JointSteps.id(further));

        assertThat(JointSteps.results(again)).containsEntry(JointSteps.id(member), "already-joined");
        assertThat(JointSteps.results(elsewhere))
                .containsEntry(JointSteps.id(member), "already-joined")
                .containsEntry(JointSteps.id(lead), "already-joined");
        assertThat(JointSteps.now(second).json().containsKey("heardTogether")).isFalse();
        assertThat(JointSteps.now(second).etag()).isEqualTo(second.etag());
        assertRefused(under, 409, "already-joined");
        assertThat(JointSteps.now(further).etag()).isEqualTo(further.etag());
    }

    @Test
    void only_the_adjudicator_of_a_case_in_deliberation_joins_others_to_it() {
        Penalty penalty = SUITE.penalty();
        Answer submitted = CaseSteps.submitted(SUITE, penalty);
        Answer member = CaseSteps.submitted(SUITE, SUITE.penalty());
        String id = JointSteps.id(member);

        assertRefused(JointSteps.join(submitted, id), 409, "illegal-transition");
        Answer lead = RequestSteps.claimed(submitted);
        assertRefused(JointSteps.join(other, lead, List.of(id)), 403, "not-the-adjudicator");
        assertRefused(JointSteps.join(SUITE.staff("adv-1", "adjudicator"), lead, List.of(id)), 403, "own-cause");
        assertRefused(JointSteps.join(SUITE.merchant(penalty.merchantId()), lead, List.of(id)), 403, "forbidden");
        assertRefused(
                adjudicator.ifMatch(lead).post("/v1/cases/cas_x/members", JointSteps.joining(List.of(id))),
                404,
                "not-found");
        assertRefused(
                join(lead, JointSteps.joining(List.of(id)).put("question", new JsonObject().put("zh", "问题"))),
                422,
                "question-missing");
        assertRefused(join(lead, JointSteps.joining(List.of())), 400, "validation-failed");
        assertRefused(join(lead, JointSteps.joining(Collections.nCopies(101, id))), 400, "validation-failed");
        assertRefused(
                JointSteps.command(adjudicator, lead, "members", JointSteps.joining(List.of(id))),
                428,
                "precondition-required");
        assertRefused(
                adjudicator
                        .ifMatch(lead)
                        .send(
                                "POST",
                                JointSteps.path(lead) + "/members",
                                Optional.of(JointSteps.joining(List.of(id)).encode())),
                400,
                "idempotency-key-missing");
        assertThat(JointSteps.now(lead).etag()).isEqualTo(lead.etag());

        JointSteps.results(JointSteps.join(lead, id));
        assertRefused(
                JointSteps.command(adjudicator.ifMatch(lead), lead, "members", JointSteps.joining(List.of(id))),
                412,
                "version-conflict");
        assertRefused(
                join(lead, JointSteps.joining(List.of(id)).put("question", CaseSuite.REASONS)),
                422,
                "question-differs");
    }

    @Test
    void requests_to_one_department_are_heard_together() {
        Answer lead = complaint();
        lead = RequestSteps.claimed(lead);
        Answer member = complaint();

        assertThat(JointSteps.results(JointSteps.join(lead, JointSteps.id(member))))
                .containsEntry(JointSteps.id(member), "IN_DELIBERATION");
    }

    @Test
    void of_two_adjudicators_who_join_a_case_at_once_one_has_it() {
        Answer first = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer second = CaseSteps.submitted(SUITE, SUITE.penalty());
        second = SUITE.command(other, second, "claim", CaseSuite.NOTHING);
        Answer theSecond = second;

        for (int round = 0; round < 5; round++) {
            String member = JointSteps.id(CaseSteps.submitted(SUITE, SUITE.penalty()));
            CompletableFuture<Answer> one = CompletableFuture.supplyAsync(() -> JointSteps.join(first, member));
            CompletableFuture<Answer> two =
                    CompletableFuture.supplyAsync(() -> JointSteps.join(other, theSecond, List.of(member)));

            List<String> results = List.of(
                    JointSteps.results(one.join()).get(member),
                    JointSteps.results(two.join()).get(member));
            assertThat(results).containsOnlyOnce("IN_DELIBERATION");
            // both hold of who comes second; which one he is told depends on how far the first has come
            assertThat(results).containsAnyOf("not-the-adjudicator", "already-joined");
        }
        assertThat(JointSteps.members(first, 50).size()
                        + JointSteps.members(second, 50).size())
                .isEqualTo(5);
    }

    @Test
    void the_merchant_sees_the_question_and_nothing_of_the_others() {
        Penalty penalty = SUITE.penalty();
        Penalty mine = SUITE.penalty();
        Answer lead = CaseSteps.claimed(SUITE, penalty);
        Answer member = CaseSteps.submitted(SUITE, mine);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(member)));
        ApiClient merchant = SUITE.merchant(mine.merchantId());

        Answer seen = merchant.get(JointSteps.path(member));

        assertThat(SUITE.contract.checked("getCase", seen).json().getJsonObject("heardTogether"))
                .isEqualTo(new JsonObject().put("question", JointSteps.QUESTION).put("since", "2018-04-20T02:00:00Z"));
        assertThat(seen.text()).doesNotContain(JointSteps.id(lead), penalty.merchantId() + "\"", penalty.id());
        assertThat(JointSteps.now(member).json().getJsonObject("heardTogether").getString("leadId"))
                .isEqualTo(JointSteps.id(lead));
        assertRefused(merchant.get(JointSteps.path(member) + "/members"), 403, "forbidden");
        assertRefused(merchant.get(JointSteps.path(lead)), 404, "not-found");
        assertThat(SUITE.merchant(penalty.merchantId())
                        .get(JointSteps.path(lead))
                        .json()
                        .getJsonObject("heardTogether")
                        .fieldNames())
                .containsExactlyInAnyOrder("question", "since");
    }

    @Test
    void the_merchants_side_lets_a_case_leave_and_nobody_joins_it_again() {
        Penalty mine = SUITE.penalty();
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer submitted = CaseSteps.submitted(SUITE, mine);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(submitted)));
        Answer member = JointSteps.now(submitted);
        ApiClient merchant = SUITE.merchant(mine.merchantId());
        JsonObject why = new JsonObject().put("reasons", CaseSuite.REASONS);
        JsonObject english = new JsonObject().put("reasons", new JsonObject().put("en", "It is different."));

        assertRefused(SUITE.command(SUITE.merchant("m-other"), member, "leave", why), 404, "not-found");
        assertRefused(SUITE.command(other, member, "leave", why), 403, "not-the-advocate");
        assertRefused(
                SUITE.command(SUITE.staff("adv-1", "advocate"), member, "leave", english), 422, "reasons-missing");
        assertRefused(SUITE.command(adjudicator, member, "leave", english), 422, "reasons-missing");
        assertRefused(
                SUITE.command(merchant, member, "leave", new JsonObject().put("reasons", new JsonObject())),
                422,
                "reasons-missing");
        assertRefused(SUITE.command(merchant, submitted, "leave", english), 412, "version-conflict");
        Answer alone = SUITE.command(merchant, member, "leave", english);

        assertThat(alone.status()).as(alone.text()).isEqualTo(200);
        assertThat(JointSteps.now(member).json().getJsonObject("heardAlone"))
                .isEqualTo(new JsonObject()
                        .put("cause", "MERCHANT_SIDE")
                        .put("by", "user-of-" + mine.merchantId())
                        .put("at", "2018-04-20T02:00:00Z")
                        .put("reasons", new JsonObject().put("zh", "").put("en", "It is different.")));
        assertRefused(SUITE.command(merchant, alone, "leave", english), 409, "not-joined");
        assertThat(JointSteps.results(JointSteps.join(lead, JointSteps.id(member))))
                .containsEntry(JointSteps.id(member), "heard-alone");
        assertRefused(JointSteps.join(member, JointSteps.id(lead)), 409, "heard-alone");
        assertThat(JointSteps.members(lead, 50)).isEmpty();
        assertThat(SUITE.published.await(JointSteps.id(member), "CaseLeft").getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", JointSteps.id(member))
                        .put("merchantId", mine.merchantId())
                        .put("advocateId", "adv-1")
                        .put("kind", "PENALTY_APPEAL")
                        .put("cause", "MERCHANT_SIDE")
                        .put("by", "user-of-" + mine.merchantId()));
    }

    @Test
    void the_adjudicator_lets_a_case_leave_with_reasons_that_are_told_and_may_join_it_again() {
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer member = CaseSteps.submitted(SUITE, SUITE.penalty());
        JointSteps.results(JointSteps.join(lead, JointSteps.id(member)));

        Answer alone = SUITE.command(
                adjudicator, JointSteps.now(member), "leave", new JsonObject().put("reasons", CaseSuite.REASONS));

        assertThat(alone.json().containsKey("heardTogether")).isFalse();
        assertThat(SUITE.merchant(alone.json().getString("merchantId"))
                        .get(JointSteps.path(member))
                        .json()
                        .getJsonObject("heardAlone"))
                .isEqualTo(new JsonObject()
                        .put("cause", "ADJUDICATOR")
                        .put("at", "2018-04-20T02:00:00Z")
                        .put("reasons", CaseSuite.REASONS));
        assertThat(SUITE.published
                        .await(JointSteps.id(member), "CaseLeft")
                        .getJsonObject("data")
                        .getJsonObject("reasons"))
                .isEqualTo(CaseSuite.REASONS);
        assertThat(JointSteps.results(JointSteps.join(lead, JointSteps.id(member))))
                .containsEntry(JointSteps.id(member), "IN_DELIBERATION");
        assertThat(JointSteps.members(lead, 50)).hasSize(1);
    }

    @Test
    void a_withdrawn_case_has_left_and_one_that_goes_on_is_alone() {
        Penalty mine = SUITE.penalty();
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer member = CaseSteps.submitted(SUITE, mine);
        JointSteps.results(JointSteps.join(lead, JointSteps.id(member)));

        Answer withdrawn =
                SUITE.command(SUITE.staff("adv-1", "advocate"), JointSteps.now(member), "withdraw", CaseSuite.NOTHING);
        assertThat(withdrawn.json().containsKey("heardTogether")).isFalse();
        assertThat(JointSteps.members(lead, 50)).isEmpty();
        Answer goesOn = SUITE.command(SUITE.staff("adv-1", "advocate"), withdrawn, "continue", CaseSuite.NOTHING);

        assertThat(goesOn.json().getString("status")).isEqualTo("SUBMITTED");
        assertThat(goesOn.json().containsKey("heardTogether")).isFalse();
    }

    @Test
    void two_thousand_cases_are_joined_to_a_lead_and_no_more() throws SQLException {
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        Answer last = CaseSteps.submitted(SUITE, SUITE.penalty());
        Answer tooMany = CaseSteps.submitted(SUITE, SUITE.penalty());
        JointSteps.results(JointSteps.join(lead, JointSteps.id(CaseSteps.submitted(SUITE, SUITE.penalty()))));
        try (Members members = new Members(JointSteps.id(lead))) {
            members.add(1_998);

            Answer answer = JointSteps.join(lead, JointSteps.id(last), JointSteps.id(tooMany));

            assertThat(JointSteps.results(answer))
                    .isEqualTo(Map.of(JointSteps.id(last), "IN_DELIBERATION", JointSteps.id(tooMany), "group-full"));
            assertThat(answer.json().getInteger("members")).isEqualTo(2_000);
        }
    }

    /** Rows of members, as many as nobody would join in a test, taken away again. */
    private static final class Members implements AutoCloseable {

        private static final String CASES = """
                INSERT INTO cases.case_file SELECT m.* FROM cases.case_file c, generate_series(1, ?) AS n,
                    jsonb_populate_record(c, jsonb_build_object('case_id', 'cas_full' || n, 'kind', 'COMPLAINT',
                        'penalty_id', null, 'own_motion', false, 'advocate_id', null, 'event_sequence', 0)) AS m
                WHERE c.case_id = ?""";

        private static final String JOINED = """
                INSERT INTO cases.joined_case SELECT m.* FROM cases.joined_case j, generate_series(1, ?) AS n,
                    jsonb_populate_record(j, jsonb_build_object('case_id', 'cas_full' || n)) AS m
                WHERE j.case_id = ?""";

        private final String leadId;
        private final Connection superuser;

        Members(String leadId) throws SQLException {
            this.leadId = leadId;
            PgUrl url = SUITE.infrastructure.postgres().superuserUrl().withDatabase("redress");
            this.superuser = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        }

        void add(int members) throws SQLException {
            for (String rows : List.of(CASES, JOINED)) {
                try (PreparedStatement statement = superuser.prepareStatement(rows)) {
                    statement.setInt(1, members);
                    statement.setString(2, leadId);
                    assertThat(statement.executeUpdate()).isEqualTo(members);
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (Statement statement = superuser.createStatement()) {
                statement.execute("DELETE FROM cases.joined_case WHERE case_id LIKE 'cas_full%'");
                statement.execute("DELETE FROM cases.case_file WHERE case_id LIKE 'cas_full%'");
            } finally {
                superuser.close();
            }
        }
    }

    private static Answer complaint() {
        Shop shop = SUITE.shop();
        return RequestSteps.submitted(RequestSteps.assigned(shop, shop.complaint()), "complaint", "PROCEDURE_BREACHED");
    }

    private Answer join(Answer lead, JsonObject body) {
        return JointSteps.command(adjudicator.ifMatch(JointSteps.now(lead)), lead, "members", body);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }
}
