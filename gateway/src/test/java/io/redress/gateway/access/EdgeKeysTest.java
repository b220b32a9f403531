package io.redress.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.command.Caller;
import io.redress.kit.config.Secret;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Another implementation of JOSE reads what the gateway publishes and signs. */
class EdgeKeysTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    private final ECKey current = key(Curve.P_256);
    private final ECKey previous = key(Curve.P_256);

    @Test
    void a_token_verifies_with_the_published_key_of_its_key_id() throws Exception {
        EdgeKeys keys = EdgeKeys.of(secret(current), text(previous) + "," + text(current));
        JWKSet published = JWKSet.parse(new JsonObject(keys.keySet()).encode());
        EdgeTokens tokens = new EdgeTokens("https://edge.test", "redress", keys, () -> NOW);

        SignedJWT token = SignedJWT.parse(tokens.machine("erp-1").bearer());

        assertThat(published.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
        ECKey named = published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey();
        assertThat(named.computeThumbprint().toString()).isEqualTo(named.getKeyID());
        assertThat(token.verify(new ECDSAVerifier(named))).isTrue();
        assertThat(token.verify(new ECDSAVerifier(previous.toPublicJWK()))).isFalse();
        assertThat(token.getJWTClaimsSet().getExpirationTime()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_token_is_used_again_for_the_same_caller_until_a_quarter_of_a_minute_before_its_end() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        EdgeKeys keys = EdgeKeys.of(secret(current), text(current));
        EdgeTokens tokens = new EdgeTokens("https://edge.test", "redress", keys, now::get);
        Caller agency = new Caller("agency-1", Set.of("agency"), Optional.empty(), "zh", "");
        String first = tokens.agency(agency, "m-1", "man_1").bearer();

        assertThat(tokens.agency(agency, "m-2", "man_2").bearer()).isNotEqualTo(first);
        assertThat(tokens.agency(agency, "m-1", "man_3").bearer()).isNotEqualTo(first);
        now.set(NOW.plusSeconds(44));
        assertThat(tokens.agency(agency, "m-1", "man_1").bearer()).isEqualTo(first);
        now.set(NOW.plusSeconds(45));
        assertThat(tokens.agency(agency, "m-1", "man_1").bearer()).isNotEqualTo(first);
    }

    @Test
    void keys_that_do_not_belong_together_or_are_of_another_kind_are_refused() {
        ECKey larger = key(Curve.P_384);

        assertThatThrownBy(() -> EdgeKeys.of(secret(current), text(previous)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EdgeKeys.of(secret(larger), text(larger)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EdgeKeys.of(new Secret("bm90IGEga2V5"), text(current)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ECKey key(Curve curve) {
        try {
            return new ECKeyGenerator(curve).generate();
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Secret secret(ECKey key) {
        try {
            return new Secret(
                    Base64.getEncoder().encodeToString(key.toPrivateKey().getEncoded()));
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(ECKey key) {
        try {
            return Base64.getEncoder().encodeToString(key.toPublicKey().getEncoded());
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
