package io.redress.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {
    private static final String SUPERUSER_PASSWORD = "s'uper secret";

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void startAndProvision() throws SQLException {
        postgres = EmbeddedPostgres.start(directory.resolve("pg"), 0, SUPERUSER_PASSWORD);
        Provisioning.provision(postgres.superuserUrl(), EmbeddedPostgresIT::passwordOf);
        run("penalties_owner", "CREATE TABLE entry (id bigint GENERATED ALWAYS AS IDENTITY, points int)");
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void a_commit_waits_for_the_disk() throws SQLException {
        assertThat(query("penalties_app", "SHOW fsync")).isEqualTo("on");
        assertThat(query("penalties_app", "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query("penalties_app", "SHOW full_page_writes")).isEqualTo("on");
    }

    @Test
    void an_app_role_works_in_its_own_schema() throws SQLException {
        run("penalties_app", "INSERT INTO entry (points) VALUES (12)");
        run("penalties_app", "UPDATE entry SET points = 8");

        assertThat(query("penalties_app", "SELECT points FROM entry")).isEqualTo("8");

        run("penalties_app", "DELETE FROM entry");
        assertThat(query("penalties_app", "SELECT current_schema() || similarity('abc', 'abc')"))
                .isEqualTo("penalties1");
    }

    @Test
    void an_app_role_cannot_truncate_create_or_drop() {
        assertRefused("penalties_app", "TRUNCATE entry", "permission denied for table entry");
        assertRefused("penalties_app", "CREATE TABLE mine (id int)", "permission denied for schema penalties");
        assertRefused("penalties_app", "DROP TABLE entry", "must be owner of table entry");
        assertRefused("penalties_app", "CREATE TABLE public.mine (id int)", "permission denied for schema public");
    }

    @Test
    void a_foreign_schema_is_refused_to_both_roles() {
        String read = "SELECT * FROM penalties.entry";
        assertRefused("cases_app", read, "permission denied for schema penalties");
        assertRefused("cases_owner", read, "permission denied for schema penalties");
    }

    @Test
    void a_wrong_password_is_refused_to_everyone() {
        PgUrl url = postgres.superuserUrl();
        for (String user : new String[] {"postgres", "cases_owner", "cases_app"}) {
            assertThatThrownBy(() -> DriverManager.getConnection(url.jdbc(), user, "guess"))
                    .as(user)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void an_app_role_has_limits_on_statements_and_locks() throws SQLException {
        assertThat(query("refunds_app", "SHOW statement_timeout")).isEqualTo("10s");
        assertThat(query("refunds_app", "SHOW lock_timeout")).isEqualTo("3s");
        assertThat(query("refunds_owner", "SHOW statement_timeout")).isEqualTo("0");
    }

    @Test
    void provisioning_again_changes_nothing_but_the_passwords() throws SQLException {
        run("cases_owner", "CREATE TABLE kept (id int)");

        Provisioning.provision(postgres.superuserUrl(), EmbeddedPostgresIT::passwordOf);

        assertThat(query("cases_app", "SELECT count(*) FROM kept")).isEqualTo("0");
    }

    @Test
    void a_restart_on_the_same_directory_keeps_the_data(@TempDir Path other) throws SQLException {
        Path data = other.resolve("pg");
        try (EmbeddedPostgres first = EmbeddedPostgres.start(data, 0, "one");
                Connection connection = superuser(first);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }

        try (EmbeddedPostgres second = EmbeddedPostgres.start(data, 0, "one");
                Connection connection = superuser(second);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT answer FROM kept")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_run_is_replaced(@TempDir Path other) throws Exception {
        Path data = other.resolve("pg");
        EmbeddedPostgres leftBehind = EmbeddedPostgres.start(data, 0, "one");
        // A killed JVM loses its file lock; here the lock's file goes instead.
        Files.delete(data.resolve("epg-lock"));

        try (EmbeddedPostgres next = EmbeddedPostgres.start(data, 0, "one");
                Connection connection = superuser(next)) {
            assertThat(connection.isValid(5)).isTrue();
            assertThatThrownBy(() -> superuser(leftBehind)).isInstanceOf(SQLException.class);
        }
    }

    private static Connection superuser(EmbeddedPostgres server) throws SQLException {
        PgUrl url = server.superuserUrl();
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    private static Connection as(String role) throws SQLException {
        return DriverManager.getConnection(
                postgres.superuserUrl().withDatabase("redress").jdbc(), role, passwordOf(role));
    }

    private static void run(String role, String sql) throws SQLException {
        try (Connection connection = as(role);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(String role, String sql) throws SQLException {
        try (Connection connection = as(role);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void assertRefused(String role, String sql, String message) {
        assertThatThrownBy(() -> run(role, sql)).as(sql).hasMessageContaining(message);
    }

    private static String passwordOf(String role) {
        return "pass of " + role;
    }
}
