package io.redress.quickstart.issuer;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.List;
import java.util.Optional;

/** The development issuer over HTTP. */
public final class IssuerRoutes {

    private static final int BODY_LIMIT = 16 * 1024;

    private final DevIssuer issuer;

    public IssuerRoutes(DevIssuer issuer) {
        this.issuer = issuer;
    }

    public void mount(Router router) {
        router.get("/.well-known/jwks.json").handler(this::jwks);
        router.post("/token").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.post("/token").handler(this::clientCredentials);
        router.post("/dev/tokens").handler(BodyHandler.create(false).setBodyLimit(BODY_LIMIT));
        router.post("/dev/tokens").handler(this::anybody);
    }

    private void jwks(RoutingContext ctx) {
        ctx.response().putHeader("Content-Type", "application/jwk-set+json").end(issuer.jwks());
    }

    private void clientCredentials(RoutingContext ctx) {
        String grant = attribute(ctx, "grant_type");
        if (!grant.equals("client_credentials")) {
            oauthError(ctx, 400, "unsupported_grant_type");
            return;
        }
        issuer.forClient(attribute(ctx, "client_id"), attribute(ctx, "client_secret"))
                .ifPresentOrElse(token -> answer(ctx, token), () -> oauthError(ctx, 401, "invalid_client"));
    }

    private void anybody(RoutingContext ctx) {
        try {
            JsonObject body = ctx.body().asJsonObject();
            if (body == null) {
                oauthError(ctx, 400, "a JSON body with sub and roles is needed");
                return;
            }
            answer(ctx, issuer.forAnybody(request(body)));
        } catch (IllegalArgumentException | ClassCastException | io.vertx.core.json.DecodeException e) {
            oauthError(ctx, 400, e.getMessage());
        }
    }

    private static TokenRequest request(JsonObject body) {
        JsonArray roles = body.getJsonArray("roles", new JsonArray());
        List<String> names = roles.stream().map(String.class::cast).toList();
        return new TokenRequest(
                body.getString("sub", ""),
                names,
                Optional.ofNullable(body.getString("merchantId")),
                body.getString("locale", "en"));
    }

    private static void answer(RoutingContext ctx, IssuedToken token) {
        ctx.response().putHeader("Cache-Control", "no-store");
        ctx.json(new JsonObject()
                .put("access_token", token.token())
                .put("token_type", "Bearer")
                .put("expires_in", token.life().toSeconds()));
    }

    private static void oauthError(RoutingContext ctx, int status, String error) {
        ctx.response().setStatusCode(status);
        ctx.json(new JsonObject().put("error", error));
    }

    private static String attribute(RoutingContext ctx, String name) {
        String value = ctx.request().getFormAttribute(name);
        return value == null ? "" : value;
    }
}
