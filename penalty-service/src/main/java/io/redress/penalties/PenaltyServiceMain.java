package io.redress.penalties;

import io.redress.kit.boot.Boot;
import io.redress.kit.pg.Migrations;

/** Starts penalty-service, or migrates its schema with the argument {@code migrate}. */
public final class PenaltyServiceMain {

    private PenaltyServiceMain() {}

    public static void main(String[] arguments) {
        Boot.run(
                arguments,
                System.getenv(),
                PenaltyServiceConfig::from,
                config -> Migrations.run(config.service().pg(), PenaltyService.SCHEMA),
                PenaltyService::create);
    }
}
