package io.redress.benchmarks.hop;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The service behind the proxies: it answers 1 KB to everything, 201 to a POST, and says at {@code /answered} how many
 * answers it has given. Settings: BENCH_PORT. Says {@code ready}.
 */
public final class UpstreamMain {

    static final int BODY_BYTES = 1_024;
    static final String COUNT = "/answered";

    private UpstreamMain() {}

    public static void main(String[] arguments) {
        Buffer body = Buffer.buffer("{\"text\":\"" + "x".repeat(BODY_BYTES - 11) + "\"}");
        AtomicLong answered = new AtomicLong();
        Vertx.vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    request.response().putHeader("Content-Type", "application/json");
                    if (request.path().equals(COUNT)) {
                        request.response().end(Long.toString(answered.get()));
                        return;
                    }
                    answered.incrementAndGet();
                    request.response()
                            .setStatusCode(HttpMethod.POST.equals(request.method()) ? 201 : 200)
                            .end(body);
                })
                .listen(Integer.parseInt(System.getenv("BENCH_PORT")), "127.0.0.1")
                .onSuccess(server -> System.out.println("ready"))
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }
}
