package io.redress.notifications;

import io.redress.testkit.TestInfrastructure;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Stands in for penalty-service, as far as this service asks it: for the sealed terms, of which there are two. */
final class SealedTermsPeer {
    private static final SealedTermsPeer SHARED = new SealedTermsPeer();

    private final HttpServer server;

    private SealedTermsPeer() {
        JsonArray terms = new JsonArray()
                .add(new JsonObject().put("en", "graph-risk-score").put("zh", "关系图谱风险分"))
                .add(new JsonObject().put("en", "device-cluster").put("zh", "设备聚类"));
        server = TestInfrastructure.get()
                .vertx()
                .createHttpServer()
                .requestHandler(request -> {
                    boolean known =
                            request.path().equals("/v1/sealed-terms") && request.getHeader("Authorization") != null;
                    request.response()
                            .setStatusCode(known ? 200 : 404)
                            .putHeader("ETag", "\"1\"")
                            .putHeader("Content-Type", "application/json")
                            .end(new JsonObject()
                                    .put("version", 1)
                                    .put("terms", terms)
                                    .toBuffer());
                })
                .listen(0, "127.0.0.1")
                .await();
    }

    /** The environment of a service that asks this peer. */
    static Map<String, String> environment() {
        Map<String, String> environment =
                new LinkedHashMap<>(TestInfrastructure.get().environment("notification-service", "notifications"));
        environment.put("REDRESS_PENALTIES_URL", "http://127.0.0.1:" + SHARED.server.actualPort());
        return environment;
    }
}
