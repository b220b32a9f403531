package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The dry run of a draft over what is in the database. */
class RulebookImpactIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final ApiClient OWNER = SUITE.staff("gov-vp", "rule-owner");

    private final String shop = SUITE.newShop();

    @BeforeEach
    void april() {
        SUITE.clock.set(PenaltySuite.START);
    }

    @Test
    void a_milder_tariff_lifts_a_shop_over_a_threshold_and_writes_nothing() {
        SUITE.inForce(SUITE.enforcement().post("/v1/penalties", proposal(shop, violation("G-05", "l-1"))));
        assertThat(SUITE.points(shop, "GENERAL")).isEqualTo(12);
        String draft = draft(rules ->
                rules.getJsonArray("clauses").getJsonObject(4).put("tariff", new JsonObject().put("fixed", 6)));

        Answer previewed = preview(draft, 30);

        assertThat(previewed.status()).as(previewed.text()).isEqualTo(200);
        assertThat(changes(previewed))
                .containsExactly(new JsonObject()
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("bucket", "GENERAL")
                        .put("pointsBefore", 12)
                        .put("pointsAfter", 6)
                        .put("thresholdBefore", 12)
                        .put("measuresChange", true));
        assertThat(SUITE.points(shop, "GENERAL")).isEqualTo(12);
        assertThat(OWNER.get(draft).etag()).isEqualTo("\"1\"");
    }

    @Test
    void what_a_shop_earned_back_is_taken_off_both_sides() {
        SUITE.inForce(SUITE.enforcement().post("/v1/penalties", proposal(shop, violation("G-05", "l-1"))));
        Academy academy = new Academy(SUITE);
        String programme = academy.offer(academy.programme(Academy.earning("course", 2)));
        academy.enrol(programme, shop);
        academy.verify(programme, "course", shop);
        String draft = draft(rules ->
                rules.getJsonArray("clauses").getJsonObject(4).put("tariff", new JsonObject().put("fixed", 6)));

        assertThat(changes(preview(draft, 30)))
                .containsExactly(new JsonObject()
                        .put("merchantId", "m-" + shop)
                        .put("shopId", "s-" + shop)
                        .put("bucket", "GENERAL")
                        .put("pointsBefore", 10)
                        .put("pointsAfter", 4)
                        .put("measuresChange", false));
    }

    @Test
    void what_was_proposed_before_the_period_is_not_judged_again() {
        SUITE.inForce(SUITE.enforcement().post("/v1/penalties", proposal(shop, violation("G-05", "l-1"))));
        SUITE.clock.set("2018-04-29T10:00:00+08:00");
        String draft = draft(rules ->
                rules.getJsonArray("clauses").getJsonObject(4).put("tariff", new JsonObject().put("fixed", 6)));

        assertThat(changes(preview(draft, 8))).isEmpty();
        assertThat(changes(preview(draft, 10))).hasSize(1);
    }

    @Test
    void rules_that_contradict_themselves_have_no_impact_to_show_and_merchants_do_not_ask() {
        String draft = draft(rules -> rules.put("zone", "Nowhere"));

        assertThat(preview(draft, 30).code()).isEqualTo("rulebook-invalid");
        assertThat(SUITE.merchant("m-" + shop)
                        .post(draft + "/impact-preview", new JsonObject().put("days", 30))
                        .status())
                .isEqualTo(403);
        assertThat(OWNER.post(draft + "/impact-preview", new JsonObject().put("days", 366))
                        .status())
                .isEqualTo(400);
    }

    private static String draft(Consumer<JsonObject> change) {
        JsonObject rules = SampleRulebooks.json(12).put("version", 999);
        change.accept(rules);
        Answer opened = OWNER.post("/v1/rulebook-drafts", rules);
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.header("location").orElseThrow();
    }

    /** From the merchant of this test on, so that what others left behind does not fill the list. */
    private Answer preview(String draft, int days) {
        String before = "m-" + shop.substring(0, shop.length() - 1);
        return OWNER.post(
                draft + "/impact-preview", new JsonObject().put("days", days).put("after", before));
    }

    private List<JsonObject> changes(Answer previewed) {
        return previewed.json().getJsonArray("changes").stream()
                .map(JsonObject.class::cast)
                .filter(change -> change.getString("shopId").equals("s-" + shop))
                .toList();
    }
}
