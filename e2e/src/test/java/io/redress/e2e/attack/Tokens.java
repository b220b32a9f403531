package io.redress.e2e.attack;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.boot.MachineClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes tokens with the suite's own signing key, good ones and ones that must open no door. */
final class Tokens {

    private static final int RSA_BITS = 2048;
    private static final int HUGE_CHARS = 12_000;

    private final RSAKey key;
    private final String issuer;
    private final RSAKey otherKey = otherKey();
    private final Instant now = MachineClock.system().now();

    Tokens(RSAKey key, String issuer) {
        this.key = key;
        this.issuer = issuer;
    }

    String good(String subject, String role, Optional<String> merchantId) {
        JWTClaimsSet.Builder claims = claims(subject, role);
        merchantId.ifPresent(id -> claims.claim("merchant_id", id));
        return signed(claims.build());
    }

    /** By name; each would be an operator's token if it were believed. */
    Map<String, String> hostile() {
        Map<String, String> tokens = new LinkedHashMap<>();
        String good = signed(operator().build());
        String[] parts = good.split("\\.");
        tokens.put(
                "expired",
                signed(operator().expirationTime(after(Duration.ofHours(-1))).build()));
        tokens.put(
                "not yet valid",
                signed(operator().notBeforeTime(after(Duration.ofHours(1))).build()));
        tokens.put("without end", signed(operator().expirationTime(null).build()));
        tokens.put(
                "for another audience",
                signed(operator().audience("somebody-else").build()));
        tokens.put("without audience", signed(operator().audience((String) null).build()));
        tokens.put(
                "of another issuer",
                signed(operator().issuer("https://issuer.example").build()));
        tokens.put("without issuer", signed(operator().issuer(null).build()));
        tokens.put("without subject", signed(operator().subject(null).build()));
        tokens.put(
                "roles that are no list",
                signed(operator().claim("roles", "operator").build()));
        tokens.put("alg none", unsigned("{\"alg\":\"none\"}", parts[1]));
        tokens.put(
                "alg None with our kid", unsigned("{\"alg\":\"None\",\"kid\":\"" + key.getKeyID() + "\"}", parts[1]));
        tokens.put("signature cut off", parts[0] + "." + parts[1] + ".");
        tokens.put(
                "signature of another token",
                parts[0] + "." + parts[1] + "."
                        + signed(claims("x", "x").build()).split("\\.")[2]);
        tokens.put("another key under our kid", signedBy(otherKey, key.getKeyID()));
        tokens.put("HS256 with the public key", confused());
        for (String kid : List.of("../../../../dev/null", "' OR '1'='1", "http://127.0.0.1:1/jwks.json", "")) {
            tokens.put("kid " + kid, signedBy(otherKey, kid));
        }
        tokens.put("key in the header", carryingItsKey());
        tokens.put("huge", "x".repeat(HUGE_CHARS) + "." + parts[1] + "." + parts[2]);
        tokens.put("garbage", "a.b.c");
        tokens.put("no dots", "Zm9v");
        return tokens;
    }

    private JWTClaimsSet.Builder operator() {
        return claims("operator-1", "operator");
    }

    private JWTClaimsSet.Builder claims(String subject, String role) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("redress")
                .subject(subject)
                .claim("roles", List.of(role))
                .claim("locale", "en")
                .issueTime(Date.from(now))
                .expirationTime(after(Duration.ofHours(2)));
    }

    private Date after(Duration duration) {
        return Date.from(now.plus(duration));
    }

    private String signed(JWTClaimsSet claims) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims, key);
    }

    private String signedBy(RSAKey other, String kid) {
        return sign(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(kid).build(),
                operator().build(),
                other);
    }

    private String carryingItsKey() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(otherKey.getKeyID())
                .jwk(otherKey.toPublicJWK())
                .build();
        return sign(header, operator().build(), otherKey);
    }

    /** The classic confusion: the public key, which everybody has, taken for a shared secret. */
    private String confused() {
        try {
            byte[] secret = key.toRSAPublicKey().getEncoded();
            JWSSigner signer = new MACSigner(secret);
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256)
                            .keyID(key.getKeyID())
                            .build(),
                    operator().build());
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(String header, String payload) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + payload + ".";
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey otherKey() {
        try {
            return new RSAKeyGenerator(RSA_BITS).keyID("kid-of-nobody").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
