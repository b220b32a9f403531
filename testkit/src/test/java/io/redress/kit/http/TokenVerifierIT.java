package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.command.Caller;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When an issuer is asked for its keys, over HTTP, and what is known meanwhile. */
class TokenVerifierIT {

    private static final String ISSUER = "https://issuer.test";
    private static final RSAKey FIRST = key("first");
    private static final RSAKey SECOND = key("second");

    private final Vertx vertx = TestInfrastructure.get().vertx();
    private final WebClient client = WebClient.create(vertx);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T10:00:00Z"));
    private final AtomicReference<String> keySet = new AtomicReference<>(published(FIRST));
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer issuer;
    private TokenVerifier verifier;

    @BeforeEach
    void start() {
        issuer = vertx.createHttpServer()
                .requestHandler(request -> {
                    asked.incrementAndGet();
                    String keys = keySet.get();
                    request.response().setStatusCode(keys.isEmpty() ? 500 : 200).end(keys);
                })
                .listen(0, "127.0.0.1")
                .await();
        String url = "http://127.0.0.1:" + issuer.actualPort() + "/keys";
        verifier = new TokenVerifier(
                List.of(TrustedIssuer.identity(vertx, client, ISSUER, url, now::get)), "redress", now::get);
    }

    @AfterEach
    void stop() {
        issuer.close().await();
        client.close();
    }

    @Test
    void an_unknown_key_id_is_asked_for_once_a_minute_at_most() {
        verifier.warmUp().await();
        for (int i = 0; i < 50; i++) {
            assertRefused(token(SECOND, "somebody-" + i));
        }
        assertThat(asked).hasValue(1);

        now.set(now.get().plusSeconds(60));
        for (int i = 0; i < 50; i++) {
            assertRefused(token(SECOND, "somebody-" + i));
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void while_the_issuer_is_down_known_keys_go_on_working() {
        verifier.warmUp().await();
        issuer.close().await();

        now.set(now.get().plusSeconds(600));
        assertRefused(token(SECOND, "of-an-unknown-key"));

        assertThat(verify(token(FIRST, "anna")).await().subject()).isEqualTo("anna");
    }

    @Test
    void an_answer_that_is_no_key_set_leaves_the_last_good_one() {
        verifier.warmUp().await();
        for (String bad : List.of("", "{}", "[]", "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"first\",\"k\":\"AAAA\"}]}")) {
            keySet.set(bad);
            now.set(now.get().plusSeconds(60));
            assertRefused(token(SECOND, "of-an-unknown-key"));

            assertThat(verify(token(FIRST, "anna")).await().subject()).isEqualTo("anna");
        }
        assertThat(asked).hasValue(5);
    }

    @Test
    void the_first_keys_are_asked_for_once_a_second() {
        keySet.set("");
        verifier.warmUp().await();
        assertRefused(token(FIRST, "anna"));
        assertThat(asked).hasValue(1);

        keySet.set(published(FIRST));
        now.set(now.get().plusSeconds(1));

        assertThat(verify(token(FIRST, "anna")).await().subject()).isEqualTo("anna");
    }

    @Test
    void tokens_that_come_while_keys_are_fetched_wait_for_them_together() {
        List<Future<Caller>> several =
                List.of(verify(token(FIRST, "anna")), verify(token(FIRST, "bert")), verify(token(FIRST, "carl")));

        assertThat(Future.all(several).await().<Caller>list())
                .extracting(Caller::subject)
                .containsExactly("anna", "bert", "carl");
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_key_that_its_issuer_has_withdrawn_verifies_nothing_more_not_even_what_it_had_verified() {
        verifier.warmUp().await();
        String before = token(FIRST, "anna");
        verify(before).await();
        keySet.set(published(SECOND));
        now.set(now.get().plusSeconds(60));

        assertThat(verify(token(SECOND, "bert")).await().subject()).isEqualTo("bert");

        assertRefused(before);
    }

    @Test
    void a_token_that_was_taken_is_refused_from_its_expiry_on() {
        verifier.warmUp().await();
        String token = token(FIRST, "anna");
        verify(token).await();

        now.set(now.get().plusSeconds(299));
        assertThat(verify(token).await().subject()).isEqualTo("anna");
        now.set(now.get().plusSeconds(1));
        assertRefused(token);
    }

    private Future<Caller> verify(String token) {
        return verifier.verify("Bearer " + token);
    }

    private void assertRefused(String token) {
        assertThatThrownBy(() -> verify(token).await())
                .isInstanceOfSatisfying(ProblemException.class, problem -> assertThat(problem.type())
                        .isEqualTo(ProblemType.UNAUTHENTICATED));
    }

    /** Good for five minutes from now. */
    private String token(RSAKey key, String subject) {
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("redress")
                .subject(subject)
                .claim("roles", List.of("operator"))
                .expirationTime(Date.from(now.get().plusSeconds(300)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
        return token.serialize();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    private static String published(RSAKey key) {
        return new JWKSet(key.toPublicJWK()).toString();
    }
}
