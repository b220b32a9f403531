package io.redress.infra;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Postgres 17 server as a child process, listening on the loopback interface only.
 *
 * <p>Guarantees: {@code fsync} and {@code synchronous_commit} are on (the library beneath starts with both off), so a
 * committed row survives a crash; the data directory is kept and can be started again, also after this JVM was killed
 * and left an orphaned server behind; every role, the superuser too, authenticates with SCRAM-SHA-256 over TCP and
 * nothing listens on a Unix socket. Limit: during the very first start, until the superuser's password is set,
 * loopback connections are trusted.
 *
 * <p>No shutdown hook: whoever starts it stops it, after the services that use it. All methods block.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String SUPERUSER = "postgres";
    private static final Duration STARTUP_LIMIT = Duration.ofSeconds(60);
    private static final String PASSWORD_ONLY = """
            # Written at every start: passwords over loopback TCP, nothing else.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final io.zonky.test.db.postgres.embedded.EmbeddedPostgres server;
    private final PgUrl superuser;

    private final ProcessHandle postmaster;

    private EmbeddedPostgres(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, PgUrl superuser, ProcessHandle postmaster) {
        this.server = server;
        this.superuser = superuser;
        this.postmaster = postmaster;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @param dataDirectory created if absent; reused, with everything in it, if present
     * @param port TCP port on the loopback interface, 0 for a free one
     * @param superuserPassword of role {@code postgres}; the same at every start of one data directory
     * @throws UncheckedIOException if the server cannot be started
     * @throws IllegalStateException if its data directory cannot be made or is in use
     */
    public static EmbeddedPostgres start(Path dataDirectory, int port, String superuserPassword) {
        Postmaster.stopIn(dataDirectory);
        int actualPort = FreePorts.orFree(port);
        try {
            Files.createDirectories(dataDirectory);
            var server = builder(dataDirectory.toAbsolutePath().toFile(), actualPort, superuserPassword)
                    .start();
            try {
                demandPasswords(server, dataDirectory, superuserPassword);
            } catch (SQLException | IOException e) {
                server.close();
                throw new IOException("Postgres started, but its passwords could not be set", e);
            }
            return new EmbeddedPostgres(
                    server,
                    new PgUrl("127.0.0.1", actualPort, "postgres", SUPERUSER, superuserPassword),
                    Postmaster.in(dataDirectory)
                            .orElseThrow(() -> new IllegalStateException("Postgres has started and ended at once")));
        } catch (IOException e) {
            throw new UncheckedIOException("Postgres did not start in " + dataDirectory, e);
        } catch (IllegalStateException e) {
            throw new IllegalStateException("Postgres did not start in " + dataDirectory + rootHint(), e);
        }
    }

    private static String rootHint() {
        return "root".equals(System.getProperty("user.name"))
                ? ": Postgres refuses to run as root, and on this machine 'unshare -U' may not work; use another user"
                : "";
    }

    private static io.zonky.test.db.postgres.embedded.EmbeddedPostgres.Builder builder(
            File dataDirectory, int port, String superuserPassword) {
        return io.zonky.test.db.postgres.embedded.EmbeddedPostgres.builder()
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_LIMIT)
                .setConnectConfig("password", superuserPassword)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "200");
    }

    private static void demandPasswords(
            io.zonky.test.db.postgres.embedded.EmbeddedPostgres server, Path dataDirectory, String password)
            throws SQLException, IOException {
        DataSource admin = server.getPostgresDatabase();
        try (Connection connection = admin.getConnection();
                Statement statement = connection.createStatement()) {
            SqlText.execute(connection, "ALTER ROLE postgres PASSWORD %L", password);
            Files.writeString(dataDirectory.resolve("pg_hba.conf"), PASSWORD_ONLY, StandardCharsets.UTF_8);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    /** TCP port on 127.0.0.1. */
    public int port() {
        return superuser.port();
    }

    /** Process id of the server's first process while it is there; it may be killed by it. */
    public OptionalLong pid() {
        return postmaster.isAlive() ? OptionalLong.of(postmaster.pid()) : OptionalLong.empty();
    }

    /** Address of the superuser in database {@code postgres}, for {@link Provisioning}. */
    public PgUrl superuserUrl() {
        return superuser;
    }

    /** Address of database {@code redress} without credentials, as the services take it. */
    public String serviceUrl() {
        return superuser.withDatabase(Provisioning.DATABASE).withoutCredentials();
    }

    /** Stops the server (open transactions are rolled back); the data directory stays. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            LOG.warn("Postgres on port {} did not stop cleanly", port(), e);
        }
    }
}
