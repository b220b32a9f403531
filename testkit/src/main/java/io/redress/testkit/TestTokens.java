package io.redress.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.boot.MachineClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * Makes tokens with keys that are believed.
 *
 * @param issuer the claim {@code iss} of the issuer's tokens
 * @param key the issuer's, to be abused
 * @param edgeIssuer the claim {@code iss} of the gateway's tokens
 * @param edgeKey the gateway's
 */
public record TestTokens(String issuer, RSAKey key, String edgeIssuer, ECKey edgeKey) {

    private static final Duration LIFETIME = Duration.ofHours(2);

    /** Claims of a good token, to be spoilt. */
    public JWTClaimsSet.Builder claims(String subject, List<String> roles) {
        Instant now = MachineClock.system().now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("redress")
                .subject(subject)
                .claim("roles", roles)
                .claim("locale", "en")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
    }

    /** Signs as the issuer does. */
    public String sign(JWTClaimsSet claims) {
        try {
            return signed(JWSAlgorithm.RS256, key, new RSASSASigner(key), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    /** Signs as the gateway does. */
    public String signEdge(JWTClaimsSet claims) {
        try {
            return signed(JWSAlgorithm.ES256, edgeKey, new ECDSASigner(edgeKey), claims);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static String signed(JWSAlgorithm algorithm, JWK key, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
