package io.redress.kit.http;

import io.redress.kit.http.ProblemTitles.Title;
import io.redress.kit.pg.DatabaseUnavailable;
import io.redress.kit.resilience.PeerUnavailable;
import io.redress.kit.trace.TraceParent;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns every failure into a problem document; an unexpected one shows nothing but the request id. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final int DATABASE_RETRY_SECONDS = 2;
    static final String REQUEST_ID = "X-Request-Id";
    private static final String PROBLEM_JSON = "application/problem+json";

    private Failures() {}

    static void answer(RoutingContext routing, Throwable failure) {
        if (failure instanceof ProblemException problem) {
            problem.retryAfterSeconds().ifPresent(seconds -> retryAfter(routing, seconds));
            send(routing, problem.type(), problem.getMessage(), problem.errors());
        } else if (failure instanceof HttpClosedException && routing.response().closed()) {
            LOG.atInfo()
                    .addKeyValue("requestId", requestId(routing))
                    .addKeyValue("traceId", traceId(routing))
                    .log("the caller broke off");
        } else if (failure instanceof RefusedRead refused) {
            sendRefusal(routing, refused);
        } else if (failure instanceof DatabaseUnavailable) {
            LOG.atWarn()
                    .addKeyValue("requestId", requestId(routing))
                    .addKeyValue("traceId", traceId(routing))
                    .setCause(failure)
                    .log("the database is not available");
            retryAfter(routing, DATABASE_RETRY_SECONDS);
            send(routing, ProblemType.DEPENDENCY_UNAVAILABLE, "the database is not available", List.of());
        } else if (failure instanceof PeerUnavailable peer) {
            retryAfter(routing, peer.retryAfterSeconds());
            send(routing, ProblemType.DEPENDENCY_UNAVAILABLE, peer.peer() + " is not available", List.of());
        } else {
            LOG.atError()
                    .addKeyValue("requestId", requestId(routing))
                    .addKeyValue("traceId", traceId(routing))
                    .setCause(failure)
                    .log("unexpected failure");
            send(routing, ProblemType.INTERNAL, "quote the request id when you ask us about it", List.of());
        }
    }

    /** What the router itself refuses: unknown paths, methods and oversize bodies. */
    static void answerStatus(RoutingContext routing, int status) {
        Optional<ProblemType> type =
                switch (status) {
                    case 400 -> Optional.of(ProblemType.VALIDATION_FAILED);
                    case 404 -> Optional.of(ProblemType.NOT_FOUND);
                    case 405 -> Optional.of(ProblemType.METHOD_NOT_ALLOWED);
                    case 413 -> Optional.of(ProblemType.PAYLOAD_TOO_LARGE);
                    case 414 -> Optional.of(ProblemType.URI_TOO_LONG);
                    case 406 -> Optional.of(ProblemType.NOT_ACCEPTABLE);
                    case 415 -> Optional.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
                    default -> Optional.empty();
                };
        if (type.isPresent()) {
            send(routing, type.get(), type.get().title(), List.of());
        } else {
            Throwable failure = routing.failure();
            answer(routing, failure == null ? new IllegalStateException("status " + status) : failure);
        }
    }

    /** What is not even HTTP: a target or headers too long, or bytes that make no request. The connection ends. */
    static void answerInvalid(HttpServerRequest request, String requestId) {
        boolean target = String.valueOf(request.decoderResult().cause()).contains("TooLongHttpLine");
        ProblemType type = target ? ProblemType.URI_TOO_LONG : ProblemType.VALIDATION_FAILED;
        Problem problem = Problem.of(type, type.title(), List.of(), "", requestId);
        request.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .end(io.vertx.core.buffer.Buffer.buffer(Json.bytes(problem)));
    }

    static HttpAnswer refusal(RoutingContext routing, io.redress.kit.outcome.Refusal refusal) {
        Problem problem = Problem.of(refusal, routing.request().path(), requestId(routing));
        Title title = title(routing, problem);
        return new HttpAnswer(
                problem.status(),
                Map.of("Content-Type", PROBLEM_JSON, "Content-Language", title.language()),
                Json.bytes(problem.titled(title.text())));
    }

    private static void sendRefusal(RoutingContext routing, RefusedRead refused) {
        if (!routing.response().ended() && !routing.response().closed()) {
            HttpAnswer answer = refusal(routing, refused.refusal());
            answer.headers().forEach(routing.response()::putHeader);
            routing.response().setStatusCode(answer.status()).end(io.vertx.core.buffer.Buffer.buffer(answer.body()));
        }
    }

    /** Of the trace that the request is a part of; none before its operation is known. */
    static String traceId(RoutingContext routing) {
        TraceParent step = routing.get(TraceParent.NAME);
        return step == null ? "none" : step.traceId();
    }

    static String requestId(RoutingContext routing) {
        return routing.get(REQUEST_ID, "none");
    }

    private static void retryAfter(RoutingContext routing, int seconds) {
        routing.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(seconds));
    }

    private static void send(RoutingContext routing, ProblemType type, String detail, List<Problem.Violation> errors) {
        if (routing.response().ended() || routing.response().closed()) {
            return;
        }
        Problem problem = Problem.of(type, detail, errors, routing.request().path(), requestId(routing));
        Title title = title(routing, problem);
        if (type == ProblemType.UNAUTHENTICATED) {
            routing.response().putHeader("WWW-Authenticate", "Bearer");
        }
        routing.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, PROBLEM_JSON)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, title.language())
                .end(io.vertx.core.buffer.Buffer.buffer(Json.bytes(problem.titled(title.text()))));
    }

    private static Title title(RoutingContext routing, Problem problem) {
        return ProblemTitles.of(
                routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE), problem.code(), problem.title());
    }
}
