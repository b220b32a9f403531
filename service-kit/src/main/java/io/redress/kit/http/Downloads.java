package io.redress.kit.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends files in parts, at the pace of the reader. The length is said before; one that cannot be read to its end is
 * broken off, so that nobody takes a part for the whole.
 */
final class Downloads {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private Downloads() {}

    static void send(RoutingContext routing, Download download) {
        HttpServerResponse response = routing.response();
        if (response.ended() || response.closed()) {
            Future.succeededFuture().eventually(download.close());
            return;
        }
        download.headers().forEach(response::putHeader);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(download.length()))
                .setStatusCode(200)
                .writeHead();
        download.bytes()
                .pipe()
                .endOnComplete(false)
                .to(response)
                .compose(read -> response.end())
                .onFailure(broken -> {
                    LOG.atWarn()
                            .addKeyValue("requestId", Failures.requestId(routing))
                            .setCause(broken)
                            .log("a download was broken off");
                    routing.request().connection().close();
                })
                .eventually(download.close());
    }
}
