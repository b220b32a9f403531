package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A file goes through the gateway into a case and out of it, larger than any other body may be. */
class EvidenceE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MIB = 1_048_576;

    private final ApiClient marketplace = SUITE.gateway("marketplace", "machine");
    private final ApiClient enforcer = SUITE.gateway("enf-1", "enforcement");
    private final ApiClient merchant = SUITE.merchant("m-9011");

    @Test
    void a_file_larger_than_any_other_body_goes_into_a_case_and_comes_back_as_it_was() {
        String content = "%PDF-1.4\n" + "x".repeat(3 * MIB);
        String path = "/v1/cases/" + openedCase() + "/evidence";

        Answer added = merchant.with("Content-Type", "application/pdf")
                .with("Idempotency-Key", "evidence-9011")
                .send("POST", path + "?fileName=catalogue.pdf&proves=That+it+is+genuine", Optional.of(content));

        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(added.json().getString("bytes")).isEqualTo("3145737");
        String file = path + "/" + added.json().getString("id") + "/content";
        Answer read = merchant.get(file);
        assertThat(read.text()).isEqualTo(content);
        assertThat(read.header("content-length")).contains("3145737");
        assertThat(read.header("content-disposition").orElseThrow()).startsWith("attachment; ");
        assertThat(read.header("x-content-type-options")).contains("nosniff");
        assertThat(SUITE.merchant("m-9012").get(file).status()).isEqualTo(404);
        assertThat(enforcer.get(file).status()).as("it is not filed").isEqualTo(404);
        assertThat(SUITE.gateway().get(file).status()).isEqualTo(401);
    }

    /** An appeal of the merchant's. */
    private String openedCase() {
        marketplace.put(
                "/v1/merchants/m-9011",
                new JsonObject().put("name", "Maple Lamps").put("language", "en"));
        marketplace.put(
                "/v1/shops/s-9011",
                new JsonObject().put("merchantId", "m-9011").put("openedAt", "2015-01-01T00:00:00+08:00"));
        Answer proposed = enforcer.post("/v1/penalties", CounterfeitLamps.proposal("s-9011", "l-9011"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        JsonObject opening = new JsonObject()
                .put("kind", "PENALTY_APPEAL")
                .put("penaltyId", proposed.json().getString("id"));
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant.post("/v1/cases", opening), answer -> answer.status() == 201)
                .json()
                .getString("id");
    }
}
