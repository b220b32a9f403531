package io.redress.e2e;

import io.redress.infra.PgUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A suite's database in the hands of somebody with every right in it. */
record SuiteDatabase(PgUrl superuser) {

    /** Changes one row's text and leaves its hash as it was. */
    void edit(String schema, String subject, long sequence) throws SQLException {
        withoutTrigger(
                schema,
                "UPDATE %1$s.history SET envelope = '{\"edited\":true}' WHERE subject = '%2$s' AND sequence = %3$d"
                        .formatted(schema, subject, sequence));
    }

    /** Changes the last row's text and computes digest, hash and the aggregate's head anew, so that all of them agree. */
    void forge(String schema, String table, String subject) throws SQLException {
        withoutTrigger(schema, """
                UPDATE %1$s.history SET envelope = '{}', digest = sha256(salt || '{}'::bytea),
                    hash = sha256(prev_hash || sha256(salt || '{}'::bytea))
                WHERE subject = '%3$s'
                  AND sequence = (SELECT max(sequence) FROM %1$s.history WHERE subject = '%3$s');
                UPDATE %1$s.%2$s a SET chain_head = h.hash FROM (
                    SELECT hash FROM %1$s.history WHERE subject = '%3$s' ORDER BY sequence DESC LIMIT 1) h
                WHERE a.id = '%3$s'""".formatted(schema, table, subject));
    }

    /** The first column of what a query finds. */
    List<String> find(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void withoutTrigger(String schema, String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + schema + ".history DISABLE TRIGGER history_is_append_only");
            statement.execute(sql);
            statement.execute("ALTER TABLE " + schema + ".history ENABLE TRIGGER history_is_append_only");
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(superuser.jdbc(), superuser.user(), superuser.password());
    }
}
