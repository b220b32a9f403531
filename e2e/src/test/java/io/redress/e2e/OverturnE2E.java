package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A penalty that was wrong from the start: everything it did is undone, money included. */
class OverturnE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ApiClient marketplace = SUITE.gateway("marketplace", "machine");
    private final ApiClient enforcer = SUITE.gateway("enf-1", "enforcement");
    private final ApiClient adjudicator = SUITE.gateway("adj-2", "adjudicator");
    private final ApiClient finance = SUITE.gateway("fin-biz-1", "finance");
    private final ApiClient merchant = SUITE.merchant("m-9001");

    @Test
    void an_overturned_penalty_gives_back_points_measures_and_money() {
        marketplace.put(
                "/v1/merchants/m-9001",
                new JsonObject().put("name", "Willow Lamps").put("language", "en"));
        marketplace.put(
                "/v1/shops/s-9001",
                new JsonObject().put("merchantId", "m-9001").put("openedAt", "2015-01-01T00:00:00+08:00"));
        String penalty = "/v1/penalties/" + propose();
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> enforcer.get(penalty).json().getString("status").equals("IN_FORCE"));
        assertThat(points()).isEqualTo(24);
        Awaitility.await().atMost(LIMIT).until(() -> measureStates().equals(List.of("IN_FORCE", "IN_FORCE")));

        String caseFile = LampAppeal.ruled(
                merchant,
                enforcer.get(penalty).json(),
                "OVERTURN",
                text("授权有效,事实不成立。", "The licence is valid; the fact did not happen."),
                new JsonObject()
                        .put(
                                "moneyBack",
                                new JsonObject().put("amountMinor", "450000").put("currency", "CNY")));

        Awaitility.await()
                .atMost(LIMIT)
                .until(() ->
                        adjudicator.get(caseFile).json().getString("status").equals("CLOSED"));
        JsonArray effects = adjudicator.get(caseFile).json().getJsonArray("effects");
        assertThat(objects(effects).map(line -> line.getString("kind") + " " + line.getString("state")))
                .containsExactlyInAnyOrder("POINTS APPLIED", "MEASURE APPLIED", "MEASURE APPLIED", "CLAIM APPLIED");
        assertThat(objects(effects)).allMatch(line -> line.containsKey("settledAt"));
        assertThat(objects(effects).filter(line -> line.getString("kind").equals("MEASURE")))
                .allMatch(line -> line.getJsonObject("target").containsKey("measureKind"));
        assertThat(points()).isZero();
        assertThat(measureStates()).doesNotContain("IN_FORCE", "SCHEDULED", "SUSPENDED");
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> enforcer.get(penalty).json(),
                        json -> json.getBoolean("final")
                                && json.getString("status").equals("REVERSED"));
        moneyCameBackOnce(caseFile.substring("/v1/cases/".length()));
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(noticeTypes())
                .contains("PenaltyReversed", "RulingIssued", "CaseClosed")
                .doesNotHaveDuplicates());
        somebodyElseSeesNothing(penalty, caseFile);
    }

    private String propose() {
        Answer proposed = enforcer.post("/v1/penalties", CounterfeitLamps.proposal("s-9001", "l-9001"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed.json().getString("id");
    }

    private void moneyCameBackOnce(String caseId) {
        JsonArray claims = finance.get("/v1/claims?caseId=" + caseId).json().getJsonArray("items");
        assertThat(objects(claims)).singleElement().satisfies(claim -> {
            assertThat(claim.getString("kind")).isEqualTo("PENALTY_REVERSAL");
            assertThat(claim.getString("status")).isEqualTo("BOOKED");
            assertThat(claim.getString("amountMinor")).isEqualTo("450000");
        });
        JsonObject balance = finance.get("/v1/ledger/trial-balance").json();
        assertThat(balance.getBoolean("balanced")).isTrue();
        JsonArray accounts = finance.get("/v1/ledger/accounts").json().getJsonArray("items");
        assertThat(objects(accounts).filter(account -> "m-9001".equals(account.getString("owner"))))
                .singleElement()
                .satisfies(
                        account -> assertThat(account.getString("balanceMinor")).isEqualTo("-450000"));
    }

    private static void somebodyElseSeesNothing(String penalty, String caseFile) {
        ApiClient stranger = SUITE.merchant("m-9002");
        for (String path : List.of(penalty, penalty + "/statement-of-reasons", caseFile, "/v1/shops/s-9001/standing")) {
            assertThat(stranger.get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/v1/notices").json().getJsonArray("items")).isEmpty();
    }

    private int points() {
        return objects(enforcer.get("/v1/shops/s-9001/standing").json().getJsonArray("buckets"))
                .mapToInt(bucket -> bucket.getInteger("points"))
                .sum();
    }

    private List<String> measureStates() {
        JsonObject answer = enforcer.get("/v1/shops/s-9001/measures").json();
        return objects(answer.getJsonArray("items"))
                .map(measure -> measure.getString("state"))
                .toList();
    }

    private List<String> noticeTypes() {
        return objects(merchant.get("/v1/notices?limit=100").json().getJsonArray("items"))
                .map(notice -> notice.getString("type"))
                .filter(type -> !type.startsWith("Measure"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
