package io.redress.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.gateway.access.app.ApiKeys;
import io.redress.gateway.access.app.KeySecrets;
import io.redress.gateway.access.domain.ApiKey;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.command.Loaded;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exchanges an API key for a token of the machine it belongs to. A key revoked at another instance may still be taken for
 * ten seconds (see {@link Recent}); expiry and the end of an overlap are exact. Without the database, keys not seen in the
 * last ten seconds are not taken.
 */
final class ApiKeyExchange {

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyExchange.class);
    private static final String SCHEME = "ApiKey ";
    private static final int MAX_CHARS = 128;
    private static final int MOST_NOTED = 10_000;

    private final Database database;
    private final ApiKeys keys;
    private final EdgeTokens tokens;
    private final MachineClock clock;
    private final Recent<String, Optional<ApiKey>> recent;
    private final Cache<String, LocalDate> noted = Caffeine.newBuilder()
            .maximumSize(MOST_NOTED)
            .executor(Runnable::run)
            .build();

    ApiKeyExchange(Database database, ApiKeys keys, EdgeTokens tokens, MachineClock clock) {
        this.database = database;
        this.keys = keys;
        this.tokens = tokens;
        this.clock = clock;
        this.recent = new Recent<>(id -> database.read(tx -> keys.find(tx, id)).map(found -> found.map(Loaded::state)));
    }

    static boolean isApiKey(String authorization) {
        return authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Fails with an {@code unauthenticated} problem that does not say what was wrong with the key. */
    Future<Caller> exchange(String authorization) {
        String text = authorization.substring(SCHEME.length()).strip();
        Optional<KeySecrets.Presented> presented = text.length() > MAX_CHARS ? Optional.empty() : KeySecrets.read(text);
        if (presented.isEmpty()) {
            return refused();
        }
        return recent.get(presented.get().keyId()).compose(key -> {
            Instant now = clock.now();
            if (key.isEmpty() || !key.get().admits(presented.get().secret(), now)) {
                return refused();
            }
            note(key.get().id(), LocalDate.ofInstant(now, ZoneOffset.UTC));
            return Future.succeededFuture(tokens.machine(key.get().machineId()));
        });
    }

    void forget() {
        recent.forget();
    }

    /** Once a day and instance; the request does not wait for it. */
    private void note(String keyId, LocalDate day) {
        if (day.equals(noted.getIfPresent(keyId))) {
            return;
        }
        noted.put(keyId, day);
        database.inTransaction(tx -> keys.used(tx, keyId, day)).onFailure(failure -> {
            noted.invalidate(keyId);
            LOG.atWarn().addKeyValue("key", keyId).setCause(failure).log("could not note the use of a key");
        });
    }

    private static Future<Caller> refused() {
        return Future.failedFuture(
                new ProblemException(ProblemType.UNAUTHENTICATED, "the API key is missing or not valid"));
    }
}
