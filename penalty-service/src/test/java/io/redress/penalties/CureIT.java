package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A breach that can be cured, over HTTP and on Postgres: G-03 carries one point and can be cured for three days. */
class CureIT {

    private static final JsonObject REASONS =
            new JsonObject().put("zh", "类目已更正").put("en", "It is well sorted now.");

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final ApiClient merchant = suite.merchant("m-" + shop);

    @BeforeEach
    void april() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void a_proof_that_is_accepted_puts_education_in_place_of_the_penalty() {
        String id = announced("l-1");
        JsonObject seen = merchant.get(path(id)).json();
        assertThat(seen.getJsonObject("cure")).isEqualTo(new JsonObject().put("until", "2018-04-23T02:00:00Z"));
        assertThat(seen.getJsonArray("nextActions")).containsExactly("proof-of-cure");
        assertThat(merchant.get(path(id) + "/proof-of-cure").status()).isEqualTo(404);

        Answer filed = merchant.post(path(id) + "/proof-of-cure", shown());
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().getString("answerBy")).isEqualTo("2018-04-23T02:00:00Z");
        assertThat(merchant.post(path(id) + "/proof-of-cure", shown()).code()).isEqualTo("duplicate");
        assertThat(suite.awaited(id, "ProofOfCureFiled").getString("proposedBy"))
                .isEqualTo("enf-1");
        assertThat(suite.penalty(id).getJsonObject("cure").getString("proof")).isEqualTo("OPEN");
        assertThat(suite.enforcement().get(path(id)).json().getJsonArray("nextActions"))
                .containsExactly("proof-of-cure/answers");

        Answer answered = answer(id, "enf-1", "ACCEPTED", REASONS);

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(answered.json().getString("answeredBy")).isEqualTo("enf-1");
        JsonObject cured = merchant.get(path(id)).json();
        assertThat(cured.getString("status")).isEqualTo("REPLACED");
        assertThat(cured.getInteger("points")).isZero();
        assertThat(cured.getJsonObject("cure").getString("proof")).isEqualTo("ACCEPTED");
        assertThat(suite.awaited(id, "ProofOfCureAnswered").getString("outcome"))
                .isEqualTo("ACCEPTED");
        suite.awaited(id, "PenaltyCured");
        assertThat(suite.points(shop, "GENERAL")).isZero();
        Answer told = merchant.get(path(id) + "/proof-of-cure");
        assertThat(told.json().getJsonObject("reasons")).isEqualTo(REASONS);
        assertThat(told.json().containsKey("answeredBy")).isFalse();
        assertThat(merchant.get(path(id) + "/statement-of-reasons").status()).isEqualTo(200);
        assertThat(answer(id, "enf-2", "ACCEPTED", REASONS).code()).isEqualTo("illegal-transition");
        assertThat(merchant.post(path(id) + "/proof-of-cure", shown()).code()).isEqualTo("cure-period-over");
    }

    @Test
    void what_was_cured_is_not_punished_again_and_the_next_breach_has_no_window_unless_it_was_not_intended() {
        String id = announced("l-1");
        merchant.post(path(id) + "/proof-of-cure", shown());
        answer(id, "enf-1", "ACCEPTED", REASONS);

        Answer again = suite.enforcement().post("/v1/penalties", proposal(shop, violation("G-03", "l-1")));
        assertThat(again.code()).isEqualTo("fact-already-punished");
        assertThat(again.json().getString("penaltyId")).isEqualTo(id);
        assertThat(lapsed(id)).containsOnly(false);

        Answer repeat = suite.enforcement().post("/v1/penalties", proposal(shop, violation("G-03", "l-2")));
        assertThat(repeat.json().getString("status")).isEqualTo("PROPOSED");
        assertThat(repeat.json().getJsonObject("cure")).isEqualTo(new JsonObject().put("repeats", id));
        Answer refused = merchant.post(path(repeat.json().getString("id")) + "/proof-of-cure", shown());
        assertThat(refused.status() + " " + refused.code()).isEqualTo("422 not-curable");
        assertThat(refused.json().getString("penaltyId")).isEqualTo(id);

        JsonObject why = new JsonObject().put("zh", "系统自动归类").put("en", "The system sorted it.");
        Answer unintended = suite.enforcement()
                .post("/v1/penalties", proposal(shop, violation("G-03", "l-3").put("unintentional", why)));
        assertThat(unintended.json().getString("status")).isEqualTo("ANNOUNCED");
        JsonObject charged = merchant.get(path(unintended.json().getString("id")))
                .json()
                .getJsonArray("violations")
                .getJsonObject(0);
        assertThat(charged.getJsonObject("unintentional")).isEqualTo(why);
    }

    @Test
    void a_proof_in_time_keeps_the_penalty_waiting_and_goes_to_the_approvers_when_nobody_answers() {
        String id = announced("l-1");
        suite.clock.set("2018-04-23T09:59:59+08:00");
        String proof =
                merchant.post(path(id) + "/proof-of-cure", shown()).json().getString("id");
        assertThat(ids("OPEN")).contains(proof);

        suite.clock.set("2018-04-26T10:00:00+08:00");
        suite.awaited(id, "ProofOfCureEscalated");

        assertThat(suite.penalty(id).getString("status"))
                .as("its window is over")
                .isEqualTo("ANNOUNCED");
        assertThat(ids("ESCALATED")).contains(proof);
        assertThat(ids("OPEN")).doesNotContain(proof);
        assertThat(answer(id, "enf-1", "REFUSED", REASONS).code()).isEqualTo("own-cause");
        Answer refused = suite.staff("enf-lead", "enforcement-approver")
                .post(path(id) + "/proof-of-cure/answers", answerOf("REFUSED", REASONS));
        assertThat(refused.json().getString("state")).isEqualTo("REFUSED");
        suite.awaitStatus(id, "IN_FORCE");
        assertThat(suite.points(shop, "GENERAL")).isEqualTo(1);
        assertThat(ids("REFUSED")).contains(proof);
    }

    @Test
    void a_second_proof_after_a_refused_one_is_answered_within_a_clock_of_its_own() {
        String id = announced("l-1");
        merchant.post(path(id) + "/proof-of-cure", shown());
        assertThat(answer(id, "enf-2", "REFUSED", REASONS).status()).isEqualTo(201);
        assertThat(suite.penalty(id).getString("status")).isEqualTo("ANNOUNCED");
        suite.clock.set("2018-04-22T10:00:00+08:00");

        Answer second = merchant.post(path(id) + "/proof-of-cure", shown());
        assertThat(second.status()).as(second.text()).isEqualTo(201);

        suite.clock.set("2018-04-25T10:00:00+08:00");
        assertThat(suite.awaited(id, "ProofOfCureEscalated").getString("proofId"))
                .isEqualTo(second.json().getString("id"));
    }

    @Test
    void a_window_without_a_proof_lapses_into_force_and_a_proof_is_late_then() {
        String id = announced("l-1");
        suite.clock.set("2018-04-23T10:00:00+08:00");

        suite.awaitStatus(id, "IN_FORCE");

        assertThat(suite.points(shop, "GENERAL")).isEqualTo(1);
        Answer late = merchant.post(path(id) + "/proof-of-cure", shown());
        assertThat(late.status() + " " + late.code()).isEqualTo("422 cure-period-over");
        assertThat(late.json().getString("currentStatus")).isEqualTo("IN_FORCE");
    }

    @Test
    void to_another_merchant_there_is_nothing_to_prove_and_only_enforcement_answers() {
        String id = announced("l-1");
        ApiClient other = suite.merchant("m-" + suite.newShop());

        assertThat(other.post(path(id) + "/proof-of-cure", shown()).status()).isEqualTo(404);
        assertThat(answer(id, "enf-2", "ACCEPTED", REASONS).status())
                .as("nothing was filed")
                .isEqualTo(404);
        merchant.post(path(id) + "/proof-of-cure", shown());
        assertThat(other.get(path(id) + "/proof-of-cure").status()).isEqualTo(404);
        assertThat(merchant.post(path(id) + "/proof-of-cure/answers", answerOf("ACCEPTED", REASONS))
                        .status())
                .isEqualTo(403);
        assertThat(merchant.get("/v1/proofs-of-cure").status()).isEqualTo(403);
    }

    @Test
    void a_sealed_term_in_the_reasons_or_in_why_it_was_not_intended_is_refused() {
        JsonObject term = new JsonObject().put("en", "shelf-crawler").put("zh", "货架爬虫");
        suite.staff("ops-1", "operator")
                .put("/v1/sealed-terms", new JsonObject().put("terms", new JsonArray().add(term)));
        String id = announced("l-1");
        merchant.post(path(id) + "/proof-of-cure", new JsonObject().put("text", "A shelf-crawler? Our own words."));
        JsonObject sealed = new JsonObject().put("zh", "货架爬虫未发现").put("en", "Nothing was found.");

        Answer answered = answer(id, "enf-2", "REFUSED", sealed);
        Answer proposed = suite.enforcement()
                .post("/v1/penalties", proposal(shop, violation("G-03", "l-2").put("unintentional", sealed)));

        assertThat(answered.code()).isEqualTo("sealed-term-in-text");
        assertThat(pointer(answered)).isEqualTo("/reasons/zh");
        assertThat(proposed.code()).isEqualTo("sealed-term-in-text");
        assertThat(pointer(proposed)).isEqualTo("/violations/0/unintentional/zh");
        assertThat(suite.penalty(id).getJsonObject("cure").getString("proof")).isEqualTo("OPEN");
    }

    private static String pointer(Answer refused) {
        return refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer");
    }

    private String announced(String listing) {
        Answer proposed = suite.enforcement().post("/v1/penalties", proposal(shop, violation("G-03", listing)));
        assertThat(proposed.json().getString("status")).as(proposed.text()).isEqualTo("ANNOUNCED");
        String id = proposed.json().getString("id");
        suite.store(proposed.json());
        suite.awaited(id, "StatementStored");
        return id;
    }

    private Answer answer(String id, String subject, String outcome, JsonObject reasons) {
        return suite.staff(subject, "enforcement")
                .post(path(id) + "/proof-of-cure/answers", answerOf(outcome, reasons));
    }

    private static JsonObject answerOf(String outcome, JsonObject reasons) {
        return new JsonObject().put("outcome", outcome).put("reasons", reasons);
    }

    private static JsonObject shown() {
        return new JsonObject().put("text", "已更正类目。").put("attachments", new JsonArray().add("shot-1"));
    }

    private List<String> ids(String state) {
        return suite
                .staff("enf-lead", "enforcement-approver")
                .get("/v1/proofs-of-cure?limit=200&state=" + state)
                .json()
                .getJsonArray("items")
                .stream()
                .map(item -> ((JsonObject) item).getString("id"))
                .toList();
    }

    private List<Boolean> lapsed(String penaltyId) {
        return suite
                .database
                .read(tx -> tx.query("SELECT lapsed FROM punished_object WHERE penalty_id = $1", Tuple.of(penaltyId)))
                .await()
                .stream()
                .map(row -> row.getBoolean(0))
                .toList();
    }

    private static String path(String penaltyId) {
        return "/v1/penalties/" + penaltyId;
    }
}
