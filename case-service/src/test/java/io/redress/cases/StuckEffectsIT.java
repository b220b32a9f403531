package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.EventSchemas;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Effects that their owners did not make true: operators find them, and no case waits for ever. */
class StuckEffectsIT {

    private static final CaseSuite SUITE = CaseSuite.get();

    private final ApiClient operator = SUITE.staff("ops-1", "operator");
    private final ApiClient second = SUITE.staff("ops-2", "operator");
    private final ApiClient marketplace = SUITE.staff("marketplace", "machine");

    @BeforeEach
    void beginInApril() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void a_transfer_that_failed_is_ordered_again_and_closes_when_it_is_confirmed() {
        Answer ruled = transferOrdered();
        String id = id(ruled);
        String effectId = line(ruled).getString("effectId");
        confirm(effectId, "FAILED");

        JsonObject listed = listed(effectId, "?state=FAILED&owner=marketplace").orElseThrow();
        assertThat(listed.getString("caseId")).isEqualTo(id);
        assertThat(listed.getString("kind")).isEqualTo("TRANSFER");
        assertThat(listed.getBoolean("overdue")).isFalse();
        assertThat(listed(effectId, "?owner=refunds")).isEmpty();
        assertThat(listed(effectId, "?state=OVERDUE")).isEmpty();
        SUITE.clock.set("2018-05-06T00:00:00+08:00");
        Answer again = command(operator, id, effectId, "orders", reasons());
        assertThat(again.status()).as(again.text()).isEqualTo(200);
        assertThat(line(again).getString("state")).isEqualTo("PENDING");
        assertThat(line(again).getString("dueAt")).isEqualTo("2018-05-08T16:00:00Z"); // three days from now on
        assertThat(listed(effectId, "")).isEmpty();

        confirm(effectId, "APPLIED");

        assertThat(now(id).json().getString("status")).isEqualTo("CLOSED");
        assertThat(line(now(id)).getBoolean("byHand")).isFalse();
        SUITE.published.await(id, "CaseClosed");
        List<JsonObject> orders = SUITE.published.of(id).stream()
                .filter(event -> event.getString("type").endsWith(".ShopTransferOrdered"))
                .map(event -> event.getJsonObject("data"))
                .toList();
        assertThat(orders).hasSize(2);
        assertThat(orders).extracting(order -> order.getString("effectId")).containsOnly(effectId);
        assertThat(orders.get(0).containsKey("again")).isFalse();
        assertThat(orders.get(1).getJsonObject("again").getString("by")).isEqualTo("ops-1");
        assertEventsKeepTheirContract(id);
    }

    @Test
    void what_its_owner_will_not_make_true_is_settled_by_two_operators_and_the_case_closes() {
        Answer ruled = compensationOrdered();
        String id = id(ruled);
        String effectId = line(ruled).getString("effectId");
        RequestSteps.answered(ruled, "FAILED", "currency-unknown: the ledger has no accounts in XAU");
        SUITE.published.await(id, "EffectConfirmed");
        assertThat(listed(effectId, "?state=FAILED&owner=refunds").orElseThrow().getString("reason"))
                .startsWith("currency-unknown");
        assertThat(now(operator, id).json().getJsonArray("nextActions").stream().map(String.class::cast))
                .contains("proposeSettlement", "confirmSettlement");
        assertRefused(command(second, id, effectId, "settlement-confirmations", null), 409, "settlement-not-proposed");

        Answer proposed =
                command(operator, id, effectId, "settlements", reasons().put("result", "APPLIED"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(200);
        assertThat(line(proposed).getString("state")).isEqualTo("FAILED");
        JsonObject waits = listed(effectId, "").orElseThrow().getJsonObject("proposed");
        assertThat(waits.getString("result")).isEqualTo("APPLIED");
        assertThat(waits.getString("proposedBy")).isEqualTo("ops-1");
        assertThat(waits.getJsonObject("reasons")).isEqualTo(CaseSuite.REASONS);
        assertRefused(command(operator, id, effectId, "settlement-confirmations", null), 403, "own-cause");
        Answer stale = second.ifMatch(ruled).post(path(id, effectId, "settlement-confirmations"), CaseSuite.NOTHING);
        assertRefused(stale, 412, "version-conflict");

        Answer confirmed = command(second, id, effectId, "settlement-confirmations", null);

        assertThat(confirmed.json().getString("status")).as(confirmed.text()).isEqualTo("CLOSED");
        JsonObject line = line(now(SUITE.merchant(ruled.json().getString("merchantId")), id));
        assertThat(line.getString("state")).isEqualTo("APPLIED");
        assertThat(line.getBoolean("byHand")).isTrue();
        assertThat(line.getString("reason"))
                .contains(CaseSuite.REASONS.getString("zh"), CaseSuite.REASONS.getString("en"));
        assertThat(listed(effectId, "")).isEmpty();
        SUITE.published.await(id, "CaseClosed");
        JsonObject told = SUITE.published.of(id).stream()
                .filter(event -> event.getString("type").endsWith(".EffectConfirmed"))
                .reduce((first, last) -> last)
                .orElseThrow()
                .getJsonObject("data");
        assertThat(told.getJsonObject("byHand").getString("proposedBy")).isEqualTo("ops-1");
        assertThat(told.getJsonObject("byHand").getString("confirmedBy")).isEqualTo("ops-2");
        assertEventsKeepTheirContract(id);
        assertRefused(command(second, id, effectId, "settlement-confirmations", null), 409, "illegal-transition");
    }

    @Test
    void an_answer_of_the_owner_that_comes_before_the_second_operator_is_taken() {
        Answer ruled = compensationOrdered();
        String id = id(ruled);
        String effectId = line(ruled).getString("effectId");
        SUITE.clock.set("2018-05-09T00:00:00+08:00");
        JsonObject told = SUITE.published.await(id, "EffectOverdue").getJsonObject("data");
        assertThat(told.getString("effectOwner")).isEqualTo("refunds");
        assertThat(told.getString("effectKind")).isEqualTo("CLAIM");
        assertThat(told.getString("state")).isEqualTo("PENDING");
        assertThat(told.getString("advocateId")).isEqualTo("adv-1");
        JsonObject late = listed(effectId, "?state=OVERDUE").orElseThrow();
        assertThat(late.getString("state")).isEqualTo("PENDING");
        assertThat(late.getBoolean("overdue")).isTrue();
        RequestSteps.ok(command(operator, id, effectId, "settlements", reasons().put("result", "SUPERSEDED")));

        RequestSteps.booked(ruled);
        SUITE.published.await(id, "CaseClosed");

        assertThat(line(now(id)).getString("state")).isEqualTo("APPLIED");
        assertThat(line(now(id)).getBoolean("byHand")).isFalse();
        assertRefused(command(second, id, effectId, "settlement-confirmations", null), 409, "illegal-transition");
        assertThat(listed(effectId, "")).isEmpty();
    }

    @Test
    void what_is_not_stuck_not_the_marketplaces_or_ones_own_case_is_refused() {
        Answer ruled = compensationOrdered();
        String id = id(ruled);
        String effectId = line(ruled).getString("effectId");
        JsonObject settled = reasons().put("result", "APPLIED");
        assertRefused(command(operator, id, effectId, "settlements", settled), 409, "effect-not-stuck");
        RequestSteps.answered(ruled, "FAILED", "no");
        SUITE.published.await(id, "EffectConfirmed");

        assertRefused(command(operator, id, effectId, "orders", reasons()), 422, "order-not-repeatable");
        assertRefused(command(operator, id, "eff_nowhere", "settlements", settled), 422, "unknown-effect");
        JsonObject half = new JsonObject()
                .put("result", "APPLIED")
                .put("reasons", new JsonObject().put("zh", "已付").put("en", " "));
        assertRefused(command(operator, id, effectId, "settlements", half), 422, "reasons-missing");
        for (String part : List.of("adj-1", "adv-1", "campaigns-1")) {
            assertRefused(
                    command(SUITE.staff(part, "operator"), id, effectId, "settlements", settled), 403, "own-cause");
        }
        assertThat(command(SUITE.staff("integrity-1", "integrity"), id, effectId, "settlements", settled)
                        .status())
                .isEqualTo(403);
        assertThat(SUITE.merchant(ruled.json().getString("merchantId"))
                        .get("/v1/stuck-effects")
                        .status())
                .isEqualTo(403);
        assertThat(line(now(id)).getString("state")).isEqualTo("FAILED");
    }

    private Answer transferOrdered() {
        Shop shop = SUITE.shop();
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.transfer()),
                "transfer",
                "IMPOSSIBLE_PROOF",
                SUITE.staff("gov-vp", "respondent"));
        return RequestSteps.ruled(
                RequestSteps.draft(answered, RequestSteps.decision("GRANT", "transfer", "grandchild-1")));
    }

    private Answer compensationOrdered() {
        Shop shop = SUITE.shop();
        Answer answered = RequestSteps.heard(
                RequestSteps.assigned(shop, shop.loss()),
                "loss",
                "PLATFORM_FAULT",
                SUITE.staff("campaigns-1", "respondent"));
        return RequestSteps.ruled(RequestSteps.draft(answered, RequestSteps.decision("GRANT", "loss", "e-77")));
    }

    private static JsonObject reasons() {
        return new JsonObject().put("reasons", CaseSuite.REASONS);
    }

    private void confirm(String effectId, String result) {
        RequestSteps.ok(marketplace.post(
                "/v1/transfer-confirmations",
                new JsonObject().put("effectId", effectId).put("result", result)));
    }

    private Answer command(ApiClient who, String id, String effectId, String what, JsonObject body) {
        return who.ifMatch(now(id)).post(path(id, effectId, what), body == null ? CaseSuite.NOTHING : body);
    }

    private static String path(String id, String effectId, String what) {
        return "/v1/cases/" + id + "/effects/" + effectId + "/" + what;
    }

    /** The line in the list, which has no more than a few: other tests leave some. */
    private Optional<JsonObject> listed(String effectId, String query) {
        Answer page = operator.get("/v1/stuck-effects" + query);
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        return page.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(one -> one.getString("effectId").equals(effectId))
                .findFirst();
    }

    private Answer now(String id) {
        return now(SUITE.staff("integrity-1", "integrity"), id);
    }

    private static Answer now(ApiClient who, String id) {
        return who.get("/v1/cases/" + id);
    }

    private static String id(Answer answer) {
        return answer.json().getString("id");
    }

    private static JsonObject line(Answer answer) {
        return answer.json().getJsonArray("effects").getJsonObject(0);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static void assertEventsKeepTheirContract(String caseId) {
        SUITE.published
                .of(caseId)
                .forEach(event -> EventSchemas.assertValid(
                        "cases.events.v1",
                        event.getString("type").substring("io.redress.cases.".length()),
                        event.getJsonObject("data")));
    }
}
