package io.redress.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.config.Secret;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls of others: what they may take, and the token they are made with. */
class PeerClientIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MEBIBYTE = 1_048_576;

    private final Vertx vertx = TestInfrastructure.get().vertx();
    private final WebClient client = PeerClient.create(vertx);
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private HttpServer peer;

    @BeforeEach
    void listen() {
        peer = vertx.createHttpServer()
                .requestHandler(request -> {
                    if (request.path().startsWith("/bytes/")) {
                        int length = Integer.parseInt(request.path().substring("/bytes/".length()));
                        request.response().end(Buffer.buffer(new byte[length]));
                    } else {
                        held.add(request);
                    }
                })
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void fallSilent() {
        client.close();
        peer.close().await();
    }

    @Test
    void an_answer_of_four_mebibytes_is_read_and_one_byte_more_is_a_failure() {
        assertThat(get("/bytes/" + 4 * MEBIBYTE).await().body().length()).isEqualTo(4 * MEBIBYTE);
        assertThatThrownBy(() -> get("/bytes/" + (4 * MEBIBYTE + 1)).await())
                .hasMessage("an answer of more than 4194304 bytes");
        assertThat(get("/bytes/0").await().statusCode()).isEqualTo(200);
    }

    @Test
    void thirty_two_calls_are_under_way_sixty_four_wait_and_any_more_fail_at_once() {
        List<Future<HttpResponse<Buffer>>> calls = new ArrayList<>(calls(32));
        // a call that waits for its connection to be made counts as waiting
        Awaitility.await().atMost(LIMIT).until(() -> held.size() == 32);
        calls.addAll(calls(64));
        List<Future<HttpResponse<Buffer>>> more = calls(4);

        Awaitility.await().atMost(LIMIT).until(() -> more.stream().allMatch(Future::failed));
        assertThat(more)
                .allSatisfy(call -> assertThat(call.cause()).isInstanceOf(ConnectionPoolTooBusyException.class));
        assertThat(calls).noneMatch(Future::failed);
        assertThat(held).hasSize(32);

        Awaitility.await().atMost(LIMIT).until(() -> {
            release();
            return calls.stream().filter(Future::succeeded).count() == 96;
        });
    }

    private List<Future<HttpResponse<Buffer>>> calls(int count) {
        return IntStream.range(0, count).mapToObj(each -> get("/held")).toList();
    }

    @Test
    void all_who_need_a_token_at_the_same_time_ask_the_issuer_once() {
        MachineTokens tokens = new MachineTokens(client, tokenConfig(), () -> Instant.parse("2026-05-01T10:00:00Z"));
        List<Future<String>> wanted =
                IntStream.range(0, 50).mapToObj(each -> tokens.authorization()).toList();
        Awaitility.await().atMost(LIMIT).until(() -> held.size() == 1);
        held.remove()
                .response()
                .end(new JsonObject()
                        .put("access_token", "the-token")
                        .put("expires_in", 300)
                        .encode());

        assertThat(wanted).allSatisfy(each -> assertThat(each.await()).isEqualTo("Bearer the-token"));
        assertThat(tokens.authorization().await()).isEqualTo("Bearer the-token");
        assertThat(held).isEmpty();
    }

    @Test
    void after_a_refusal_the_issuer_is_asked_again() {
        MachineTokens tokens = new MachineTokens(client, tokenConfig(), () -> Instant.parse("2026-05-01T10:00:00Z"));
        Future<String> refused = tokens.authorization();
        Awaitility.await().atMost(LIMIT).until(() -> held.size() == 1);
        held.remove().response().setStatusCode(500).end();
        assertThatThrownBy(refused::await).hasMessageContaining("500");

        Future<String> again = tokens.authorization();
        Awaitility.await().atMost(LIMIT).until(() -> held.size() == 1);
        held.remove().response().end("{\"access_token\":\"second\"}");
        assertThat(again.await()).isEqualTo("Bearer second");
    }

    private void release() {
        for (HttpServerRequest request = held.poll(); request != null; request = held.poll()) {
            request.response().end();
        }
    }

    private Future<HttpResponse<Buffer>> get(String path) {
        return client.getAbs(url() + path).as(PeerClient.answer()).send();
    }

    private TokenConfig tokenConfig() {
        return new TokenConfig(
                "https://issuer.test",
                url() + "/jwks",
                "redress",
                url() + "/token",
                "a-service",
                new Secret("a secret"),
                Optional.empty());
    }

    private String url() {
        return "http://127.0.0.1:" + peer.actualPort();
    }
}
