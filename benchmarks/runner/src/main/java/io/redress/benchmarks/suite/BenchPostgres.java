package io.redress.benchmarks.suite;

import io.redress.infra.EmbeddedPostgres;
import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one server of all sides, with fsync and synchronous commit on. It can be told to log every statement for a moment,
 * which is how the limit learns what a command really sends.
 */
public final class BenchPostgres implements AutoCloseable {

    private static final String SUPERUSER_PASSWORD = "superuser-of-benchmarks";

    private final Path directory;
    private final EmbeddedPostgres server;
    private final Connection admin;

    private BenchPostgres(Path directory, EmbeddedPostgres server, Connection admin) {
        this.directory = directory;
        this.server = server;
        this.admin = admin;
    }

    static BenchPostgres start(Path directory) {
        try {
            // The collector of logs can only be switched on for a start.
            try (EmbeddedPostgres first = EmbeddedPostgres.start(directory, 0, SUPERUSER_PASSWORD);
                    Connection connection = connect(first.superuserUrl())) {
                execute(connection, "ALTER SYSTEM SET logging_collector = on");
                execute(connection, "ALTER SYSTEM SET log_destination = 'jsonlog'");
            }
            EmbeddedPostgres server = EmbeddedPostgres.start(directory, 0, SUPERUSER_PASSWORD);
            Provisioning.provision(server.superuserUrl(), Infrastructure::passwordOf);
            return new BenchPostgres(
                    directory, server, connect(server.superuserUrl().withDatabase(Provisioning.DATABASE)));
        } catch (SQLException e) {
            throw new IllegalStateException("Postgres cannot be set up", e);
        }
    }

    /** Of the postmaster: all its backends and helpers are beneath it. */
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(directory.resolve("postmaster.pid")).get(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return server.port();
    }

    /** As services take it. */
    public String serviceUrl() {
        return server.serviceUrl();
    }

    /** As the superuser, in database {@code redress}. */
    public void execute(String sql) {
        try {
            execute(admin, sql);
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + sql, e);
        }
    }

    /** The one number that a query answers. */
    public long number(String sql) {
        try (Statement statement = admin.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("refused: " + sql, e);
        }
    }

    /** A database of a peer's own on the same server, owned by the superuser. */
    public PgUrl databaseOf(String peer) {
        execute("CREATE DATABASE " + peer);
        return server.superuserUrl().withDatabase(peer);
    }

    /** What the server logged of all statements that were sent while the work ran, one JSON object a line. */
    public List<String> statementsOf(Runnable work) {
        List<String> before = log();
        execute("ALTER SYSTEM SET log_statement = 'all'");
        reload();
        work.run();
        execute("ALTER SYSTEM RESET log_statement");
        reload();
        List<String> after = log();
        return after.subList(before.size(), after.size());
    }

    /** A backend learns of it when it next waits for its client: the answer to a query sent afterwards shows it. */
    private void reload() {
        execute("SELECT pg_reload_conf()");
    }

    private List<String> log() {
        Path logs = directory.resolve("log");
        try (Stream<Path> files = Files.list(logs)) {
            Path newest = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .reduce((one, other) -> other)
                    .orElseThrow(() -> new IllegalStateException("no log in " + logs));
            return Files.readAllLines(newest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection connect(PgUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    @Override
    public void close() {
        try {
            admin.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the superuser's connection does not close", e);
        } finally {
            server.close();
        }
    }
}
