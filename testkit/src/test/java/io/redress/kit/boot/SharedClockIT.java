package io.redress.kit.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.kit.config.Env;
import io.redress.kit.pg.PgConfig;
import io.redress.testkit.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service's clock that follows the row of a suite of processes. */
class SharedClockIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Instant MACHINE = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant FIRST = Instant.parse("2018-01-15T01:00:00Z");

    private final TestInfrastructure infrastructure = TestInfrastructure.get();
    private final AtomicReference<Instant> machine = new AtomicReference<>(MACHINE);
    private SharedClock clock;

    @BeforeEach
    void follow() throws SQLException {
        execute("""
                CREATE TABLE dev.clock (base timestamptz NOT NULL, anchor timestamptz NOT NULL);
                INSERT INTO dev.clock VALUES ('%s', '%s');
                GRANT USAGE ON SCHEMA dev TO cases_app;
                GRANT SELECT ON dev.clock TO cases_app""".formatted(FIRST, MACHINE));
        PgConfig config = PgConfig.from(new Env(infrastructure.environment("case-service", "cases")));
        clock = new SharedClock(infrastructure.vertx(), config, machine::get);
        clock.start().await();
    }

    @AfterEach
    void forget() throws SQLException {
        clock.stop();
        execute("DROP TABLE dev.clock; REVOKE USAGE ON SCHEMA dev FROM cases_app");
    }

    @Test
    void it_begins_where_the_row_says_and_goes_on_as_the_machine_does() {
        assertThat(clock.now()).isEqualTo(FIRST);

        machine.set(MACHINE.plusSeconds(90));

        assertThat(clock.now()).isEqualTo(FIRST.plusSeconds(90));
    }

    @Test
    void it_follows_the_row_and_never_goes_back() throws SQLException {
        Instant later = Instant.parse("2018-02-01T00:00:00Z");

        set(later);
        Awaitility.await().atMost(LIMIT).until(() -> clock.now().equals(later));
        set(FIRST);
        set(later.plusSeconds(1));
        Awaitility.await().atMost(LIMIT).until(() -> clock.now().equals(later.plusSeconds(1)));
    }

    @Test
    void a_change_during_a_lost_connection_is_seen_afterwards() throws SQLException {
        Instant later = Instant.parse("2018-03-01T00:00:00Z");

        execute("""
                UPDATE dev.clock SET base = '%s';
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'redress-dev'""".formatted(later));

        Awaitility.await().atMost(LIMIT).until(() -> clock.now().equals(later));
    }

    private void set(Instant base) throws SQLException {
        execute("UPDATE dev.clock SET base = '%s'; NOTIFY %s".formatted(base, SharedClock.CHANNEL));
    }

    private void execute(String sql) throws SQLException {
        PgUrl url = infrastructure.postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        try (Connection connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
