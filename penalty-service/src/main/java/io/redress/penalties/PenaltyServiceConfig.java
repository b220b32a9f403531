package io.redress.penalties;

import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.config.Env;

/** The settings of penalty-service; everything about penalties themselves is data of the rulebooks. */
public record PenaltyServiceConfig(ServiceConfig service) {

    private static final int DEFAULT_PORT = 8082;

    /** Reads {@code REDRESS_*}; throws with every problem at once. */
    public static PenaltyServiceConfig from(Env env) {
        ServiceConfig service = ServiceConfig.from(env, DEFAULT_PORT);
        env.check();
        return new PenaltyServiceConfig(service);
    }
}
