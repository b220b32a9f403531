package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A merchant is heard before a closure: notice or a stated exception, and the facts clarified. */
class HearingIT {

    private static final JsonObject REASONS = new JsonObject().put("zh", "理由成立").put("en", "It is well founded.");

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final ApiClient approver = suite.staff("enf-lead", "enforcement-approver");

    @BeforeEach
    void april() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_stated_exception_leaves_out_the_notice_and_the_merchant_reads_why() {
        Answer held = held();

        Answer approved = approve(held, exception("LEGAL_OBLIGATION", REASONS));

        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().getString("status")).isEqualTo("PROPOSED");
        assertThat(approved.json().containsKey("announcedUntil")).isFalse();
        Answer statement = suite.merchant("m-" + shop).get(path(held) + "/statement-of-reasons");
        assertThat(statement.json().getJsonObject("statement").getString("en"))
                .contains("There is no advance notice, because:", "It is well founded.");
        suite.store(approved.json());
        JsonObject inForce = suite.awaitStatus(approved.json().getString("id"), "IN_FORCE");
        assertThat(inForce.getJsonObject("withoutNotice").getString("kind")).isEqualTo("LEGAL_OBLIGATION");
        assertThat(suite.measures(shop)).containsExactly("SHOP_CLOSURE IN_FORCE");
    }

    @Test
    void an_exception_is_refused_when_unknown_without_reasons_or_where_no_notice_is_due() {
        Answer held = held();

        assertThat(approve(held, exception("HASTE", REASONS)).code()).isEqualTo("unknown-notice-exception");
        assertThat(approve(held, exception("LEGAL_OBLIGATION", null)).code()).isEqualTo("reasons-missing");
        Answer tooLong =
                approve(held, exception("LEGAL_OBLIGATION", REASONS.copy().put("en", "x".repeat(10_001))));
        assertThat(tooLong.code()).isEqualTo("validation-failed");
        assertThat(suite.penalty(held.json().getString("id")).getString("status"))
                .isEqualTo("HELD");
    }

    @Test
    void a_clarification_keeps_the_closure_from_entering_into_force_until_it_is_answered() {
        Answer held = held();
        Answer announced = approve(held, new JsonObject());
        suite.store(announced.json());
        String id = held.json().getString("id");
        suite.awaited(id, "StatementStored");
        suite.clock.set("2018-05-20T09:00:00+08:00");
        assertThat(mayDo(held, suite.merchant("m-" + shop))).containsExactly("clarify");
        assertThat(mayDo(held, suite.staff("enf-2", "enforcement"))).isEmpty();

        Answer filed = suite.merchant("m-" + shop).post(path(held) + "/clarification", said());
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().getString("answerBy")).isEqualTo("2018-05-23T01:00:00Z");
        assertThat(suite.merchant("m-" + shop)
                        .post(path(held) + "/clarification", said())
                        .code())
                .isEqualTo("duplicate");
        assertThat(suite.awaited(id, "ClarificationFiled").getString("approvedBy"))
                .isEqualTo("enf-lead");
        assertThat(mayDo(held, suite.merchant("m-" + shop))).isEmpty();
        assertThat(mayDo(held, suite.staff("enf-2", "enforcement"))).containsExactly("answer");
        assertThat(mayDo(held, suite.staff("adv-1", "advocate"))).isEmpty();
        Answer read = suite.staff("enf-2", "enforcement").get(path(held) + "/clarification");
        assertThat(read.json().getJsonArray("nextActions")).containsExactly("answer");

        suite.clock.set("2018-05-23T09:00:01+08:00");
        suite.awaited(id, "ClarificationEscalated");
        assertThat(suite.penalty(id).getString("status"))
                .as("its notice is over")
                .isEqualTo("ANNOUNCED");
        assertThat(suite.penalty(id).getString("clarification")).isEqualTo("ESCALATED");
        assertThat(ids("ESCALATED")).contains(filed.json().getString("id"));
        assertThat(ids("OPEN")).doesNotContain(filed.json().getString("id"));

        assertThat(answer(held, "enf-1", "enforcement", "UPHELD").code()).isEqualTo("own-cause");
        Answer answered = answer(held, "enf-2", "enforcement", "UPHELD");
        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(answered.json().getString("answeredBy")).isEqualTo("enf-2");
        suite.awaitStatus(id, "IN_FORCE");
        Answer seen = suite.merchant("m-" + shop).get(path(held) + "/clarification");
        assertThat(seen.json().getJsonObject("reasons")).isEqualTo(REASONS);
        assertThat(seen.json().containsKey("answeredBy")).isFalse();
        assertThat(seen.json().getJsonArray("nextActions")).isEmpty();
        assertThat(mayDo(held, suite.staff("enf-2", "enforcement"))).isEmpty();
        assertThat(answer(held, "enf-2", "enforcement", "UPHELD").code()).isEqualTo("illegal-transition");
    }

    @Test
    void a_penalty_is_withdrawn_because_of_what_was_clarified_and_its_facts_are_free() {
        Answer held = held();
        String id = held.json().getString("id");
        assertThat(suite.merchant("m-" + shop)
                        .post(path(held) + "/clarification", said())
                        .status())
                .isEqualTo(201);

        Answer answered = answer(held, "enf-1", "enforcement", "WITHDRAWN");

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(suite.penalty(id).getString("status")).isEqualTo("REVERSED");
        assertThat(suite.awaited(id, "ClarificationAnswered").getString("outcome"))
                .isEqualTo("WITHDRAWN");
        suite.awaited(id, "PenaltyWithdrawn");
        assertThat(held().status()).isEqualTo(201);
    }

    @Test
    void a_clarification_is_refused_late_without_a_notice_due_and_does_not_exist_for_another_merchant() {
        Answer held = held();
        Answer announced = approve(held, new JsonObject());
        String another = suite.newShop();
        assertThat(suite.merchant("m-" + another)
                        .post(path(held) + "/clarification", said())
                        .status())
                .isEqualTo(404);
        assertThat(suite.merchant("m-" + another)
                        .get(path(held) + "/clarification")
                        .status())
                .isEqualTo(404);
        assertThat(answer(held, "enf-2", "enforcement", "UPHELD").status())
                .as("nothing was said")
                .isEqualTo(404);
        Answer cured = suite.enforcement().post("/v1/penalties", proposal(shop, violation("G-03", "l-2")));
        assertThat(suite.merchant("m-" + shop)
                        .post(path(cured) + "/clarification", said())
                        .code())
                .isEqualTo("no-notice-due");
        assertThat(mayDo(cured, suite.merchant("m-" + shop))).containsExactly("proof-of-cure");
        suite.clock.set(announced.json().getString("announcedUntil"));
        assertThat(mayDo(held, suite.merchant("m-" + shop))).isEmpty();

        assertThat(suite.merchant("m-" + shop)
                        .post(path(held) + "/clarification", said())
                        .code())
                .isEqualTo("clarification-period-over");
    }

    private Answer held() {
        Answer held = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-91", "l-1")));
        assertThat(held.json().getString("status")).isEqualTo("HELD");
        return held;
    }

    private Answer approve(Answer held, JsonObject body) {
        return approver.ifMatch(held).post(path(held) + "/approve", body);
    }

    private static JsonObject exception(String kind, JsonObject reasons) {
        JsonObject stated = new JsonObject().put("kind", kind);
        if (reasons != null) {
            stated.put("reasons", reasons);
        }
        return new JsonObject().put("withoutNotice", stated);
    }

    private Answer answer(Answer held, String subject, String role, String outcome) {
        return suite.staff(subject, role)
                .post(
                        path(held) + "/clarification/answers",
                        new JsonObject().put("outcome", outcome).put("reasons", REASONS));
    }

    private List<String> ids(String state) {
        return approver.get("/v1/clarifications?limit=200&state=" + state).json().getJsonArray("items").stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private static List<String> mayDo(Answer penalty, ApiClient caller) {
        return caller.get(path(penalty)).json().getJsonArray("nextActions").stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonObject said() {
        return new JsonObject().put("text", "我们没有制造。").put("attachments", new JsonArray().add("invoice-1"));
    }

    private static String path(Answer penalty) {
        return "/v1/penalties/" + penalty.json().getString("id");
    }
}
