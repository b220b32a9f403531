package io.redress.gateway.proxy;

import io.redress.kit.http.Json;
import io.redress.kit.http.Problem;
import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemTitles;
import io.redress.kit.http.ProblemTitles.Title;
import io.redress.kit.http.ProblemType;
import io.redress.kit.pg.DatabaseUnavailable;
import io.redress.kit.resilience.PeerUnavailable;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's own failures as problem documents; a service's pass through unchanged. */
final class GatewayProblem {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayProblem.class);

    private static final int DATABASE_RETRY_SECONDS = 2;

    private GatewayProblem() {}

    static void answer(HttpServerRequest request, String requestId, Throwable failure) {
        HttpServerResponse response = request.response();
        if (failure instanceof ProblemException problem) {
            problem.retryAfterSeconds().ifPresent(seconds -> retryAfter(response, seconds));
            send(request, requestId, problem.type(), problem.getMessage());
        } else if (failure instanceof HttpClosedException && response.closed()) {
            LOG.atInfo().addKeyValue("requestId", requestId).log("the caller broke off");
        } else if (failure instanceof DatabaseUnavailable) {
            LOG.atWarn().addKeyValue("requestId", requestId).setCause(failure).log("the database is not available");
            retryAfter(response, DATABASE_RETRY_SECONDS);
            send(request, requestId, ProblemType.DEPENDENCY_UNAVAILABLE, "the database is not available");
        } else if (failure instanceof PeerUnavailable peer) {
            retryAfter(response, peer.retryAfterSeconds());
            send(request, requestId, ProblemType.DEPENDENCY_UNAVAILABLE, peer.peer() + " is not available");
        } else {
            LOG.atError().addKeyValue("requestId", requestId).setCause(failure).log("unexpected failure");
            send(request, requestId, ProblemType.INTERNAL, "quote the request id when you ask us about it");
        }
    }

    static void send(HttpServerRequest request, String requestId, ProblemType type, String detail) {
        HttpServerResponse response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Title title = ProblemTitles.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), type.code(), type.title());
        Problem problem = new Problem(
                "/problems/" + type.code(),
                title.text(),
                type.status(),
                detail,
                Optional.ofNullable(request.path()).orElse(""),
                type.code(),
                requestId,
                null,
                Map.of());
        response.setStatusCode(type.status())
                .putHeader("Content-Type", "application/problem+json")
                .putHeader("Content-Language", title.language())
                .end(Buffer.buffer(Json.bytes(problem)));
    }

    private static void retryAfter(HttpServerResponse response, int seconds) {
        response.putHeader("Retry-After", Integer.toString(seconds));
    }
}
