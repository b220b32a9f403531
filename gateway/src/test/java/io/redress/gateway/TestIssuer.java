package io.redress.gateway;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An issuer of real tokens, with its keys behind real HTTP. */
final class TestIssuer {

    static final String NAME = "https://issuer.test";

    private final RSAKey key;
    private final HttpServer server;

    private TestIssuer(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static TestIssuer start(Vertx vertx) throws JOSEException {
        RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
        String keys = new JWKSet(key.toPublicJWK()).toString();
        HttpServer server = vertx.createHttpServer()
                .requestHandler(request -> request.response().end(keys))
                .listen(0, "127.0.0.1")
                .await();
        return new TestIssuer(key, server);
    }

    String jwksUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/jwks.json";
    }

    String token() {
        return token(NAME, "redress", 600);
    }

    String token(String issuer, String audience, int secondsToLive) {
        Instant now = Clock.systemUTC().instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("enf-1")
                .claim("roles", List.of("enforcement"))
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(secondsToLive)))
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
