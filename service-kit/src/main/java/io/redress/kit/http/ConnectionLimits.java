package io.redress.kit.http;

import io.redress.kit.config.Env;
import java.time.Duration;

/**
 * What a server bears of its clients.
 *
 * @param connections open at a time; a further one is closed as soon as it is there
 * @param perAddress open at a time from one address; behind a proxy all have the proxy's
 * @param head from the first byte of a request to the end of its headers
 * @param body from the end of the headers to the end of the body
 * @param upload the same for a file
 * @param bodyBytes of all requests that are being received or answered; one sender never has more than half
 */
public record ConnectionLimits(
        int connections, int perAddress, Duration head, Duration body, Duration upload, int bodyBytes) {

    private static final int CONNECTIONS = 4_096;
    private static final int MAX_CONNECTIONS = 65_536;
    private static final int MIB = 1_048_576;

    static ConnectionLimits from(Env env) {
        int connections = env.integer("REDRESS_MAX_CONNECTIONS", CONNECTIONS, 1, MAX_CONNECTIONS);
        return new ConnectionLimits(
                connections,
                // one address never takes all
                env.integer("REDRESS_MAX_CONNECTIONS_PER_ADDRESS", (connections + 1) / 2, 1, MAX_CONNECTIONS),
                env.duration("REDRESS_HEAD_TIMEOUT", Duration.ofSeconds(10)),
                env.duration("REDRESS_BODY_TIMEOUT", Duration.ofSeconds(30)),
                env.duration("REDRESS_UPLOAD_TIMEOUT", Duration.ofMinutes(10)),
                env.integer("REDRESS_MAX_BODIES_BYTES", 64 * MIB, 4_096, 1_024 * MIB));
    }
}
