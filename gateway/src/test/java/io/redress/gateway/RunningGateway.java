package io.redress.gateway;

import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.ApiClient;
import io.redress.testkit.TestIssuer;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A gateway with an issuer of its own, in front of HTTP servers that play services. */
public final class RunningGateway implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final TestIssuer issuer = TestIssuer.start(vertx);
    private final Map<String, String> env = new HashMap<>();
    private final List<HttpServer> servers = new ArrayList<>();
    private Gateway gateway;

    public RunningGateway() {
        env.put("REDRESS_HTTP_PORT", "0");
        env.put("REDRESS_MANAGEMENT_PORT", "0");
        env.put("REDRESS_ISSUER", issuer.url());
        env.put("REDRESS_JWKS_URL", issuer.url() + "/jwks.json");
        env.put("REDRESS_TOKEN_URL", issuer.url() + "/token");
        env.put("REDRESS_CLIENT_ID", "gateway");
        env.put("REDRESS_CLIENT_SECRET", "secret");
        env.putAll(issuer.edgeSettings());
        String nobody = nobody();
        env.put("REDRESS_PG_URL", nobody.replace("http:", "postgresql:") + "/redress");
        env.put("REDRESS_PG_USER", "gateway_app");
        env.put("REDRESS_PG_PASSWORD", "nobody asks for it");
        env.put("REDRESS_PG_OWNER_USER", "gateway_owner");
        env.put("REDRESS_PG_OWNER_PASSWORD", "nobody asks for it");
        for (Upstream upstream : Upstream.values()) {
            env.put(upstream.urlVariable(), nobody);
        }
    }

    /** An HTTP server on a port of its own. */
    public String serve(Handler<HttpServerRequest> handler) {
        return serveOn(0, handler);
    }

    /** An HTTP server on this port. */
    public String serveOn(int port, Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer()
                .requestHandler(handler)
                .listen(port, "127.0.0.1")
                .await();
        servers.add(server);
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** An address where nobody listens. */
    public String nobody() {
        HttpServer free = vertx.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1")
                .await();
        int port = free.actualPort();
        free.close().await();
        return "http://127.0.0.1:" + port;
    }

    public RunningGateway with(String variable, String value) {
        env.put(variable, value);
        return this;
    }

    /** The services' addresses, comma separated. */
    public RunningGateway with(Upstream upstream, String... urls) {
        return with(upstream.urlVariable(), String.join(",", urls));
    }

    public RunningGateway start() {
        gateway = Gateway.create(GatewayConfig.from(new Env(env)), Runtime.production(vertx));
        gateway.start().await();
        return this;
    }

    /** Stops the gateway alone. */
    public void stop() {
        gateway.stop().await();
    }

    public Vertx vertx() {
        return vertx;
    }

    public TestIssuer issuer() {
        return issuer;
    }

    public int port() {
        return gateway.httpPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public String managementUrl() {
        return "http://127.0.0.1:" + gateway.managementPort();
    }

    /** As nobody. */
    public ApiClient anybody() {
        return ApiClient.of(url());
    }

    public ApiClient staff(String subject, String... roles) {
        return anybody().as(issuer.staff(subject, roles));
    }

    public ApiClient merchant(String merchantId) {
        return anybody().as(issuer.merchant("user-of-" + merchantId, merchantId, "merchant"));
    }

    @Override
    public void close() {
        gateway.stop().await();
        vertx.close().await();
    }
}
