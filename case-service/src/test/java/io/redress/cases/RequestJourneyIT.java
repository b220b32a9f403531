package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole cases of every kind that is no appeal, through HTTP and the broker. */
class RequestJourneyIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient advocate = SUITE.staff("adv-1", "advocate");
    private final ApiClient marketplace = SUITE.staff("marketplace", "machine");

    @BeforeEach
    void beginInApril() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_loss_is_compensated_whole_and_the_case_closes_when_the_money_is_booked() {
        Shop shop = SUITE.shop();
        Answer assigned = RequestSteps.assigned(shop, shop.loss());
        assertThat(assigned.json().getString("kind")).isEqualTo("COMPENSATION");
        assertThat(assigned.json().getString("merchantId")).isEqualTo(shop.merchantId());
        assertThat(assigned.json().getString("respondentDepartment")).isEqualTo("technology");
        assertThat(assigned.json().getString("openedAs")).isEqualTo("OWNER");
        assertThat(assigned.json().getInteger("policyVersion")).isPositive();
        assertThat(assigned.json().containsKey("penaltyId")).isFalse();
        assertThat(assigned.json().containsKey("window")).isFalse();
        JsonObject loss = assigned.json().getJsonObject("loss");
        assertThat(loss.getJsonObject("amount")).isEqualTo(Shop.money("450000"));
        assertThat(loss.getString("lostAt")).isEqualTo("2018-04-01T04:00:00Z");
        assertThat(loss.getJsonArray("liableDepartments"))
                .isEqualTo(new JsonArray().add("technology").add("campaigns"));

        ApiClient secondLiable = SUITE.staff("campaigns-1", "respondent");
        Answer answered = RequestSteps.heard(assigned, "loss", "PLATFORM_FAULT", secondLiable);
        Answer drafted = RequestSteps.draft(answered, RequestSteps.decision("GRANT", "loss", "e-77"));
        assertThat(drafted.json().getJsonObject("draft").getJsonObject("moneyBack"))
                .as(drafted.text())
                .isEqualTo(Shop.money("450000"));
        Answer ruled = RequestSteps.ruled(drafted);
        assertThat(ruled.json().getString("status")).isEqualTo("EXECUTING");
        JsonObject line = ruled.json().getJsonArray("effects").getJsonObject(0);
        assertThat(line.getString("owner")).isEqualTo("refunds");
        assertThat(line.getString("kind")).isEqualTo("CLAIM");
        assertThat(line.getJsonObject("target").getString("amountMinor")).isEqualTo("450000");
        String id = ruled.json().getString("id");
        JsonObject issued = SUITE.published.await(id, "RulingIssued").getJsonObject("data");
        assertThat(issued.getString("kind")).isEqualTo("COMPENSATION");
        assertThat(issued.containsKey("penaltyId")).isFalse();

        RequestSteps.booked(ruled);
        SUITE.published.await(id, "CaseClosed");

        assertThat(advocate.get("/v1/cases/" + id).json().getString("status")).isEqualTo("CLOSED");
        assertEventsKeepTheirContract(id);
    }

    @Test
    void a_fee_is_relieved_in_part_on_an_advocates_own_motion() {
        Shop shop = SUITE.shop();
        Answer opened = RequestSteps.ok(SUITE.request(advocate, shop.fee()));
        assertThat(opened.json().getString("status")).isEqualTo("IN_ADVOCACY");
        assertThat(opened.json().getString("openedAs")).isEqualTo("ADVOCATE");
        assertThat(opened.json().getString("merchantId")).isEqualTo(shop.merchantId());
        assertThat(opened.json().getString("respondentDepartment")).isEqualTo("campaigns");

        Answer answered =
                RequestSteps.heard(opened, "fee", "MANIFEST_UNFAIRNESS", SUITE.staff("campaigns-1", "respondent"));
        JsonObject part = RequestSteps.decision("PARTLY_GRANT", "fee", "c-618").put("moneyBack", Shop.money("6200000"));
        Answer ruled = RequestSteps.ruled(RequestSteps.draft(answered, part));
        assertThat(ruled.json()
                        .getJsonArray("effects")
                        .getJsonObject(0)
                        .getJsonObject("target")
                        .getString("amountMinor"))
                .isEqualTo("6200000");

        RequestSteps.booked(ruled);
        SUITE.published.await(ruled.json().getString("id"), "CaseClosed");
        assertEventsKeepTheirContract(ruled.json().getString("id"));
    }

    @Test
    void a_fee_that_is_not_relieved_closes_without_effects_and_says_why() {
        Shop shop = SUITE.shop();
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.fee()),
                "fee",
                "MANIFEST_UNFAIRNESS",
                SUITE.staff("campaigns-1", "respondent"));

        Answer ruled =
                RequestSteps.ruled(RequestSteps.draft(answered, RequestSteps.decision("DENY", "fee", "chargedAt")));

        assertThat(ruled.json().getString("status")).isEqualTo("CLOSED");
        assertThat(ruled.json().getJsonArray("effects")).isEmpty();
        assertThat(ruled.json()
                        .getJsonObject("ruling")
                        .getJsonArray("violations")
                        .getJsonObject(0)
                        .getJsonObject("reasons"))
                .isEqualTo(CaseSuite.REASONS);
    }

    @Test
    void a_shop_is_transferred_by_the_marketplace_which_confirms_it() {
        Shop shop = SUITE.shop();
        Answer assigned = RequestSteps.assigned(shop, shop.transfer());
        assertThat(assigned.json().getString("respondentDepartment")).isEqualTo("governance");
        Answer answered =
                RequestSteps.heard(assigned, "transfer", "IMPOSSIBLE_PROOF", SUITE.staff("gov-vp", "respondent"));
        Answer ruled = RequestSteps.ruled(
                RequestSteps.draft(answered, RequestSteps.decision("GRANT", "transfer", "grandchild-1")));
        String id = ruled.json().getString("id");
        JsonObject line = ruled.json().getJsonArray("effects").getJsonObject(0);
        assertThat(line.getString("owner")).isEqualTo("marketplace");
        assertThat(line.getString("kind")).isEqualTo("TRANSFER");
        assertThat(line.getString("subject")).isEqualTo(shop.id());
        assertThat(line.getJsonObject("target")).isEqualTo(new JsonObject().put("ownerId", "grandchild-1"));
        JsonObject ordered = SUITE.published.await(id, "ShopTransferOrdered").getJsonObject("data");
        assertThat(ordered.getString("effectId")).isEqualTo(line.getString("effectId"));
        assertThat(ordered.getString("ownerId")).isEqualTo("grandchild-1");

        Answer failed = confirm(line.getString("effectId"), "FAILED");
        assertThat(failed.json().getString("state")).as(failed.text()).isEqualTo("FAILED");
        assertThat(advocate.get("/v1/cases/" + id).json().getString("status")).isEqualTo("EXECUTING");
        Answer applied = confirm(line.getString("effectId"), "APPLIED");
        assertThat(applied.json().getString("state")).isEqualTo("APPLIED");
        Answer again = confirm(line.getString("effectId"), "APPLIED");
        assertThat(again.status()).as(again.text()).isEqualTo(200);

        assertThat(advocate.get("/v1/cases/" + id).json().getString("status")).isEqualTo("CLOSED");
        SUITE.published.await(id, "CaseClosed");
        assertThat(SUITE.published.types(id).stream().filter("EffectConfirmed"::equals))
                .hasSize(2);
        assertEventsKeepTheirContract(id);
    }

    @Test
    void a_brand_owners_complaint_about_a_decision_to_do_nothing_is_decided_without_effects() {
        Shop shop = SUITE.shop();
        JsonObject body = shop.complaint();
        body.getJsonObject("complaint")
                .put(
                        "noAction",
                        new JsonObject().put("reference", "rep-31").put("decidedAt", "2018-04-10T09:00:00+08:00"));
        Answer assigned = RequestSteps.assigned(shop, body);
        assertThat(assigned.json().getString("respondentDepartment")).isEqualTo("enforcement");
        assertThat(assigned.json()
                        .getJsonObject("complaint")
                        .getJsonObject("noAction")
                        .getString("decidedAt"))
                .isEqualTo("2018-04-10T01:00:00Z");
        assertThat(assigned.json().getJsonArray("requirements")).isEmpty();

        Answer answered = RequestSteps.heard(assigned, "complaint", "FACTS_WRONG", SUITE.staff("enf-2", "respondent"));
        Answer ruled =
                RequestSteps.ruled(RequestSteps.draft(answered, RequestSteps.decision("GRANT", "complaint", "rep-31")));

        assertThat(ruled.json().getString("status")).isEqualTo("CLOSED");
        SUITE.published.await(ruled.json().getString("id"), "CaseClosed");
        assertEventsKeepTheirContract(ruled.json().getString("id"));
    }

    @Test
    void an_agency_opens_under_its_mandate_which_the_case_shows() {
        Shop shop = SUITE.shop();

        Answer opened =
                RequestSteps.ok(SUITE.request(SUITE.agency("agency-7", shop.merchantId(), "man_31"), shop.loss()));

        assertThat(opened.json().getString("openedAs")).isEqualTo("AGENCY");
        assertThat(opened.json().getString("openedUnder")).isEqualTo("man_31");
        assertThat(SUITE.published
                        .await(opened.json().getString("id"), "CaseOpened")
                        .getJsonObject("data")
                        .getString("openedAs"))
                .isEqualTo("AGENCY");
    }

    @Test
    void a_request_that_was_withdrawn_before_its_brief_can_be_made_again_and_one_with_a_brief_cannot() {
        Shop shop = SUITE.shop();
        ApiClient merchant = SUITE.merchant(shop.merchantId());
        Answer first = RequestSteps.opened(shop, shop.loss());
        RequestSteps.ok(SUITE.command(merchant, first, "withdraw", CaseSuite.NOTHING));

        Answer second = RequestSteps.submitted(RequestSteps.assigned(shop, shop.loss()), "loss", "PLATFORM_FAULT");
        RequestSteps.ok(SUITE.command(merchant, second, "withdraw", CaseSuite.NOTHING));

        assertThat(SUITE.request(merchant, shop.loss()).code()).isEqualTo("duplicate");
        SUITE.published.await(second.json().getString("id"), "CaseWithdrawn");
        assertEventsKeepTheirContract(second.json().getString("id"));
    }

    private Answer confirm(String effectId, String result) {
        return marketplace.post(
                "/v1/transfer-confirmations",
                new JsonObject().put("effectId", effectId).put("result", result));
    }

    private static void assertEventsKeepTheirContract(String caseId) {
        List<JsonObject> events = SUITE.published.of(caseId);
        assertThat(events).isNotEmpty();
        events.forEach(event -> EventSchemas.assertValid(
                "cases.events.v1",
                event.getString("type").substring("io.redress.cases.".length()),
                event.getJsonObject("data")));
    }
}
