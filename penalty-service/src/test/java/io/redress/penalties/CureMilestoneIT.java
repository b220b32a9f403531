package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static io.redress.penalties.ProgrammesIT.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A milestone that a partner verified is a proof of cure which nobody has to answer. */
class CureMilestoneIT {

    private static final String ACHIEVED = "2018-04-21T02:00:00Z";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final Academy academy = new Academy(suite);
    private String programme;

    @BeforeEach
    void the_shop_takes_part() {
        suite.clock.set(PenaltySuite.START);
        programme = academy.offer(
                academy.programme(Academy.milestone("audit", "PROOF_OF_CURE").put("once", false)));
        academy.enrol(programme, shop);
    }

    @Test
    void it_ends_the_penalty_it_names_without_an_answer_and_the_same_report_again_changes_nothing() {
        String id = announced(shop, "l-1");
        suite.clock.set(ACHIEVED);

        Answer verified = report(id, "ref-1");
        Answer again = report(id, "ref-1");

        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        assertThat(verified.json().getInteger("credited")).isZero();
        assertThat(again.json().getString("id")).isEqualTo(verified.json().getString("id"));
        assertThat(suite.penalty(id).getString("status")).isEqualTo("REPLACED");
        JsonObject proof = suite.merchant("m-" + shop)
                .get("/v1/penalties/" + id + "/proof-of-cure")
                .json();
        assertThat(proof.getString("state")).isEqualTo("ACCEPTED");
        assertThat(proof.getString("verificationId")).isEqualTo(verified.json().getString("id"));
        assertThat(suite.awaited(id, "ProofOfCureAnswered").getString("answeredBy"))
                .isEqualTo("academy");
        suite.awaited(id, "PenaltyCured");
    }

    @Test
    void it_answers_the_proof_that_the_merchant_has_filed() {
        String id = announced(shop, "l-1");
        Answer filed = suite.merchant("m-" + shop)
                .post("/v1/penalties/" + id + "/proof-of-cure", new JsonObject().put("text", "已更正类目。"));
        suite.clock.set(ACHIEVED);

        assertThat(report(id, "ref-1").status()).isEqualTo(201);

        JsonObject proof = suite.get("/v1/penalties/" + id + "/proof-of-cure");
        assertThat(proof.getString("id")).isEqualTo(filed.json().getString("id"));
        assertThat(proof.getString("state")).isEqualTo("ACCEPTED");
    }

    @Test
    void a_matter_that_is_unknown_anothers_not_curable_or_too_late_is_refused_and_stays_unverified() {
        String others = suite.newShop();
        String foreign = announced(others, "l-1");
        String serious = suite.enforcement()
                .post("/v1/penalties", proposal(shop, violation("C-02", "l-2")))
                .json()
                .getString("id");
        String late = announced(shop, "l-3");
        suite.clock.set(ACHIEVED);

        assertThat(code(report("pen_nobody_knows", "r-1"))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report(foreign, "r-2"))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report(serious, "r-3"))).isEqualTo("422 not-curable");
        suite.clock.set("2018-04-23T10:00:00+08:00");
        suite.awaitStatus(late, "IN_FORCE");
        assertThat(code(report(late, "r-4"))).isEqualTo("422 cure-period-over");
        assertThat(suite.penalty(foreign).getString("status")).isNotEqualTo("REPLACED");
    }

    private String announced(String shopName, String listing) {
        Answer proposed = suite.enforcement().post("/v1/penalties", proposal(shopName, violation("G-03", listing)));
        assertThat(proposed.json().getString("status")).as(proposed.text()).isEqualTo("ANNOUNCED");
        suite.store(proposed.json());
        suite.awaited(proposed.json().getString("id"), "StatementStored");
        return proposed.json().getString("id");
    }

    private Answer report(String penaltyId, String reference) {
        return academy.send(academy.claim(programme, "audit", shop, Optional.of(penaltyId), ACHIEVED, reference));
    }
}
