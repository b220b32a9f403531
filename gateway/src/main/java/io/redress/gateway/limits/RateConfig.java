package io.redress.gateway.limits;

import io.redress.kit.config.Env;

/**
 * How often one caller may ask.
 *
 * @param known of a caller whose token was verified
 * @param unknown of an address, for everything that was not asked with a valid token
 * @param maxCallers how many callers are remembered; the least active are forgotten first
 * @param trustedHops how many proxies in front of the gateway append to {@code X-Forwarded-For}; 0 if none
 */
public record RateConfig(Rate known, Rate unknown, int maxCallers, int trustedHops) {

    private static final int MOST = 10_000_000;
    private static final int MOST_HOPS = 8;
    private static final int REMEMBERED = 50_000;

    /**
     * @param perMinute how many requests a minute in the long run
     * @param burst how many at once after a pause
     */
    public record Rate(int perMinute, int burst) {}

    public static RateConfig from(Env env) {
        return new RateConfig(
                rate(env, "REDRESS_GATEWAY_RATE", 6_000, 600),
                rate(env, "REDRESS_GATEWAY_UNKNOWN_RATE", 120, 60),
                REMEMBERED,
                env.integer("REDRESS_GATEWAY_TRUSTED_HOPS", 0, 0, MOST_HOPS));
    }

    private static Rate rate(Env env, String prefix, int perMinute, int burst) {
        return new Rate(
                env.integer(prefix + "_PER_MINUTE", perMinute, 1, MOST),
                env.integer(prefix + "_BURST", burst, 1, MOST));
    }
}
