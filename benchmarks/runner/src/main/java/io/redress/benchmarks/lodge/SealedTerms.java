package io.redress.benchmarks.lodge;

import io.redress.benchmarks.suite.Infrastructure;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** penalty-service as far as a brief needs it: it says which terms no text may hold. Not measured. */
final class SealedTerms implements AutoCloseable {

    private static final int TERMS = 20;

    private final HttpServer server;

    SealedTerms(Infrastructure infrastructure) {
        JsonArray terms = new JsonArray();
        for (int number = 0; number < TERMS; number++) {
            terms.add(new JsonObject().put("en", "sealed term " + number).put("zh", "封存词" + number));
        }
        JsonObject body = new JsonObject().put("version", 1).put("terms", terms);
        this.server = infrastructure
                .vertx()
                .createHttpServer()
                .requestHandler(request -> request.response()
                        .putHeader("ETag", "\"1\"")
                        .putHeader("Content-Type", "application/json")
                        .end(body.toBuffer()))
                .listen(0, "127.0.0.1")
                .await();
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    @Override
    public void close() {
        server.close().await();
    }
}
