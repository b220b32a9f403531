package io.redress.refunds;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.testkit.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** What a test tries in the database behind the service's back. */
final class TestSql {
    private TestSql() {}

    static void execute(Connection open, String sql) throws SQLException {
        try (Connection connection = open;
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            connection.commit();
        }
    }

    static Connection superuser() throws SQLException {
        PgUrl url = TestInfrastructure.get().postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }

    static Connection app() throws SQLException {
        Map<String, String> environment = TestInfrastructure.get().environment("refund-service", "refunds");
        return DriverManager.getConnection(
                "jdbc:" + environment.get("REDRESS_PG_URL") + "?currentSchema=refunds,ext",
                environment.get("REDRESS_PG_USER"),
                environment.get("REDRESS_PG_PASSWORD"));
    }
}
