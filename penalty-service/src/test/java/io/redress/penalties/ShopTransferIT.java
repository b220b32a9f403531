package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A shop that a ruling gives another owner moves with its history and its points; no other way gives it away. */
class ShopTransferIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final AtomicInteger RUN = new AtomicInteger();

    private final String run = "t" + RUN.incrementAndGet();
    private final String shop = SUITE.newShop();
    private final String heir = "heir-" + run;
    private final ApiClient former = SUITE.merchant("m-" + shop);
    private final ApiClient owner = SUITE.merchant(heir);
    private JsonObject penalty;

    @BeforeEach
    void a_shop_with_points() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        penalty = SUITE.inForce(SUITE.enforcement()
                .post("/v1/penalties", PenaltySuite.proposal(shop, PenaltySuite.violation("G-05", "l-" + shop))));
    }

    @Test
    void its_points_and_penalties_are_its_new_owners_once_the_marketplace_has_confirmed() {
        registered();
        ordered();
        assertThat(owner.get("/v1/shops/s-" + shop + "/standing").status()).isEqualTo(404);
        String before = former.get("/v1/shops/s-" + shop + "/standing").text();

        confirmed("FAILED");
        confirmed("APPLIED");
        awaitMoved();

        assertThat(owner.get("/v1/shops/s-" + shop + "/standing").text()).isEqualTo(before);
        assertThat(former.get("/v1/shops/s-" + shop + "/standing").status()).isEqualTo(404);
        String path = "/v1/penalties/" + penalty.getString("id");
        assertThat(owner.get(path).status()).isEqualTo(200);
        assertThat(former.get(path).status()).isEqualTo(404);
        assertThat(owner.get("/v1/penalties").json().getJsonArray("items")).hasSize(1);
        assertThat(former.get("/v1/penalties").json().getJsonArray("items")).isEmpty();
        Answer again = SUITE.machine().put("/v1/shops/s-" + shop, asShopOf(heir));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(SUITE.machine()
                        .put("/v1/shops/s-" + shop, asShopOf("m-" + shop))
                        .code())
                .isEqualTo("duplicate");
    }

    @Test
    void an_owner_who_is_registered_later_has_it_when_the_marketplace_says_so() {
        ordered();
        confirmed("APPLIED");
        Awaitility.await("the confirmation is known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.holds("shop_transfer", "eff_" + run));
        registered();

        Awaitility.await("the shop may be registered as the new owner's")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.machine()
                                .put("/v1/shops/s-" + shop, asShopOf(heir))
                                .status()
                        == 200);

        assertThat(owner.get("/v1/shops/s-" + shop + "/standing").status()).isEqualTo(200);
    }

    @Test
    void without_a_ruling_no_shop_changes_its_owner() {
        registered();

        Answer taken = SUITE.machine().put("/v1/shops/s-" + shop, asShopOf(heir));

        assertThat(taken.status()).as(taken.text()).isEqualTo(409);
        assertThat(taken.code()).isEqualTo("duplicate");
        assertThat(former.get("/v1/shops/s-" + shop + "/standing").status()).isEqualTo(200);
    }

    @Test
    void what_the_former_owner_disclosed_to_be_heard_is_not_held_against_the_new_one() {
        registered();
        String file = "evd_" + run;
        String caseId = "cas_" + run;
        SUITE.cases.publish(
                caseId,
                caseId,
                "BriefFiled",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("caseId", caseId)
                        .put("merchantId", "m-" + shop)
                        .put("kind", "SHOP_TRANSFER")
                        .put(
                                "files",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("evidenceId", file)
                                                .put("sha256", "%064x".formatted(0xaced00L + RUN.get())))));
        ordered();
        confirmed("APPLIED");
        awaitMoved();
        JsonObject violation = PenaltySuite.violation("G-03", "l2-" + shop);
        violation.getJsonObject("facts").getJsonArray("listings").add(file);

        Answer refused = SUITE.enforcement().post("/v1/penalties", PenaltySuite.proposal(shop, violation));

        assertThat(refused.code()).as(refused.text()).isEqualTo("protected-disclosure");
    }

    private void registered() {
        Answer answer = SUITE.machine()
                .put(
                        "/v1/merchants/" + heir,
                        new JsonObject().put("name", "Heir " + run).put("language", "zh"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static JsonObject asShopOf(String merchantId) {
        return new JsonObject().put("merchantId", merchantId).put("openedAt", "2016-01-01T00:00:00+08:00");
    }

    private void ordered() {
        publish(
                "ShopTransferOrdered",
                new JsonObject()
                        .put("rulingId", "rul_" + run)
                        .put("effectId", "eff_" + run)
                        .put("shopId", "s-" + shop)
                        .put("ownerId", heir));
    }

    private void confirmed(String result) {
        publish(
                "EffectConfirmed",
                new JsonObject().put("effectId", "eff_" + run).put("result", result));
    }

    private void publish(String type, JsonObject data) {
        String caseId = "cas_" + run;
        SUITE.cases.publish(
                caseId,
                caseId,
                type,
                SUITE.clock.now().toString(),
                data.put("caseId", caseId).put("merchantId", "m-" + shop));
    }

    private void awaitMoved() {
        Awaitility.await("the shop has moved")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> owner.get("/v1/shops/s-" + shop + "/standing").status() == 200);
    }
}
