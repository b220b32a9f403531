package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

/** Education in place of a penalty is a decision about the merchant, which it may appeal. */
class CuredPenaltyIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    @Test
    void a_penalty_that_was_made_good_can_still_be_appealed() {
        Penalty penalty = SUITE.penalty();
        SUITE.penalties.publish(
                penalty.shopId(),
                penalty.id(),
                "PenaltyCured",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("penaltyId", penalty.id())
                        .put("merchantId", penalty.merchantId())
                        .put("shopId", penalty.shopId()));
        SUITE.statement(penalty);
        SUITE.read(penalty);

        Answer opened = SUITE.open(SUITE.merchant(penalty.merchantId()), penalty);

        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
    }
}
