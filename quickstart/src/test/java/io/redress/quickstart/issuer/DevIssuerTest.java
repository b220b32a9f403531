package io.redress.quickstart.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevIssuerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    @Test
    void a_token_carries_the_claims_and_verifies_against_the_published_key() throws Exception {
        DevIssuer issuer = issuer(Map.of());
        TokenRequest merchant = new TokenRequest("m-1", List.of("merchant"), Optional.of("m-1"), "zh");

        SignedJWT token = SignedJWT.parse(issuer.forAnybody(merchant).token());

        JWKSet keys = JWKSet.parse(issuer.jwks());
        assertThat(keys.getKeys()).hasSize(1).noneMatch(key -> key.isPrivate());
        assertThat(token.verify(new RSASSAVerifier(keys.getKeys().get(0).toRSAKey())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://issuer.test");
        assertThat(claims.getAudience()).containsExactly("redress");
        assertThat(claims.getSubject()).isEqualTo("m-1");
        assertThat(claims.getStringListClaim("roles")).containsExactly("merchant");
        assertThat(claims.getStringClaim("merchant_id")).isEqualTo("m-1");
        assertThat(claims.getStringClaim("locale")).isEqualTo("zh");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(NOW.plusSeconds(12 * 3_600)));
    }

    @Test
    void the_key_survives_a_restart() {
        assertThat(issuer(Map.of()).jwks()).isEqualTo(issuer(Map.of()).jwks());
    }

    @Test
    void a_machine_gets_its_token_for_the_right_secret_only() {
        DevIssuer issuer = issuer(Map.of());

        assertThat(issuer.forClient("marketplace", "right")).isPresent();
        assertThat(issuer.forClient("marketplace", "wrong")).isEmpty();
        assertThat(issuer.forClient("stranger", "right")).isEmpty();
    }

    @Test
    void an_unknown_role_and_a_merchant_side_role_without_merchant_are_refused() {
        DevIssuer issuer = issuer(Map.of());

        assertThatThrownBy(() -> issuer.forAnybody(request("king"))).hasMessageContaining("king");
        assertThatThrownBy(() -> issuer.forAnybody(request("merchant"))).hasMessageContaining("needs a merchant");
    }

    @Test
    void it_refuses_to_exist_in_production() {
        assertThatThrownBy(() -> issuer(Map.of("REDRESS_ENV", "production")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("production");
    }

    private static TokenRequest request(String role) {
        return new TokenRequest("somebody", List.of(role), Optional.empty(), "en");
    }

    private DevIssuer issuer(Map<String, String> environment) {
        return new DevIssuer(
                environment,
                "http://issuer.test",
                directory.resolve("key.json"),
                () -> NOW,
                Map.of("marketplace", "right"));
    }
}
