package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A surge: 120 merchants, one question. Heard together, each is decided for himself. */
class JointSurgeIT {

    private static final CaseSuite SUITE = CaseSuite.get();
    private static final int MERCHANTS = 120;
    private static final int A_CALL = 50;

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");
    private final Map<String, Penalty> penalties = new HashMap<>();
    private final Map<String, Answer> cases = new HashMap<>();

    @Test
    void many_cases_of_one_question_are_heard_together_and_each_has_its_own_ruling() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        Answer lead = CaseSteps.claimed(SUITE, SUITE.penalty());
        List<String> ids = submitted();

        joined(lead, ids);
        listed(lead, ids);
        answered(lead, ids);
        String different = left(ids);
        SUITE.command(
                SUITE.merchant(now(lead).getString("merchantId")), JointSteps.now(lead), "withdraw", CaseSuite.NOTHING);

        List<String> together = ids.stream().filter(id -> !id.equals(different)).toList();
        drafted(lead, together);
        ruled(lead, together);
        assertThat(now(cases.get(different)).getString("status")).isEqualTo("IN_DELIBERATION");
    }

    private List<String> submitted() {
        List<String> ids = new ArrayList<>();
        for (Penalty penalty : SUITE.penalties(MERCHANTS)) {
            SUITE.peer.effects(penalty.id(), penalty.pointsTo24());
            Answer submitted = CaseSteps.submitted(SUITE, penalty);
            penalties.put(JointSteps.id(submitted), penalty);
            cases.put(JointSteps.id(submitted), submitted);
            ids.add(JointSteps.id(submitted));
        }
        return ids.stream().sorted().toList();
    }

    private void joined(Answer lead, List<String> ids) {
        ApiClient keyed = adjudicator.ifMatch(lead).with("Idempotency-Key", "join-" + JointSteps.id(lead));
        JsonObject first = JointSteps.joining(ids.subList(0, 100));

        Answer joined = JointSteps.command(keyed, lead, "members", first);
        Answer again = JointSteps.command(keyed, lead, "members", first);
        Answer rest = JointSteps.command(
                adjudicator.ifMatch(joined), lead, "members", JointSteps.joining(ids.subList(100, MERCHANTS)));

        assertThat(JointSteps.results(joined)).hasSize(100).containsValue("IN_DELIBERATION");
        assertThat(Set.copyOf(JointSteps.results(joined).values())).containsExactly("IN_DELIBERATION");
        assertThat(joined.json().getInteger("members")).isEqualTo(100);
        assertThat(again.bytes()).isEqualTo(joined.bytes());
        assertThat(again.header("idempotent-replayed")).contains("true");
        assertThat(Set.copyOf(JointSteps.results(rest).values())).containsExactly("IN_DELIBERATION");
        assertThat(rest.json().getInteger("members")).isEqualTo(MERCHANTS);
    }

    private void listed(Answer lead, List<String> ids) {
        List<JsonObject> members = JointSteps.members(lead, A_CALL);

        assertThat(members).extracting(one -> one.getString("caseId")).containsExactlyElementsOf(ids);
        assertThat(members).allMatch(one -> one.getString("adjudicatorId").equals("adj-1"));
        assertThat(members).noneMatch(one -> one.getBoolean("answered"));
        assertThat(SUITE.published.await(ids.get(0), "CaseJoined").getJsonObject("data"))
                .isEqualTo(new JsonObject()
                        .put("caseId", ids.get(0))
                        .put("merchantId", penalties.get(ids.get(0)).merchantId())
                        .put("advocateId", "adv-1")
                        .put("kind", "PENALTY_APPEAL")
                        .put("leadId", JointSteps.id(lead))
                        .put("question", JointSteps.QUESTION)
                        .put("adjudicatorId", "adj-1"));
        assertThat(SUITE.published.types(ids.get(0)))
                .containsExactly("CaseOpened", "AdvocateAssigned", "BriefFiled", "CaseClaimed", "CaseJoined");
        assertThat(SUITE.published
                        .await(JointSteps.id(lead), "CaseJoined")
                        .getJsonObject("data")
                        .getString("leadId"))
                .isEqualTo(JointSteps.id(lead));
    }

    /** The lead's and 120 more, 100 in a call. */
    private void answered(Answer lead, List<String> ids) {
        ApiClient department = SUITE.staff("enf-2", "enforcement");
        JsonObject answer = new JsonObject().put("text", CaseSuite.REASONS);

        Answer first = JointSteps.command(department, lead, "joint-answers", answer);
        Answer second = JointSteps.command(
                department,
                lead,
                "joint-answers",
                answer.copy().put("after", first.json().getString("next")));

        assertThat(JointSteps.results(first)).hasSize(100).containsKey(JointSteps.id(lead));
        assertThat(JointSteps.results(second)).hasSize(21);
        assertThat(second.json().containsKey("next")).isFalse();
        assertThat(JointSteps.members(lead, 200)).allMatch(one -> one.getBoolean("answered"));
        assertThat(now(cases.get(ids.get(MERCHANTS - 1)))
                        .getJsonObject("answer")
                        .getString("answeredBy"))
                .isEqualTo("enf-2");
    }

    private String left(List<String> ids) {
        String id = ids.get(7);
        ApiClient merchant = SUITE.merchant(penalties.get(id).merchantId());
        Answer seen = merchant.get("/v1/cases/" + id);
        assertThat(seen.json().getJsonArray("nextActions")).contains("leaveCase");

        Answer alone = SUITE.command(
                merchant,
                seen,
                "leave",
                new JsonObject().put("reasons", new JsonObject().put("en", "My case is different.")));

        assertThat(alone.status()).as(alone.text()).isEqualTo(200);
        assertThat(alone.json().getString("status")).isEqualTo("IN_DELIBERATION");
        assertThat(alone.json().containsKey("heardTogether")).isFalse();
        return id;
    }

    /** Three are decided otherwise than the rest. */
    private static String outcome(int index) {
        return switch (index) {
            case 0 -> "OVERTURN";
            case 1 -> "UPHOLD";
            case 2 -> "OVERTURN";
            default -> "PARTIAL";
        };
    }

    private void drafted(Answer lead, List<String> ids) {
        for (int i = 0; i < 3; i++) {
            SUITE.peer.effects(penalties.get(ids.get(i)).id());
        }
        for (int from = 0; from < ids.size(); from += A_CALL) {
            List<JsonObject> members = new ArrayList<>();
            for (int i = from; i < Math.min(from + A_CALL, ids.size()); i++) {
                JsonObject part = part(ids.get(i), i).put("outcome", outcome(i));
                members.add(outcome(i).equals("PARTIAL") ? part.put("points", 24) : part);
            }
            Answer drafted = JointSteps.command(adjudicator, lead, "joint-draft-rulings", JointSteps.together(members));
            assertThat(Set.copyOf(JointSteps.results(drafted).values())).containsExactly("REPLY_WINDOW");
        }
        assertThat(JointSteps.members(lead, 200))
                .extracting(one -> one.getString("draftId"))
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        JsonObject merchants = SUITE.merchant(penalties.get(ids.get(4)).merchantId())
                .get("/v1/cases/" + ids.get(4))
                .json();
        assertThat(merchants
                        .getJsonObject("draft")
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getJsonObject("reasons")
                        .getString("en"))
                .isEqualTo("Stacking coupons is no sham sale.\n\nIn this case: reason number 4");
    }

    private void ruled(Answer lead, List<String> ids) {
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Map<String, String> results = new HashMap<>();
        for (int from = 0; from < ids.size(); from += A_CALL) {
            List<JsonObject> members = new ArrayList<>();
            for (int i = from; i < Math.min(from + A_CALL, ids.size()); i++) {
                members.add(part(ids.get(i), i)
                        .put(
                                "draftId",
                                now(cases.get(ids.get(i)))
                                        .getJsonObject("draft")
                                        .getString("id")));
            }
            results.putAll(JointSteps.results(
                    JointSteps.command(adjudicator, lead, "joint-rulings", JointSteps.together(members))));
        }
        for (int i = 0; i < ids.size(); i++) {
            boolean effects = outcome(i).equals("PARTIAL");
            assertThat(results.get(ids.get(i))).isEqualTo(effects ? "EXECUTING" : "CLOSED");
        }
        JsonObject ruling = SUITE.published.await(ids.get(9), "RulingIssued").getJsonObject("data");
        assertThat(ruling.getJsonArray("effects").getJsonObject(0).getString("effectId"))
                .isEqualTo("eff_p" + penalties.get(ids.get(9)).id());
        assertThat(now(lead).getString("status")).isEqualTo("WITHDRAWN");
    }

    private JsonObject part(String id, int index) {
        return JointSteps.part(cases.get(id), penalties.get(id), outcome(index), "reason number " + index);
    }

    private static JsonObject now(Answer seen) {
        return JointSteps.now(seen).json();
    }
}
