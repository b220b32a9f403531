package io.redress.gateway;

import io.redress.gateway.access.Access;
import io.redress.kit.boot.Boot;
import io.redress.kit.pg.Migrations;

/** The gateway as a process of its own. */
public final class GatewayMain {

    private GatewayMain() {}

    /** Settings come from the environment; {@code migrate} brings the schema up to date and ends. */
    public static void main(String[] arguments) {
        Boot.run(
                arguments,
                System.getenv(),
                GatewayConfig::from,
                config -> Migrations.run(config.access().pg(), Access.SCHEMA),
                Gateway::create);
    }
}
