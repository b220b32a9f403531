package io.redress.simulators.marketplace;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Instant;
import java.util.Optional;

/**
 * The marketplace's calls to the suite, with a machine token of its own. A token that is refused is replaced once; any
 * other answer is the caller's to judge.
 */
public final class MarketplaceClient {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final WebClient web;
    private final MarketplaceConfig config;
    private volatile String token = "";

    MarketplaceClient(Vertx vertx, MarketplaceConfig config) {
        this.web = WebClient.create(vertx, new WebClientOptions().setConnectTimeout(TIMEOUT_MILLIS));
        this.config = config;
    }

    /**
     * Registers a merchant; registering again with the same content changes nothing.
     *
     * @param language the language the merchant is written to, {@code zh} or {@code en}
     * @return fails unless the suite has accepted it
     */
    public Future<JsonObject> registerMerchant(
            String merchantId, String name, String language, Optional<String> email) {
        JsonObject body = new JsonObject().put("name", name).put("language", language);
        email.ifPresent(address -> body.put("email", address));
        return accepted(send(HttpMethod.PUT, "/v1/merchants/" + merchantId, body, Optional.empty()));
    }

    /**
     * Registers a shop of a merchant; registering again with the same content changes nothing.
     *
     * @param openedAt when the shop was opened
     * @return fails unless the suite has accepted it
     */
    public Future<JsonObject> registerShop(String shopId, String merchantId, Instant openedAt) {
        JsonObject body = new JsonObject().put("merchantId", merchantId).put("openedAt", openedAt.toString());
        return accepted(send(HttpMethod.PUT, "/v1/shops/" + shopId, body, Optional.empty()));
    }

    Future<HttpResponse<Buffer>> confirm(Deed confirmation) {
        return send(
                HttpMethod.POST, confirmation.path(), confirmation.body(), Optional.of(confirmation.idempotencyKey()));
    }

    void close() {
        web.close();
    }

    private Future<HttpResponse<Buffer>> send(HttpMethod method, String path, JsonObject body, Optional<String> key) {
        return bearer().compose(bearer -> attempt(bearer, method, path, body, key))
                .compose(response -> {
                    if (response.statusCode() != 401) {
                        return Future.succeededFuture(response);
                    }
                    token = "";
                    return bearer().compose(bearer -> attempt(bearer, method, path, body, key));
                });
    }

    private Future<HttpResponse<Buffer>> attempt(
            String bearer, HttpMethod method, String path, JsonObject body, Optional<String> key) {
        HttpRequest<Buffer> request = web.requestAbs(method, config.gatewayUrl() + path)
                .timeout(TIMEOUT_MILLIS)
                .bearerTokenAuthentication(bearer);
        key.ifPresent(value -> request.putHeader("Idempotency-Key", value));
        return request.sendJsonObject(body);
    }

    private Future<String> bearer() {
        if (!token.isEmpty()) {
            return Future.succeededFuture(token);
        }
        MultiMap form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("client_id", config.clientId())
                .add("client_secret", config.clientSecret());
        return web.postAbs(config.tokenUrl())
                .timeout(TIMEOUT_MILLIS)
                .sendForm(form)
                .compose(response -> response.statusCode() == 200
                        ? Future.succeededFuture(response.bodyAsJsonObject().getString("access_token"))
                        : Future.failedFuture("no machine token: status " + response.statusCode()))
                .onSuccess(fresh -> token = fresh);
    }

    private static Future<JsonObject> accepted(Future<HttpResponse<Buffer>> answer) {
        return answer.compose(response -> response.statusCode() / 100 == 2
                ? Future.succeededFuture(response.body() == null ? new JsonObject() : response.bodyAsJsonObject())
                : Future.failedFuture("refused with " + response.statusCode() + ": " + response.bodyAsString()));
    }
}
