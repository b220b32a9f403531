package io.redress.quickstart.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.redress.kit.boot.MachineClock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Issues tokens to anybody who asks: for development only, and it refuses to exist when {@code REDRESS_ENV} says
 * production. Tokens are RS256 and expire in machine time.
 */
public final class DevIssuer {

    /** What every service expects as audience. */
    public static final String AUDIENCE = "redress";

    private static final Duration MACHINE_LIFE = Duration.ofHours(1);
    private static final Duration PERSON_LIFE = Duration.ofHours(12);

    private final String issuer;
    private final SigningKey key;
    private final MachineClock clock;
    private final Map<String, String> clientSecrets;
    private final RoleTable roles;

    /**
     * @param environment the process's environment variables
     * @param issuer the claim {@code iss}: where this issuer is reached
     * @param clientSecrets secret of each machine client
     * @throws IllegalStateException in production
     */
    public DevIssuer(
            Map<String, String> environment,
            String issuer,
            Path keyFile,
            MachineClock clock,
            Map<String, String> clientSecrets) {
        refuseProduction(environment);
        this.issuer = issuer;
        this.key = SigningKey.keptIn(keyFile);
        this.clock = clock;
        this.clientSecrets = Map.copyOf(clientSecrets);
        this.roles = RoleTable.load();
    }

    /** @throws IllegalStateException if {@code REDRESS_ENV} is production */
    public static void refuseProduction(Map<String, String> environment) {
        if ("production"
                .equalsIgnoreCase(environment.getOrDefault("REDRESS_ENV", "").strip())) {
            throw new IllegalStateException(
                    "REDRESS_ENV=production: the development issuer gives tokens to anybody and does not start");
        }
    }

    public String jwks() {
        return key.publicSet();
    }

    /** A machine's token by client credentials, or empty if they are wrong. */
    public Optional<IssuedToken> forClient(String clientId, String secret) {
        String expected = clientSecrets.get(clientId);
        if (expected == null || !equal(expected, secret)) {
            return Optional.empty();
        }
        return Optional.of(sign(new TokenRequest(clientId, List.of("machine"), Optional.empty(), "en"), MACHINE_LIFE));
    }

    /** @throws IllegalArgumentException if a role is unknown, or a merchant-side role lacks its merchant */
    public IssuedToken forAnybody(TokenRequest request) {
        roles.check(request);
        return sign(request, PERSON_LIFE);
    }

    private IssuedToken sign(TokenRequest request, Duration life) {
        Instant now = clock.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(AUDIENCE)
                .subject(request.subject())
                .claim("roles", request.roles())
                .claim("locale", request.locale())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(life)));
        request.merchantId().ifPresent(id -> claims.claim("merchant_id", id));
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.key().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        try {
            token.sign(new RSASSASigner(key.key()));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return new IssuedToken(token.serialize(), life);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
