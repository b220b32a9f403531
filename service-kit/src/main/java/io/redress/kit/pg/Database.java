package io.redress.kit.pg;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A service's own schema. The pool and its wait queue are bounded: a full queue fails fast, which the edge answers
 * with 503. Statements and locks time out. READ COMMITTED; serialisation failures and deadlocks are retried at most
 * three times, so what runs in a transaction must be safe to run again.
 */
public final class Database implements Transactions {

    private static final Set<String> RETRIED = Set.of("40001", "40P01");
    private static final int ATTEMPTS = 3;

    private final Vertx vertx;
    private final PgConnectOptions connectOptions;
    private final Pool pool;

    public Database(Vertx vertx, PgConfig config, String schema) {
        this.vertx = vertx;
        this.connectOptions = config.connectOptions(schema);
        PoolOptions poolOptions = new PoolOptions()
                .setMaxSize(config.poolSize())
                .setMaxWaitQueueSize(config.maxWaiting())
                .setConnectionTimeout(config.acquireTimeoutMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setShared(false);
        this.pool = PgBuilder.pool()
                .with(poolOptions)
                .connectingTo(connectOptions)
                .using(vertx)
                .build();
    }

    @Override
    public <T> Future<T> inTransaction(String purpose, Function<Tx, Future<T>> work) {
        return inTransaction(work);
    }

    /** Runs the work in one transaction; a failed future rolls everything back. */
    public <T> Future<T> inTransaction(Function<Tx, Future<T>> work) {
        return attempt(work, 1);
    }

    /** Runs reads on one connection, each statement on its own snapshot. */
    public <T> Future<T> read(Function<Tx, Future<T>> work) {
        return acquire()
                .compose(connection -> {
                    Promise<T> promise = Promise.promise();
                    run(() -> work.apply(new ConnectionTx(connection)))
                            .onComplete(result -> connection.close().onComplete(closed -> promise.handle(result)));
                    return promise.future();
                })
                .recover(DatabaseUnavailable::translate);
    }

    /** A connection of its own, outside the pool, for a lock that has to last. The caller closes it. */
    public Future<PgConnection> dedicatedConnection() {
        return PgConnection.connect(vertx, connectOptions);
    }

    /** A transaction handle over a connection whose transaction the caller has begun. */
    public static Tx over(SqlConnection connection) {
        return new ConnectionTx(connection);
    }

    public Future<Void> close() {
        return pool.close();
    }

    private <T> Future<T> attempt(Function<Tx, Future<T>> work, int number) {
        return acquire()
                .compose(connection -> transaction(connection, work))
                .recover(failure -> number < ATTEMPTS && isRetried(failure)
                        ? attempt(work, number + 1)
                        : DatabaseUnavailable.translate(failure));
    }

    private Future<SqlConnection> acquire() {
        return pool.getConnection()
                .recover(failure -> Future.failedFuture(new DatabaseUnavailable("no connection to be had", failure)));
    }

    /** BEGIN goes out with the first statement and is not waited for. */
    private static <T> Future<T> transaction(SqlConnection connection, Function<Tx, Future<T>> work) {
        Promise<T> promise = Promise.promise();
        Future<Transaction> begun = connection.begin();
        Future<T> worked = run(() -> work.apply(new ConnectionTx(connection)));
        begun.compose(transaction -> worked.compose(
                        value -> transaction.commit().map(value),
                        failure -> transaction.rollback().transform(rolledBack -> Future.<T>failedFuture(failure))))
                .onComplete(result -> connection.close().onComplete(closed -> promise.handle(result)));
        return promise.future();
    }

    private static <T> Future<T> run(Supplier<Future<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean isRetried(Throwable failure) {
        return failure instanceof PgException pg && RETRIED.contains(pg.getSqlState());
    }

    private record ConnectionTx(SqlConnection connection) implements Tx {

        @Override
        public Future<RowSet<Row>> query(String sql, Tuple arguments) {
            return connection.preparedQuery(sql).execute(arguments);
        }

        @Override
        public Future<Void> apply(Write write) {
            if (write.isEmpty()) {
                return Future.succeededFuture();
            }
            WriteStatement statement = WriteStatement.of(write);
            return query(statement.sql(), statement.arguments()).map(statement::demandGuards);
        }

        @Override
        public Future<Void> applyAll(List<Write> writes) {
            List<Future<Void>> sent = new ArrayList<>();
            List<WriteStatement> alike = new ArrayList<>();
            for (Write write : writes) {
                WriteStatement statement = WriteStatement.of(write);
                if (!alike.isEmpty() && !alike.get(0).sql().equals(statement.sql())) {
                    sent.add(batch(List.copyOf(alike)));
                    alike.clear();
                }
                alike.add(statement);
            }
            if (!alike.isEmpty()) {
                sent.add(batch(alike));
            }
            return Future.all(sent).mapEmpty();
        }

        /** One message to the server and one back, however many they are. */
        private Future<Void> batch(List<WriteStatement> alike) {
            WriteStatement first = alike.get(0);
            return connection
                    .preparedQuery(first.sql())
                    .executeBatch(alike.stream().map(WriteStatement::arguments).toList())
                    .map(rows -> {
                        for (RowSet<Row> counts = rows; counts != null; counts = counts.next()) {
                            first.demandGuards(counts);
                        }
                        return null;
                    });
        }
    }
}
