package io.redress.gateway.proxy;

import io.redress.kit.http.Json;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.DatabaseUnavailable;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's own failures as problem documents; a service's pass through unchanged. */
final class GatewayProblem {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProblem.class);

    private static final int DATABASE_RETRY_SECONDS = 2;

    private GatewayProblem() {}

    static void answer(HttpServerResponse response, String path, String requestId, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            problem.retryAfterSeconds().ifPresent(seconds -> retryAfter(response, seconds));
            send(response, path, requestId, problem.type(), problem.getMessage());
        } else if (failure instanceof DatabaseUnavailable) {
            LOG.atWarn().addKeyValue("requestId", requestId).setCause(failure).log("the database is not available");
            retryAfter(response, DATABASE_RETRY_SECONDS);
            send(response, path, requestId, ProblemType.DEPENDENCY_UNAVAILABLE, "the database is not available");
        } else if (failure instanceof PeerUnavailable peer) {
            retryAfter(response, peer.retryAfterSeconds());
            send(response, path, requestId, ProblemType.DEPENDENCY_UNAVAILABLE, peer.peer() + " is not available");
        } else {
            LOG.atError().addKeyValue("requestId", requestId).setCause(failure).log("unexpected failure");
            send(response, path, requestId, ProblemType.INTERNAL, "quote the request id when you ask us about it");
        }
    }

    static void send(HttpServerResponse response, String path, String requestId, ProblemType type, String detail) {
        if (response.ended() || response.closed()) {
            return;
        }
        Problem problem = new Problem(
                "/problems/" + type.code(),
                type.title(),
                type.status(),
                detail,
                path,
                type.code(),
                requestId,
                null,
                Map.of());
        response.setStatusCode(type.status())
                .putHeader("Content-Type", "application/problem+json")
                .end(Buffer.buffer(Json.bytes(problem)));
    }

    private static void retryAfter(HttpServerResponse response, int seconds) {
        response.putHeader("Retry-After", Integer.toString(seconds));
    }
}
