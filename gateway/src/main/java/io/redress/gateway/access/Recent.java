package io.redress.gateway.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.function.Function;

/**
 * Answers of the database, believed for ten seconds at the most and forgotten as soon as this instance changes anything;
 * "there is none" is an answer too. Holds 10 000 at the most. Used from one event loop.
 *
 * @param <K> what was asked
 * @param <V> what was answered
 */
final class Recent<K, V> {

    private static final Duration BELIEVED_FOR = Duration.ofSeconds(10);
    private static final int MOST = 10_000;

    private final Cache<K, V> cache = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(BELIEVED_FOR)
            .executor(Runnable::run)
            .build();
    private final Function<K, Future<V>> source;
    private int changes;

    Recent(Function<K, Future<V>> source) {
        this.source = source;
    }

    Future<V> get(K key) {
        V known = cache.getIfPresent(key);
        if (known != null) {
            return Future.succeededFuture(known);
        }
        int asked = changes;
        return source.apply(key).onSuccess(found -> {
            // what was read before a change may be what the change replaced
            if (asked == changes) {
                cache.put(key, found);
            }
        });
    }

    void forget() {
        changes++;
        cache.invalidateAll();
    }
}
