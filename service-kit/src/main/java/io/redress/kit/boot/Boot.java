package io.redress.kit.boot;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service as a process of its own. It stops in order on SIGTERM. Exit codes: 0 after a migration, 143 after SIGTERM,
 * 2 when the configuration is wrong, 1 when it could not start.
 */
public final class Boot {

    private static final Logger LOG = LoggerFactory.getLogger(Boot.class);
    private static final int STOP_SECONDS = 30;
    private static final int START_SECONDS = 60;

    private Boot() {}

    /**
     * @param arguments none, or {@code migrate} to bring the schema up to date and end
     * @param migration what {@code migrate} runs
     */
    public static <C> void run(
            String[] arguments,
            Map<String, String> environment,
            Function<Env, C> configuration,
            Consumer<C> migration,
            BiFunction<C, Runtime, RunnableService> creation) {
        C config;
        try {
            config = configuration.apply(new Env(environment));
        } catch (ConfigProblems e) {
            e.problems().forEach(problem -> LOG.error("configuration: {}", problem));
            System.exit(2);
            return;
        }
        if (arguments.length == 1 && arguments[0].equals("migrate")) {
            migration.accept(config);
            return;
        }
        Vertx vertx = Vertx.vertx();
        RunnableService service = creation.apply(config, Runtime.production(vertx));
        java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, service), "stop"));
        try {
            service.start().await(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.error("could not start", e);
            System.exit(1);
        }
    }

    private static void stop(Vertx vertx, RunnableService service) {
        try {
            service.stop().await(STOP_SECONDS, TimeUnit.SECONDS);
            // not chained: a future of a closed event loop never completes
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("did not stop in order", e);
        }
    }
}
