package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.RunningSuite;
import io.redress.testkit.ApiClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the hostile tokens are spoilt from is believed, or their being refused would prove nothing. */
class TokensE2E {

    private static final RunningSuite SUITE = RunningSuite.get();

    private final Tokens tokens = new Tokens(SUITE.believedTokens());
    private final ApiClient gateway = ApiClient.of(SUITE.gatewayUrl());
    private final ApiClient service =
            ApiClient.of(SUITE.serviceUrl("penalty-service").orElseThrow());

    @Test
    void a_good_token_of_the_issuer_is_taken_at_the_gateway_and_at_a_service() {
        String good = tokens.good("operator-1", "operator", Optional.empty());

        assertThat(gateway.as(good).get("/v1/rulebooks").status()).isEqualTo(200);
        assertThat(service.as(good).get("/v1/rulebooks").status()).isEqualTo(200);
    }

    @Test
    void a_good_token_of_the_gateway_is_taken_at_a_service_only() {
        String edge = tokens.ofTheGateway("erp-1");

        assertThat(service.as(edge).get("/v1/rulebooks").status()).isEqualTo(200);
        assertThat(gateway.as(edge).get("/v1/rulebooks").code()).isEqualTo("unauthenticated");
    }
}
