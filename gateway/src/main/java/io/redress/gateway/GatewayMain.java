package io.redress.gateway;

import io.redress.kit.boot.Boot;

/** The gateway as a process of its own. */
public final class GatewayMain {

    private GatewayMain() {}

    /** Settings come from the environment; {@code migrate} has nothing to do, the gateway keeps no data. */
    public static void main(String[] arguments) {
        Boot.run(arguments, System.getenv(), GatewayConfig::from, config -> {}, Gateway::create);
    }
}
