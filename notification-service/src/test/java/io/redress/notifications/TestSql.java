package io.redress.notifications;

import io.redress.infra.PgUrl;
import io.redress.infra.Provisioning;
import io.redress.testkit.TestInfrastructure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What a test asks of the database behind the service's back, as its superuser. */
final class TestSql {
    private TestSql() {}

    static void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static Connection superuser() throws SQLException {
        PgUrl url = TestInfrastructure.get().postgres().superuserUrl().withDatabase(Provisioning.DATABASE);
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }
}
