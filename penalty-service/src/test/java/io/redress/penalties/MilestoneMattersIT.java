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

/** What milestones of conditional rulings and undertakings may be about: a case of the merchant, a penalty of the shop. */
class MilestoneMattersIT {

    private static final String NOW_UTC = "2018-04-20T02:00:00Z";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private final String other = suite.newShop();
    private final Academy academy = new Academy(suite);
    private String programme;

    @BeforeEach
    void enrolled() {
        suite.clock.set(PenaltySuite.START);
        programme = academy.offer(academy.programme(
                Academy.earning("course", 2),
                Academy.milestone("ruling", "CONDITIONAL_RULING"),
                Academy.milestone("promise", "UNDERTAKING")));
        academy.enrol(programme, shop);
    }

    @Test
    void a_milestone_of_a_conditional_ruling_is_about_a_case_of_the_merchant_and_is_told_with_it() {
        JsonObject own = appealed(shop, "l-1");
        JsonObject foreign = appealed(other, "l-2");

        assertThat(code(report("ruling", Optional.empty(), "r-1"))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report("ruling", Optional.of("cas_none"), "r-2"))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report("ruling", Optional.of(caseOf(foreign)), "r-3")))
                .isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report("ruling", Optional.of(own.getString("id")), "r-4")))
                .as("a penalty is no case")
                .isEqualTo("422 milestone-matter-mismatch");

        Answer verified = report("ruling", Optional.of(caseOf(own)), "r-5");

        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        assertThat(verified.json().getInteger("credited")).isZero();
        JsonObject told = suite.awaited(verified.json().getString("enrolmentId"), "MilestoneVerified");
        assertThat(told.getString("purpose")).isEqualTo("CONDITIONAL_RULING");
        assertThat(told.getString("matterId")).isEqualTo(caseOf(own));
        assertThat(told.getString("merchantId")).isEqualTo("m-" + shop);
    }

    @Test
    void a_milestone_of_an_undertaking_is_about_a_penalty_of_the_shop_and_is_told_with_it() {
        String own = penalty(shop, "l-1").getString("id");
        String foreign = penalty(other, "l-2").getString("id");

        assertThat(code(report("promise", Optional.of("pen_none"), "r-1"))).isEqualTo("422 milestone-matter-mismatch");
        assertThat(code(report("promise", Optional.of(foreign), "r-2"))).isEqualTo("422 milestone-matter-mismatch");

        Answer verified = report("promise", Optional.of(own), "r-3");

        assertThat(verified.status()).as(verified.text()).isEqualTo(201);
        JsonObject told = suite.awaited(verified.json().getString("enrolmentId"), "MilestoneVerified");
        assertThat(told.getString("purpose")).isEqualTo("UNDERTAKING");
        assertThat(told.getString("matterId")).isEqualTo(own);
    }

    @Test
    void a_milestone_that_earns_back_is_about_nothing() {
        String own = penalty(shop, "l-1").getString("id");

        assertThat(code(report("course", Optional.of(own), "r-1"))).isEqualTo("422 milestone-matter-mismatch");
    }

    private Answer report(String milestone, Optional<String> matter, String reference) {
        return academy.send(academy.claim(programme, milestone, shop, matter, NOW_UTC, reference));
    }

    private JsonObject penalty(String of, String listing) {
        return suite.inForce(suite.enforcement().post("/v1/penalties", proposal(of, violation("C-01", listing))));
    }

    /** A penalty of which case-service says that there is a case. */
    private JsonObject appealed(String of, String listing) {
        JsonObject penalty = penalty(of, listing);
        suite.cases.publish(
                caseOf(penalty),
                caseOf(penalty),
                "CaseOpened",
                suite.clock.now().toString(),
                new JsonObject()
                        .put("caseId", caseOf(penalty))
                        .put("kind", "PENALTY_APPEAL")
                        .put("merchantId", "m-" + of)
                        .put("shopId", "s-" + of)
                        .put("penaltyId", penalty.getString("id"))
                        .put("openedBy", "adv-1")
                        .put("ownMotion", true)
                        .put("language", "zh"));
        suite.awaited(penalty.getString("id"), "PenaltyAppealOpened");
        return penalty;
    }

    private static String caseOf(JsonObject penalty) {
        return "cas_" + penalty.getString("id").substring(4);
    }
}
