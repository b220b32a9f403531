package io.redress.infra;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Creates what the services expect to find in Postgres: database {@code redress}, schema {@code ext} with the
 * extensions, one schema per service and two roles each.
 *
 * <p>Guarantees: idempotent; {@code <schema>_owner} owns its schema and nothing else; {@code <schema>_app} may SELECT,
 * INSERT, UPDATE and DELETE in the tables its owner creates and use their sequences, and may neither TRUNCATE, create
 * nor drop, nor see another service's schema. Roles' passwords are set anew on every run.
 */
public final class Provisioning {
    /** The one database of all services. */
    public static final String DATABASE = "redress";

    /** One schema per service; {@code dev} exists for the development clock only. */
    public static final List<String> SCHEMAS =
            List.of("cases", "penalties", "refunds", "notifications", "gateway", "dev");

    private static final List<String> EXTENSIONS = List.of("btree_gist", "ltree", "pg_trgm");

    private Provisioning() {}

    /** Role that runs the migrations of a schema. */
    public static String owner(String schema) {
        return schema + "_owner";
    }

    /** Role that the running service uses. */
    public static String app(String schema) {
        return schema + "_app";
    }

    /**
     * @param superuser any database of the server, as a superuser
     * @param passwordOfRole gives the password of a role such as {@code cases_app}
     * @throws IllegalStateException if the server refuses a step
     */
    public static void provision(PgUrl superuser, UnaryOperator<String> passwordOfRole) {
        try {
            try (Connection any = connect(superuser)) {
                if (!exists(any, "SELECT 1 FROM pg_database WHERE datname = ?", DATABASE)) {
                    SqlText.execute(any, "CREATE DATABASE %I ENCODING 'UTF8' TEMPLATE template0", DATABASE);
                }
            }
            try (Connection database = connect(superuser.withDatabase(DATABASE))) {
                database.setAutoCommit(false);
                SqlText.execute(database, "REVOKE ALL ON DATABASE %I FROM PUBLIC", DATABASE);
                SqlText.execute(database, "REVOKE ALL ON SCHEMA public FROM PUBLIC");
                extensions(database);
                for (String schema : SCHEMAS) {
                    schema(database, schema, passwordOfRole);
                }
                database.commit();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("could not provision " + superuser, e);
        }
    }

    private static void extensions(Connection database) throws SQLException {
        SqlText.execute(database, "CREATE SCHEMA IF NOT EXISTS ext");
        for (String extension : EXTENSIONS) {
            SqlText.execute(database, "CREATE EXTENSION IF NOT EXISTS %I SCHEMA ext", extension);
        }
    }

    private static void schema(Connection database, String schema, UnaryOperator<String> passwordOfRole)
            throws SQLException {
        String owner = owner(schema);
        String app = app(schema);
        for (String role : List.of(owner, app)) {
            role(database, role, passwordOfRole.apply(role));
            SqlText.execute(database, "GRANT CONNECT ON DATABASE %I TO %I", DATABASE, role);
            SqlText.execute(database, "GRANT USAGE ON SCHEMA ext TO %I", role);
            SqlText.execute(database, "ALTER ROLE %I IN DATABASE %I SET search_path = %I, ext", role, DATABASE, schema);
        }
        SqlText.execute(database, "CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I", schema, owner);
        SqlText.execute(database, "GRANT USAGE ON SCHEMA %I TO %I", schema, app);
        SqlText.execute(database, """
                ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I
                    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO %I
                """, owner, schema, app);
        SqlText.execute(
                database,
                "ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT USAGE, SELECT ON SEQUENCES TO %I",
                owner,
                schema,
                app);
        limits(database, app);
    }

    private static void role(Connection database, String role, String password) throws SQLException {
        if (!exists(database, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            SqlText.execute(database, "CREATE ROLE %I LOGIN NOINHERIT", role);
        }
        SqlText.execute(database, "ALTER ROLE %I PASSWORD %L", role, password);
    }

    /** A stuck statement or a forgotten transaction must not hold locks for ever. */
    private static void limits(Connection database, String app) throws SQLException {
        SqlText.execute(database, "ALTER ROLE %I IN DATABASE %I SET statement_timeout = '10s'", app, DATABASE);
        SqlText.execute(database, "ALTER ROLE %I IN DATABASE %I SET lock_timeout = '3s'", app, DATABASE);
        SqlText.execute(
                database,
                "ALTER ROLE %I IN DATABASE %I SET idle_in_transaction_session_timeout = '30s'",
                app,
                DATABASE);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Connection connect(PgUrl url) throws SQLException {
        return DriverManager.getConnection(url.jdbc(), url.user(), url.password());
    }
}
