package io.redress.cases.client;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.client.HttpResponse;
import java.util.function.Supplier;

/** What stands between this service and a peer: timeout, bulkhead, breaker, retry. */
@FunctionalInterface
public interface Protection {

    Future<HttpResponse<Buffer>> call(Supplier<Future<HttpResponse<Buffer>>> attempt);
}
