package io.redress.quickstart.suite;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.boot.SharedClock;
import io.redress.quickstart.clock.SuiteClock;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;

/** The row that the clocks of the services' processes follow; see {@link SharedClock}. Only the suite writes it. */
final class ClockRow {

    private static final String DEVELOPMENT = "dev";

    private static final String MOVE = """
            WITH moved AS (
                INSERT INTO dev.clock (base, anchor) VALUES ($1, $2)
                ON CONFLICT (one) DO UPDATE SET base = excluded.base, anchor = excluded.anchor RETURNING 1)
            SELECT pg_notify('%s', '') FROM moved""".formatted(SharedClock.CHANNEL);

    private final Pool pool;

    private ClockRow(Pool pool) {
        this.pool = pool;
    }

    /**
     * Makes the table where it is missing and lets every service read it. Blocks.
     *
     * @param database redress, without credentials
     */
    static ClockRow install(Vertx vertx, PgUrl database, Infrastructure infrastructure, SuiteClock clock) {
        String owner = Provisioning.owner(DEVELOPMENT);
        try (Connection connection =
                        DriverManager.getConnection(database.jdbc(), owner, infrastructure.rolePassword(owner));
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    CREATE TABLE IF NOT EXISTS dev.clock (
                        one boolean PRIMARY KEY DEFAULT true CHECK (one),
                        base timestamptz NOT NULL,
                        anchor timestamptz NOT NULL)""");
            for (ServiceName service : ServiceName.values()) {
                String app = Provisioning.app(service.schema());
                statement.execute("GRANT USAGE ON SCHEMA dev TO " + app);
                statement.execute("GRANT SELECT ON dev.clock TO " + app);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not make the suite's clock", e);
        }
        String app = Provisioning.app(DEVELOPMENT);
        PgConnectOptions options = PgConnectOptions.fromUri(database.withoutCredentials())
                .setUser(app)
                .setPassword(infrastructure.rolePassword(app));
        ClockRow row = new ClockRow(PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(options)
                .using(vertx)
                .build());
        Completion.of(row.tell(clock));
        return row;
    }

    /** Tells the processes where the clock stands. */
    Future<Void> tell(SuiteClock clock) {
        SuiteClock.Setting setting = clock.setting();
        return pool.preparedQuery(MOVE)
                .execute(Tuple.of(utc(setting.base()), utc(setting.anchor())))
                .mapEmpty();
    }

    private static Object utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
