package io.redress.e2e.torture;

import io.redress.infra.PgUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** What a superuser can do to everybody else's Postgres. A Postgres that is away is waited for. Blocks. */
final class DatabaseHarm {

    private static final String DISCONNECT =
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'redress-%'";

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(30);
    private static final Duration CONNECT_PAUSE = Duration.ofMillis(200);

    private final PgUrl url;

    DatabaseHarm(PgUrl superuser) {
        this.url = superuser;
    }

    /** Ends every connection of the services. */
    void disconnect() {
        execute(DISCONNECT);
    }

    /** Lets nobody write, whether connected already or not, for that long. */
    void readOnly(Duration length) {
        execute("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()");
        Tormentor.pause(length);
        writable();
    }

    /** Whatever was done, everybody may write again. */
    void writable() {
        execute("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()");
    }

    /** Keeps everybody from reading and writing a table for that long. */
    void lock(String table, Duration length) {
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
            Tormentor.pause(length);
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("could not lock " + table, e);
        }
    }

    private void execute(String... commands) {
        try (Connection connection = connected();
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres does not do " + commands[0], e);
        }
    }

    private Connection connected() throws SQLException {
        long end = System.nanoTime() + CONNECT_LIMIT.toNanos();
        while (true) {
            try {
                return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Tormentor.pause(CONNECT_PAUSE);
            }
        }
    }
}
