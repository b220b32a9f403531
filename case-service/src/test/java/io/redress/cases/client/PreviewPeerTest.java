package io.redress.cases.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.config.Env;
import io.redress.kit.http.MachineTokens;
import io.redress.kit.http.TokenConfig;
import io.redress.kit.resilience.Guard;
import io.redress.kit.resilience.GuardConfig;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreviewPeerTest {

    private static final String TRACE_ID = "0af7651916cd43dd8448eb211c80319c";

    private final Vertx vertx = Vertx.vertx();
    private volatile MultiMap received;
    private HttpServer server;

    @BeforeEach
    void start() {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void stop() {
        vertx.close().await();
    }

    @Test
    void a_peer_is_asked_under_the_request_and_the_trace_of_the_command() {
        CommandContext context = new CommandContext(
                        Caller.service("adj-1"),
                        "req-12345678",
                        "req-12345678",
                        Optional.empty(),
                        Instant.parse("2018-04-20T02:00:00Z"),
                        OptionalLong.empty())
                .at(new TraceParent(TRACE_ID, "b7ad6b7169203331", true));

        peer().preview("/v1/penalties/pen_1/effect-preview", new JsonObject(), context)
                .await();

        assertThat(received.get("X-Request-Id")).isEqualTo("req-12345678");
        TraceParent step = TraceParent.parse(received.get("traceparent")).orElseThrow();
        assertThat(step.traceId()).isEqualTo(TRACE_ID);
        assertThat(step.spanId()).isNotEqualTo("b7ad6b7169203331");
    }

    private PreviewPeer peer() {
        String url = "http://127.0.0.1:" + server.actualPort();
        WebClient client = WebClient.create(vertx);
        TokenConfig tokens = TokenConfig.from(new Env(Map.of(
                "REDRESS_ISSUER",
                url,
                "REDRESS_JWKS_URL",
                url + "/jwks",
                "REDRESS_TOKEN_URL",
                url + "/token",
                "REDRESS_CLIENT_ID",
                "case-service",
                "REDRESS_CLIENT_SECRET",
                "secret")));
        return new PreviewPeer(
                "penalty-service",
                url,
                client,
                new MachineTokens(client, tokens, () -> Instant.parse("2026-01-01T00:00:00Z")),
                new Guard(vertx, "penalty-service", GuardConfig.forReads(), new SimpleMeterRegistry()),
                Tracing.off(new Random(5)));
    }

    private void answer(HttpServerRequest request) {
        JsonObject answer;
        if (request.path().equals("/token")) {
            answer = new JsonObject().put("access_token", "t").put("expires_in", 60);
        } else {
            received = request.headers();
            answer = new JsonObject().put("effects", new JsonArray());
        }
        request.response().putHeader("Content-Type", "application/json").end(answer.encode());
    }
}
