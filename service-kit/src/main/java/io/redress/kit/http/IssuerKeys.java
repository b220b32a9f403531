package io.redress.kit.http;

import io.redress.kit.boot.MachineClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One issuer's public keys. The last good set is kept, so known keys go on working while the issuer is down. An unknown
 * key id leads to one request a minute at most (one a second while there are no keys yet), always to the configured
 * address; nothing that a token says is ever used as an address. Each key verifies one algorithm.
 */
final class IssuerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerKeys.class);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration FIRST_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int MAX_KEYS = 64;
    private static final Map<String, String> ALGORITHM_OF_KIND = Map.of("RSA", "RS256", "EC", "ES256");

    /** One key with the only algorithm that it is used with. */
    record Key(String algorithm, JWTAuth verifier) {}

    private final Vertx vertx;
    private final Optional<Source> source;
    private final Set<String> algorithms;
    private Map<String, Key> keys = Map.of();
    private Instant lastAsked = Instant.EPOCH;
    private Future<Void> running;
    private int generation;

    private record Source(WebClient client, String url, MachineClock clock) {}

    private IssuerKeys(Vertx vertx, Optional<Source> source, Set<String> algorithms) {
        this.vertx = vertx;
        this.source = source;
        this.algorithms = algorithms;
    }

    static IssuerKeys fetched(Vertx vertx, WebClient client, String url, Set<String> algorithms, MachineClock clock) {
        return new IssuerKeys(vertx, Optional.of(new Source(client, url, clock)), algorithms);
    }

    static IssuerKeys fixed(Vertx vertx, JsonObject keySet, Set<String> algorithms) {
        IssuerKeys fixed = new IssuerKeys(vertx, Optional.empty(), algorithms);
        fixed.take(keySet);
        return fixed;
    }

    /** Fetches the set once; a failure is logged, and made good when the first token comes. */
    Future<Void> warmUp() {
        return source.map(this::refresh).orElseGet(Future::succeededFuture).otherwiseEmpty();
    }

    /** The key of this id if it is used with this algorithm. */
    Future<Optional<Key>> find(String keyId, String algorithm) {
        if (!algorithms.contains(algorithm)) {
            return Future.succeededFuture(Optional.empty());
        }
        Future<Void> asked = keys.containsKey(keyId) ? Future.succeededFuture() : refreshIfDue();
        return asked.map(ready -> Optional.ofNullable(keys.get(keyId))
                .filter(key -> key.algorithm().equals(algorithm)));
    }

    /** Grows when the set changes: what was verified with an older set has to be verified again. */
    int generation() {
        return generation;
    }

    private Future<Void> refreshIfDue() {
        if (source.isEmpty()) {
            return Future.succeededFuture();
        }
        if (running != null) {
            return running.otherwiseEmpty();
        }
        Duration pause = keys.isEmpty() ? FIRST_AGAIN_AFTER : AGAIN_AFTER;
        if (source.get().clock().now().isBefore(lastAsked.plus(pause))) {
            return Future.succeededFuture();
        }
        return refresh(source.get()).otherwiseEmpty();
    }

    private Future<Void> refresh(Source from) {
        lastAsked = from.clock().now();
        running = from.client()
                .getAbs(from.url())
                .followRedirects(false)
                .timeout(TIMEOUT_MILLIS)
                .as(PeerClient.answer())
                .send()
                .map(response -> {
                    if (response.statusCode() != 200) {
                        throw new IllegalStateException("the issuer answered " + response.statusCode());
                    }
                    take(response.bodyAsJsonObject());
                    return (Void) null;
                })
                .onFailure(failure -> LOG.atWarn()
                        .addKeyValue("address", from.url())
                        .setCause(failure)
                        .log("could not fetch the issuer's keys"))
                .onComplete(done -> running = null);
        return running;
    }

    private void take(JsonObject keySet) {
        Map<String, Key> taken = new HashMap<>();
        for (Object entry : keySet.getJsonArray("keys", new JsonArray())) {
            if (entry instanceof JsonObject key && taken.size() < MAX_KEYS) {
                usable(key).ifPresent(found -> taken.put(key.getString("kid"), found));
            }
        }
        if (taken.isEmpty()) {
            throw new IllegalStateException("the issuer's key set holds no usable key");
        }
        generation += taken.keySet().equals(keys.keySet()) ? 0 : 1;
        keys = Map.copyOf(taken);
    }

    /** Public keys for signatures only: a shared secret or a key for encryption is no key here. */
    private Optional<Key> usable(JsonObject key) {
        String algorithm = key.getString("alg", ALGORITHM_OF_KIND.getOrDefault(key.getString("kty", ""), ""));
        boolean usable = key.getString("kid") != null
                && algorithms.contains(algorithm)
                && ALGORITHM_OF_KIND.containsKey(key.getString("kty", ""))
                && "sig".equals(key.getString("use", "sig"));
        if (!usable) {
            return Optional.empty();
        }
        JsonObject one = key.copy().put("alg", algorithm);
        return Optional.of(new Key(
                algorithm,
                JWTAuth.create(
                        vertx,
                        new JWTAuthOptions().addJwk(one).setJWTOptions(new JWTOptions().setIgnoreExpiration(true)))));
    }
}
