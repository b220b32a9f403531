package io.redress.kit.http;

import io.redress.kit.boot.Boot;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.pg.Migrations;

/** The smallest service there can be, as a process of its own. */
final class TallyMain {

    private TallyMain() {}

    public static void main(String[] arguments) {
        Boot.run(
                arguments,
                System.getenv(),
                env -> {
                    ServiceConfig config = ServiceConfig.from(env, 0);
                    env.check();
                    return config;
                },
                config -> Migrations.run(config.pg(), "gateway"),
                (config, runtime) -> new TallyService(config, runtime).kit());
    }
}
