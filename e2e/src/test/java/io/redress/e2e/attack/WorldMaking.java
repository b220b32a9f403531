package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;

/** What every part of the world is made with: the public API, and the examples of the contract. */
abstract class WorldMaking {

    static final Duration LIMIT = Duration.ofSeconds(30);
    static final String SECRET_A = "Quittenbaum-7314";
    static final String SECRET_B = "Zwetschge-2296";
    static final String SEALED_RECORD = "Hagebutte-5580";

    final String gateway;
    final Tokens tokens;
    final Map<String, Route> routes;
    final World world;

    WorldMaking(String gateway, Tokens tokens, Map<String, Route> routes, World world) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.routes = routes;
        this.world = world;
    }

    void register(String merchant, String shop, String secret) {
        ApiClient marketplace = as("machine");
        JsonObject party =
                example("registerMerchant").put("name", "Shop " + secret).put("language", "en");
        good(marketplace.put("/v1/merchants/" + merchant, party));
        good(marketplace.put("/v1/shops/" + shop, example("registerShop").put("merchantId", merchant)));
    }

    /** A penalty that is in force, with words in it that only its merchant and staff may read. */
    String propose(String shop, String listing, String secret) {
        JsonObject body = example("proposePenalty").put("shopId", shop);
        body.getJsonObject("explanation").put("en", "About " + secret + ".").put("zh", "关于" + secret + "。");
        body.put("investigationId", "inv-" + listing);
        JsonObject violation = body.getJsonArray("violations").getJsonObject(0);
        violation.getJsonArray("objects").getJsonObject(0).put("id", listing);
        violation.getJsonObject("facts").put("listings", new JsonArray().add(listing));
        body.put(
                "detectionRecord",
                new JsonObject().put("summary", SEALED_RECORD).put("signals", new JsonArray().add(SEALED_RECORD)));
        ApiClient proposer = ApiClient.of(gateway).as(tokens.good(People.PROPOSER, "enforcement", Optional.empty()));
        Answer proposed = good(proposer.post("/v1/penalties", body));
        String path = "/v1/penalties/" + proposed.json().getString("id");
        Awaitility.await().atMost(LIMIT).until(() -> proposer.get(path).json().getString("status"), "IN_FORCE"::equals);
        return proposed.json().getString("id");
    }

    String violation(String penaltyId) {
        JsonObject penalty = as("operator").get("/v1/penalties/" + penaltyId).json();
        return penalty.getJsonArray("violations").getJsonObject(0).getString("violationId");
    }

    ApiClient merchant() {
        return ApiClient.of(gateway).as(tokens.good(world.merchantA(), "merchant", Optional.of(world.merchantA())));
    }

    ApiClient as(String role) {
        return World.as(gateway, tokens, role);
    }

    JsonObject example(String operationId) {
        return routes.get(operationId).example().copy();
    }

    static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }
}
