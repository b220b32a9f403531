package io.redress.kit.pg;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Looks something up by its key. What is asked for in one transaction before its event loop goes on is looked up by one
 * statement, so that commands that share a transaction share their reads too. Guarantees: each who asks has his own answer;
 * the statement goes out after everything that was sent before it was first asked for. Limit: two answers of one such
 * look-up are of one snapshot, those of two look-ups need not be.
 */
public final class Lookup<K, V> {

    /** One statement for as many keys as there are. */
    @FunctionalInterface
    public interface Statement<K, V> {

        /**
         * @param keys all different
         * @return what there is, by key
         */
        Future<Map<K, V>> find(Tx tx, List<K> keys);
    }

    private record Asked<K, V>(Set<K> keys, Promise<Map<K, V>> found) {}

    private final Statement<K, V> statement;
    private final Map<Tx, Asked<K, V>> waiting = new ConcurrentHashMap<>();

    public Lookup(Statement<K, V> statement) {
        this.statement = statement;
    }

    /** Empty where there is nothing under this key. Outside an event loop nothing is gathered. */
    public Future<Optional<V>> find(Tx tx, K key) {
        Context context = Vertx.currentContext();
        if (context == null) {
            return statement.find(tx, List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
        }
        Asked<K, V> asked = waiting.computeIfAbsent(tx, first -> {
            context.runOnContext(gathered -> send(tx));
            return new Asked<>(new LinkedHashSet<>(), Promise.promise());
        });
        asked.keys().add(key);
        return asked.found().future().map(found -> Optional.ofNullable(found.get(key)));
    }

    private void send(Tx tx) {
        Asked<K, V> asked = waiting.remove(tx);
        try {
            statement.find(tx, List.copyOf(asked.keys())).onComplete(asked.found());
        } catch (RuntimeException e) {
            asked.found().fail(e);
        }
    }

    /** What a statement has answered, by key; of several rows with one key the last. */
    public static <K, V> Map<K, V> byKey(Iterable<Row> rows, Function<Row, K> key, Function<Row, V> value) {
        Map<K, V> found = new HashMap<>();
        rows.forEach(row -> found.put(key.apply(row), value.apply(row)));
        return found;
    }
}
