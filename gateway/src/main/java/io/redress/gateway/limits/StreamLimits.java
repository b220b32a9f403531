package io.redress.gateway.limits;

import io.redress.kit.config.Env;

/**
 * How many streams of events may be open.
 *
 * @param perCaller by one caller
 * @param inAll by everybody together
 */
public record StreamLimits(int perCaller, int inAll) {

    private static final int MOST = 10_000;

    public static StreamLimits from(Env env) {
        return new StreamLimits(
                env.integer("REDRESS_GATEWAY_STREAMS_PER_CALLER", 6, 1, MOST),
                env.integer("REDRESS_GATEWAY_STREAMS", 512, 1, MOST));
    }
}
