package io.redress.e2e;

import static io.redress.e2e.Bilingual.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A penalty whose points stand and one of whose measures was out of proportion. */
class MeasureLiftedE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ApiClient marketplace = SUITE.gateway("marketplace", "machine");
    private final ApiClient enforcer = SUITE.gateway("enf-1", "enforcement");
    private final ApiClient merchant = SUITE.merchant("m-9003");

    @Test
    void the_measure_is_lifted_and_confirmed_the_points_stand_and_the_case_closes() {
        marketplace.put(
                "/v1/merchants/m-9003",
                new JsonObject().put("name", "Alder Lamps").put("language", "en"));
        marketplace.put(
                "/v1/shops/s-9003",
                new JsonObject().put("merchantId", "m-9003").put("openedAt", "2015-01-01T00:00:00+08:00"));
        Answer proposed = enforcer.post("/v1/penalties", CounterfeitLamps.proposal("s-9003", "l-9003"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        String penalty = "/v1/penalties/" + proposed.json().getString("id");
        Awaitility.await().atMost(LIMIT).until(() -> states().equals(
                        Map.of("SHOP_HIDDEN", "IN_FORCE", "LISTINGS_REMOVED", "IN_FORCE")));

        String caseFile = LampAppeal.ruled(
                merchant,
                enforcer.get(penalty).json(),
                "PARTIAL",
                text("事实成立,但屏蔽店铺与情节不相称。", "The act is proven; to hide the shop is out of proportion to it."),
                new JsonObject().put("measuresLifted", new JsonArray().add(hidden().getString("measureId"))));

        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.get(caseFile).json().getString("status").equals("CLOSED"));
        JsonArray effects = merchant.get(caseFile).json().getJsonArray("effects");
        assertThat(objects(effects)).singleElement().satisfies(line -> {
            assertThat(line.getString("kind")).isEqualTo("MEASURE");
            assertThat(line.getString("subject")).isEqualTo(hidden().getString("measureId"));
            assertThat(line.getString("state")).isEqualTo("APPLIED");
            assertThat(line.getJsonObject("target"))
                    .isEqualTo(new JsonObject()
                            .put("state", "LIFTED")
                            .put("measureKind", "SHOP_HIDDEN")
                            .put("byRuling", true));
        });
        assertThat(states()).isEqualTo(Map.of("SHOP_HIDDEN", "LIFTED", "LISTINGS_REMOVED", "IN_FORCE"));
        assertThat(hidden().getString("confirmedState")).isEqualTo("LIFTED");
        assertThat(enforcer.get(penalty).json().getInteger("points")).isEqualTo(24);
        Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(told())
                .contains("MeasureLifted", "RulingIssued", "CaseClosed")
                .doesNotContain("PenaltyReduced"));
    }

    private JsonObject hidden() {
        return measures()
                .filter(measure -> measure.getString("kind").equals("SHOP_HIDDEN"))
                .findFirst()
                .orElseThrow();
    }

    /** By kind of measure. */
    private Map<String, String> states() {
        return measures()
                .collect(Collectors.toMap(measure -> measure.getString("kind"), measure -> measure.getString("state")));
    }

    private Stream<JsonObject> measures() {
        return objects(enforcer.get("/v1/shops/s-9003/measures").json().getJsonArray("items"));
    }

    private List<String> told() {
        return objects(merchant.get("/v1/notices?limit=100").json().getJsonArray("items"))
                .map(notice -> notice.getString("type"))
                .toList();
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast);
    }
}
