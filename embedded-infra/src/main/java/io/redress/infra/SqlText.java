package io.redress.infra;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs utility statements, which take no parameters, with names and literals quoted by the server itself. */
final class SqlText {
    private SqlText() {}

    /** @param template for the server's {@code format()}: %I is an identifier, %L a literal */
    static void execute(Connection connection, String template, String... arguments) throws SQLException {
        String sql = formatted(connection, template, arguments);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String formatted(Connection connection, String template, String... arguments) throws SQLException {
        try (PreparedStatement format = connection.prepareStatement("SELECT format(?, VARIADIC ?::text[])")) {
            format.setString(1, template);
            format.setArray(2, connection.createArrayOf("text", arguments));
            try (ResultSet row = format.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
