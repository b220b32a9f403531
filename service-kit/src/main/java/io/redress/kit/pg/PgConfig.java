package io.redress.kit.pg;

import io.redress.kit.config.Env;
import io.redress.kit.config.Secret;
import io.vertx.pgclient.PgConnectOptions;
import java.util.Map;

/**
 * How to reach the service's schema.
 *
 * @param url {@code postgresql://host:port/database}
 * @param user the app role: DML only
 * @param ownerUser the role that owns the schema, for migrations
 * @param poolSize connections at the most
 * @param maxWaiting commands waiting for a connection at the most; more fail fast
 */
public record PgConfig(
        String url,
        String user,
        Secret password,
        String ownerUser,
        Secret ownerPassword,
        int poolSize,
        int maxWaiting,
        int acquireTimeoutMillis,
        int statementTimeoutMillis,
        int lockTimeoutMillis) {

    public static PgConfig from(Env env) {
        return new PgConfig(
                env.required("REDRESS_PG_URL"),
                env.required("REDRESS_PG_USER"),
                env.secret("REDRESS_PG_PASSWORD"),
                env.required("REDRESS_PG_OWNER_USER"),
                env.secret("REDRESS_PG_OWNER_PASSWORD"),
                env.integer("REDRESS_PG_POOL_SIZE", 8, 1, 64),
                env.integer("REDRESS_PG_MAX_WAITING", 256, 1, 10_000),
                env.integer("REDRESS_PG_ACQUIRE_TIMEOUT_MILLIS", 2_000, 10, 60_000),
                env.integer("REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", 5_000, 10, 600_000),
                env.integer("REDRESS_PG_LOCK_TIMEOUT_MILLIS", 2_000, 10, 600_000));
    }

    /** @param schema first in the search path */
    public PgConnectOptions connectOptions(String schema) {
        return PgConnectOptions.fromUri(url)
                .setUser(user)
                .setPassword(password.value())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(256)
                .setPreparedStatementCacheSqlFilter(sql -> true)
                .setPipeliningLimit(16)
                .setProperties(Map.of(
                        "search_path",
                        schema + ",ext",
                        "application_name",
                        "redress-" + schema,
                        "statement_timeout",
                        Integer.toString(statementTimeoutMillis),
                        "lock_timeout",
                        Integer.toString(lockTimeoutMillis),
                        "idle_in_transaction_session_timeout",
                        "30000",
                        // Or a plan that is kept from when a table was empty reads it whole when it has grown.
                        "enable_seqscan",
                        "off",
                        // It goes by costs, and what cannot do without a whole table has a very high one now.
                        "jit",
                        "off",
                        "TimeZone",
                        "UTC"));
    }
}
