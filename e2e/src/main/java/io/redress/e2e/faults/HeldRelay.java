package io.redress.e2e.faults;

import io.redress.e2e.SuiteAddress;
import io.redress.e2e.oracles.TopicRecord;
import io.redress.infra.PgUrl;
import io.redress.quickstart.suite.ServiceName;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * A service whose relay publishes nothing, because somebody else holds the lock that makes it the only one. Commands
 * and consumers go on; what they commit waits in the outbox until this is closed.
 */
public final class HeldRelay implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(2);
    private static final String END_HOLDER = """
            SELECT pg_terminate_backend(pid) FROM pg_locks
            WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid <> pg_backend_pid()
              AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(?, 0)""";
    private static final String TAKE = "SELECT pg_try_advisory_lock(hashtextextended(?, 0))";

    private final Connection connection;
    private final String schema;

    private HeldRelay(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /**
     * Ends the connection on which the relay holds its lock, and takes the lock before the relay is back.
     *
     * @throws IllegalStateException if the relay is faster for 30 s
     */
    public static HeldRelay of(SuiteAddress suite, ServiceName service) {
        PgUrl url = suite.superuser();
        try {
            Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
            HeldRelay held = new HeldRelay(connection, service.schema());
            try {
                held.take();
                return held;
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the relay of " + service.service() + " cannot be held", e);
        }
    }

    private void take() throws SQLException {
        String lock = "outbox:" + schema + ":0/1";
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!holds(lock)) {
            if (System.nanoTime() > limit) {
                throw new IllegalStateException("the relay of " + schema + " keeps its lock");
            }
            try (PreparedStatement end = connection.prepareStatement(END_HOLDER)) {
                end.setString(1, lock);
                end.execute();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean holds(String lock) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, lock);
            try (ResultSet row = take.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** What is committed and not published, in the order in which it would be; places are those in the outbox. */
    public List<TopicRecord> waiting() {
        String sql = "SELECT topic, id, key, envelope FROM " + schema + ".outbox ORDER BY id";
        try (PreparedStatement read = connection.prepareStatement(sql);
                ResultSet rows = read.executeQuery()) {
            List<TopicRecord> waiting = new ArrayList<>();
            while (rows.next()) {
                waiting.add(
                        new TopicRecord(rows.getString(1), 0, rows.getLong(2), rows.getString(3), rows.getString(4)));
            }
            return waiting;
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox of " + schema + " cannot be read", e);
        }
    }

    /** Takes out of the outbox what somebody else has published: the relay will not. */
    void takeOut(List<TopicRecord> published) {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + schema + ".outbox WHERE id = ?")) {
            for (TopicRecord record : published) {
                delete.setLong(1, record.offset());
                delete.addBatch();
            }
            delete.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox of " + schema + " keeps what was published", e);
        }
    }

    /** The relay goes on. */
    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the relay of " + schema + " may still be held", e);
        }
    }
}
