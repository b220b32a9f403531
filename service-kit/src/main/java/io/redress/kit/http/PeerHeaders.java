package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.trace.TraceParent;
import io.vertx.ext.web.client.HttpRequest;

/** What a call to another service carries of the command that makes it, so that both are found under one id. */
public final class PeerHeaders {

    private PeerHeaders() {}

    /** Adds the request id that everything is found by, and the step of the trace. */
    public static <T> HttpRequest<T> carry(HttpRequest<T> request, CommandContext context) {
        context.traceparent().ifPresent(step -> request.putHeader(TraceParent.NAME, step));
        return request.putHeader(Failures.REQUEST_ID, context.correlationId());
    }
}
