package io.redress.kit.pg;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a schema up to date as its owner: the kit's tables first, then the service's, each with a history of its own,
 * so that either can add a migration without the other. Blocks; not for an event loop.
 */
public final class Migrations {

    private Migrations() {}

    public static void run(PgConfig config, String schema) {
        migrate(config, schema, "db/kit", "flyway_kit_history");
        migrate(config, schema, "db/" + schema, "flyway_service_history");
    }

    private static void migrate(PgConfig config, String schema, String location, String historyTable) {
        String url = "jdbc:" + config.url() + "?currentSchema=" + schema + ",ext";
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(url, config.ownerUser(), config.ownerPassword().value())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(false)
                .table(historyTable)
                .locations("classpath:" + location)
                .placeholders(Map.of("app_role", config.user()))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load()
                .migrate();
    }
}
