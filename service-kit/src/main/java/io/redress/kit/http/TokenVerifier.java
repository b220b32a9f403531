package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.client.WebClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies bearer tokens against the issuer's keys: signature with one of the pinned algorithms, issuer, audience,
 * expiry. The last good key set is kept, so known keys go on working while the issuer is down; an unknown key id leads
 * to one refresh a minute at most, and to no request anywhere else. Used from one event loop.
 */
public final class TokenVerifier {

    private static final Logger LOG = LoggerFactory.getLogger(TokenVerifier.class);
    private static final Set<String> ALGORITHMS = Set.of("RS256", "PS256", "ES256");
    private static final Duration REFRESH_AT_MOST_EVERY = Duration.ofMinutes(1);
    private static final Duration FIRST_KEYS_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final int MAX_TOKEN_CHARS = 8_192;
    private static final int JWKS_TIMEOUT_MILLIS = 3_000;

    private final Vertx vertx;
    private final WebClient client;
    private final TokenConfig config;
    private final MachineClock clock;
    private Set<String> keyIds = Set.of();
    private JWTAuth verifier;
    private Instant lastAsked = Instant.EPOCH;

    public TokenVerifier(Vertx vertx, WebClient client, TokenConfig config, MachineClock clock) {
        this.vertx = vertx;
        this.client = client;
        this.config = config;
        this.clock = clock;
    }

    /** Fetches the key set once; a failure is logged, and made good when the first token comes. */
    public Future<Void> warmUp() {
        return refresh().otherwiseEmpty();
    }

    /** Fails with an {@code unauthenticated} problem, which never says what was wrong with the token. */
    public Future<Caller> verify(String authorization) {
        Optional<String> token = bearer(authorization);
        Optional<JsonObject> header = token.flatMap(TokenVerifier::header);
        if (header.isEmpty() || !ALGORITHMS.contains(header.get().getString("alg", ""))) {
            return refused();
        }
        String keyId = header.get().getString("kid", "");
        Future<Void> keys = keyIds.contains(keyId) ? Future.succeededFuture() : refreshIfDue();
        return keys.compose(ready -> {
            if (!keyIds.contains(keyId)) {
                return refused();
            }
            return verifier.authenticate(new TokenCredentials(token.get()))
                    .compose(
                            user -> caller(
                                    user.attributes().getJsonObject("accessToken", user.principal()), token.get()),
                            failure -> refused());
        });
    }

    private Future<Caller> caller(JsonObject claims, String token) {
        String subject = claims.getString("sub", "");
        Long expires = claims.getLong("exp");
        if (subject.isEmpty() || subject.length() > 64 || expires == null) {
            return refused();
        }
        Set<String> roles = new HashSet<>();
        for (Object role : claims.getJsonArray("roles", new JsonArray())) {
            roles.add(String.valueOf(role));
        }
        return Future.succeededFuture(new Caller(
                subject,
                roles,
                Optional.ofNullable(claims.getString("merchant_id")),
                claims.getString("locale", "en"),
                token));
    }

    private Future<Void> refreshIfDue() {
        Duration pause = verifier == null ? FIRST_KEYS_AT_MOST_EVERY : REFRESH_AT_MOST_EVERY;
        if (clock.now().isBefore(lastAsked.plus(pause))) {
            return Future.succeededFuture();
        }
        return refresh().otherwiseEmpty();
    }

    private Future<Void> refresh() {
        lastAsked = clock.now();
        return client.getAbs(config.jwksUrl())
                .timeout(JWKS_TIMEOUT_MILLIS)
                .send()
                .map(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("the issuer answered " + response.statusCode());
                    }
                    take(response.bodyAsJsonObject());
                    return (Void) null;
                })
                .onFailure(failure -> LOG.atWarn().setCause(failure).log("could not fetch the issuer's keys"));
    }

    private void take(JsonObject jwks) {
        Set<String> ids = new HashSet<>();
        List<JsonObject> keys = new ArrayList<>();
        for (Object entry : jwks.getJsonArray("keys", new JsonArray())) {
            JsonObject key = (JsonObject) entry;
            if (ALGORITHMS.contains(key.getString("alg", "RS256")) && key.getString("kid") != null) {
                ids.add(key.getString("kid"));
                keys.add(key);
            }
        }
        verifier = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .setJwks(keys)
                        .setJWTOptions(
                                new JWTOptions().setIssuer(config.issuer()).setAudience(List.of(config.audience()))));
        keyIds = Set.copyOf(ids);
    }

    private static Optional<String> bearer(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.empty();
        }
        String token = authorization.substring(7).strip();
        return token.isEmpty() || token.length() > MAX_TOKEN_CHARS ? Optional.empty() : Optional.of(token);
    }

    private static Optional<JsonObject> header(String token) {
        int dot = token.indexOf('.');
        if (dot <= 0) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(token.substring(0, dot));
            return Optional.of(new JsonObject(new String(decoded, StandardCharsets.UTF_8)));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static <T> Future<T> refused() {
        return Future.failedFuture(
                new ProblemException(ProblemType.UNAUTHENTICATED, "the bearer token is missing or not valid"));
    }
}
