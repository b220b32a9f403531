package io.redress.cases;

import io.redress.kit.boot.Boot;
import io.redress.kit.pg.Migrations;

/** Starts case-service, or migrates its schema with the argument {@code migrate}. */
public final class CaseServiceMain {

    private CaseServiceMain() {}

    public static void main(String[] arguments) {
        Boot.run(
                arguments,
                System.getenv(),
                CaseServiceConfig::from,
                config -> Migrations.run(config.service().pg(), CaseService.SCHEMA),
                CaseService::create);
    }
}
