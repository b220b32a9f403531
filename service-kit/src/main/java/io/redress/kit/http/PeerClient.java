package io.redress.kit.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.PoolOptions;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.codec.BodyCodec;

/**
 * The client that others are called with: connections, calls that wait for one, the time to connect, and the size of
 * an answer are bounded. How long an answer may take is the caller's to say.
 */
public final class PeerClient {

    private static final int CONNECTIONS_TO_ONE = 32;
    private static final int WAITING_FOR_ONE = 64;
    private static final int CONNECT_MILLIS = 2_000;
    private static final int MOST_BYTES = 4 * 1_048_576;

    private PeerClient() {}

    public static WebClient create(Vertx vertx) {
        return WebClient.create(
                vertx,
                new WebClientOptions().setUserAgentEnabled(false).setConnectTimeout(CONNECT_MILLIS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_TO_ONE).setMaxWaitQueueSize(WAITING_FOR_ONE));
    }

    /** For a request's {@code as}: an answer of more than 4 MiB is a failure, and is not read further. */
    public static BodyCodec<Buffer> answer() {
        return () -> new BoundedBody(MOST_BYTES);
    }
}
