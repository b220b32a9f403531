package io.redress.e2e.oracles;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of the services' schemas, always qualified, in the transaction that the connection has open. */
final class Rows {

    private static final int FETCH = 1_000;

    private final Connection connection;

    Rows(Connection connection) {
        this.connection = connection;
    }

    /** What one row means. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    /** What is done with one row. */
    @FunctionalInterface
    interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    <T> List<T> list(String sql, Mapper<T> mapper, Object... arguments) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(mapper.map(row)), arguments);
        return found;
    }

    /** The first column of every row. */
    List<String> texts(String sql, Object... arguments) {
        return list(sql, row -> row.getString(1), arguments);
    }

    /**
     * Row after row, without holding them.
     *
     * @throws IllegalStateException if the database refuses
     */
    void each(String sql, Reader reader, Object... arguments) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read: " + sql, e);
        }
    }
}
