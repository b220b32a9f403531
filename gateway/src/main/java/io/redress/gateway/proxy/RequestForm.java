package io.redress.gateway.proxy;

import io.redress.kit.http.ProblemException;
import io.redress.kit.http.ProblemType;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** What the head of a request must not say. */
final class RequestForm {

    private RequestForm() {}

    /** @throws ProblemException if the body is compressed: a small one could become any size */
    static void check(HttpServerRequest request, HttpServerResponse response) {
        for (String encoding : request.headers().getAll(HttpHeaders.CONTENT_ENCODING)) {
            if (!encoding.strip().equalsIgnoreCase("identity")) {
                // RFC 7694: what would be understood
                response.putHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
                throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "compressed bodies are not read");
            }
        }
    }
}
