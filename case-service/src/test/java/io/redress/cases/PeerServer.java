package io.redress.cases;

import io.redress.kit.http.ContractFile;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.validation.RequestUtils;
import io.vertx.openapi.validation.RequestValidator;
import io.vertx.openapi.validation.ResponseValidator;
import io.vertx.openapi.validation.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands in for penalty-service and refund-service: answers effect previews as a test says, and holds every question and
 * answer against the contract of the service it stands in for.
 */
final class PeerServer {

    /** What is answered. */
    record Preview(int status, JsonObject body) {}

    private record SealedTerms(long version, JsonArray terms) {}

    private record Contract(OpenAPIContract openApi, RequestValidator requests, ResponseValidator responses) {}

    private final Vertx vertx;
    private final Map<String, Preview> previews = new ConcurrentHashMap<>();
    private final Map<String, Preview> lapses = new ConcurrentHashMap<>();
    private final List<String> questions = new ArrayList<>();
    private final AtomicInteger claims = new AtomicInteger();
    private final Contract penalties;
    private final Contract refunds;
    private volatile SealedTerms sealedTerms = new SealedTerms(1, new JsonArray());
    private HttpServer server;

    private PeerServer(Vertx vertx) {
        this.vertx = vertx;
        this.penalties = contract("openapi/penalty-service.yaml");
        this.refunds = contract("openapi/refund-service.yaml");
    }

    static PeerServer start(Vertx vertx) {
        PeerServer peer = new PeerServer(vertx);
        peer.server = vertx.createHttpServer()
                .requestHandler(peer::handle)
                .listen(0, "127.0.0.1")
                .await();
        return peer;
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Effect previews of this penalty have these effect lines. */
    void effects(String penaltyId, JsonObject... effects) {
        previews.put(penaltyId, preview(effects));
    }

    /** What a lapsed condition would bring has these effect lines. */
    void otherwise(String penaltyId, JsonObject... effects) {
        lapses.put(penaltyId, preview(effects));
    }

    private static Preview preview(JsonObject... effects) {
        JsonArray lines = new JsonArray();
        for (JsonObject effect : effects) {
            lines.add(effect);
        }
        return new Preview(
                200,
                new JsonObject()
                        .put("effects", lines)
                        .put("pointsBefore", 48)
                        .put("pointsAfter", 24)
                        .put("remaining", new JsonArray()));
    }

    void answers(String penaltyId, int status, JsonObject body) {
        previews.put(penaltyId, new Preview(status, body));
    }

    /** Every question so far, as path and body. */
    synchronized List<String> questions() {
        return List.copyOf(questions);
    }

    /** From now on these are the sealed terms, each as en and zh. */
    void sealedTerms(long version, JsonArray terms) {
        sealedTerms = new SealedTerms(version, terms);
    }

    /** Nobody learns the sealed terms any more. */
    void hideSealedTerms() {
        sealedTerms = null;
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/v1/sealed-terms")) {
            terms(request);
            return;
        }
        boolean money = request.path().equals("/v1/claims/effect-preview");
        Contract contract = money ? refunds : penalties;
        Operation operation = contract.openApi().operation(money ? "previewClaimEffect" : "previewEffects");
        request.body()
                .compose(body -> {
                    note(request.path() + " " + body);
                    return RequestUtils.extract(request, operation, () -> Future.succeededFuture(body))
                            .compose(question -> contract.requests().validate(question, operation.getOperationId()))
                            .compose(valid -> answer(request, body.toJsonObject(), contract, operation, money));
                })
                .onFailure(failure -> fail(request, failure));
    }

    private void terms(HttpServerRequest request) {
        SealedTerms now = sealedTerms;
        if (now == null) {
            request.response().setStatusCode(503).end();
            return;
        }
        String etag = '"' + Long.toString(now.version()) + '"';
        request.response().putHeader("ETag", etag);
        if (etag.equals(request.getHeader("If-None-Match"))) {
            request.response().setStatusCode(304).end();
            return;
        }
        JsonObject body = new JsonObject().put("version", now.version()).put("terms", now.terms());
        penalties
                .responses()
                .validate(ValidatableResponse.create(200, body.toBuffer(), "application/json"), "getSealedTerms")
                .compose(valid -> send(request.response(), new Preview(200, body)))
                .onFailure(failure -> fail(request, failure));
    }

    private Future<Void> answer(
            HttpServerRequest request, JsonObject question, Contract contract, Operation operation, boolean money) {
        if (request.getHeader("Authorization") == null) {
            return send(request.response(), new Preview(401, new JsonObject()));
        }
        Preview preview = money
                ? new Preview(200, claim(question))
                : foretold(request.path().split("/")[3], question);
        if (preview.status() != 200) {
            return send(request.response(), preview);
        }
        return contract.responses()
                .validate(
                        ValidatableResponse.create(200, preview.body().toBuffer(), "application/json"),
                        operation.getOperationId())
                .compose(valid -> send(request.response(), preview));
    }

    /** Of a conditional draft the first question names its conditions, the second one is about their lapse. */
    private Preview foretold(String penaltyId, JsonObject question) {
        boolean lapse = lapses.containsKey(penaltyId) && !question.containsKey("dependsOn");
        return (lapse ? lapses : previews).getOrDefault(penaltyId, new Preview(404, problem("not-found")));
    }

    /** With ids that are fresh with every preview. */
    private JsonObject claim(JsonObject question) {
        String name = question.getString("caseId").substring(4) + "_" + claims.incrementAndGet();
        return new JsonObject()
                .put(
                        "effects",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("effectId", "eff_money" + name)
                                        .put("owner", "refunds")
                                        .put("kind", "CLAIM")
                                        .put("subject", "clm_" + name)
                                        .put(
                                                "target",
                                                new JsonObject()
                                                        .put("amountMinor", question.getString("amountMinor"))
                                                        .put("currency", question.getString("currency")))));
    }

    static JsonObject problem(String code) {
        return new JsonObject()
                .put("type", "/problems/" + code)
                .put("title", code)
                .put("status", 422)
                .put("code", code)
                .put("detail", "refused by the peer")
                .put("requestId", "req_1");
    }

    private synchronized void note(String question) {
        questions.add(question);
    }

    private static Future<Void> send(HttpServerResponse response, Preview preview) {
        return response.setStatusCode(preview.status())
                .putHeader("Content-Type", preview.status() == 200 ? "application/json" : "application/problem+json")
                .end(preview.body().toBuffer());
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        request.response().setStatusCode(400).end("not as the contract says: " + failure);
    }

    /** The contract as the other service has it. */
    private Contract contract(String resource) {
        OpenAPIContract openApi = ContractFile.load(vertx, resource).await();
        return new Contract(openApi, RequestValidator.create(vertx, openApi), ResponseValidator.create(vertx, openApi));
    }
}
