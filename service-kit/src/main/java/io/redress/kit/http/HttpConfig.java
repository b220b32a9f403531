package io.redress.kit.http;

import io.redress.kit.config.Env;

/**
 * Where a service listens.
 *
 * @param port of the API; 0 lets the system choose
 * @param managementPort of health, metrics and activity; 0 lets the system choose
 * @param maxBodyBytes larger request bodies are refused with 413
 * @param drainMillis how long a stop waits for requests under way
 * @param maxUnderWay further requests are refused with 503 until one is answered
 */
public record HttpConfig(
        String host,
        int port,
        int managementPort,
        int maxBodyBytes,
        int drainMillis,
        int maxUnderWay,
        ConnectionLimits connections) {

    public static HttpConfig from(Env env, int defaultPort) {
        return new HttpConfig(
                env.optional("REDRESS_HTTP_HOST", "127.0.0.1"),
                env.port("REDRESS_HTTP_PORT", defaultPort),
                env.port("REDRESS_MANAGEMENT_PORT", defaultPort + 1000),
                env.integer("REDRESS_MAX_BODY_BYTES", 262_144, 1_024, 16_777_216),
                env.integer("REDRESS_DRAIN_MILLIS", 10_000, 0, 300_000),
                env.integer("REDRESS_MAX_UNDER_WAY", 200, 1, 10_000),
                ConnectionLimits.from(env));
    }
}
