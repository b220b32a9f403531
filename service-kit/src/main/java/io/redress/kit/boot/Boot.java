package io.redress.kit.boot;

import io.redress.kit.config.ConfigProblems;
import io.redress.kit.config.Env;
import io.redress.kit.pg.PgConfig;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
        boolean suiteClock;
        try {
            config = configuration.apply(new Env(environment));
            Env own = new Env(environment);
            suiteClock = suiteClock(own);
            own.check();
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
        try {
            Optional<SharedClock> clock =
                    suiteClock ? Optional.of(followTheSuite(vertx, environment)) : Optional.empty();
            Runtime production = Runtime.production(vertx);
            Runtime runtime = clock.map(production::at).orElse(production);
            RunnableService service = creation.apply(config, runtime);
            java.lang.Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(vertx, service, clock), "stop"));
            service.start().await(START_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.error("could not start", e);
            System.exit(1);
        }
    }

    /** @return whether business time is that of a development suite */
    private static boolean suiteClock(Env env) {
        return env.developmentOnly("REDRESS_CLOCK", "machine", "suite").equals("suite");
    }

    private static SharedClock followTheSuite(Vertx vertx, Map<String, String> environment) throws TimeoutException {
        SharedClock clock = new SharedClock(vertx, PgConfig.from(new Env(environment)), MachineClock.system());
        clock.start().await(START_SECONDS, TimeUnit.SECONDS);
        return clock;
    }

    private static void stop(Vertx vertx, RunnableService service, Optional<SharedClock> clock) {
        try {
            service.stop().await(STOP_SECONDS, TimeUnit.SECONDS);
            clock.ifPresent(SharedClock::stop);
            // not chained: a future of a closed event loop never completes
            vertx.close().await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("did not stop in order", e);
        }
    }
}
