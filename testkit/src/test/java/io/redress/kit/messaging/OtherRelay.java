package io.redress.kit.messaging;

import io.redress.infra.PgUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The relay of another process as far as others notice it: it waits for the lock of the outbox, and keeps it. */
final class OtherRelay implements AutoCloseable {

    private static final String WAITING =
            "SELECT count(*) = 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PgUrl url;
    private final String schema;
    private final Connection connection;
    private final CompletableFuture<Void> held;

    OtherRelay(PgUrl url, String schema) {
        this.url = url;
        this.schema = schema;
        this.connection = connect();
        this.held = CompletableFuture.runAsync(this::lock);
    }

    /** Returns once it is the one who gets the lock from its present holder. */
    void isNextInLine() {
        Awaitility.await().atMost(PATIENCE).until(this::waits);
    }

    void holdsTheOutbox() {
        held.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the other relay does not end", e);
        }
    }

    private Connection connect() {
        try {
            return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
        } catch (SQLException e) {
            throw new IllegalStateException("no connection for the other relay", e);
        }
    }

    private void lock() {
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(hashtextextended('outbox:" + schema + ":0/1', 0))");
        } catch (SQLException e) {
            throw new IllegalStateException("the other relay got no lock", e);
        }
    }

    private boolean waits() throws SQLException {
        try (Connection look = connect();
                var statement = look.createStatement();
                var rows = statement.executeQuery(WAITING)) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
