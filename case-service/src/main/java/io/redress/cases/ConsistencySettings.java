package io.redress.cases;

import io.redress.kit.config.Env;
import java.time.Duration;

/**
 * How rulings are compared.
 *
 * @param period over which; business time
 * @param enough so many comparable decisions make a usual band, outside which reasons are asked for
 */
record ConsistencySettings(Duration period, int enough) {

    private static final Duration PERIOD = Duration.ofDays(365);
    private static final int ENOUGH = 8;
    private static final int MOST_ASKED_FOR = 10_000;

    /** Reads {@code REDRESS_CONSISTENCY_*}; problems are left with the environment. */
    static ConsistencySettings from(Env env) {
        return new ConsistencySettings(
                env.duration("REDRESS_CONSISTENCY_PERIOD", PERIOD, Duration.ofDays(1)),
                env.integer("REDRESS_CONSISTENCY_ENOUGH", ENOUGH, 1, MOST_ASKED_FOR));
    }
}
