package io.redress.simulators.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The marketplace's calls against a real HTTP server that stands for the gateway and the token issuer. */
class ConfirmationQueueIT {
    private static final Instant AT = Instant.parse("2018-04-20T02:00:00Z");

    private record Seen(String path, String bearer, String key, JsonObject body) {}

    private final Vertx vertx = Vertx.vertx();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ArrayDeque<>();
    private final List<String> tokenRequests = new CopyOnWriteArrayList<>();
    private final Marketplace marketplace = new Marketplace(() -> AT);
    private HttpServer gateway;
    private MarketplaceClient client;
    private ConfirmationQueue queue;

    @BeforeEach
    void start() {
        gateway = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .await();
        String base = "http://127.0.0.1:" + gateway.actualPort();
        MarketplaceConfig config = new MarketplaceConfig(
                "unused:9092",
                "marketplace",
                "unused",
                base,
                base + "/token",
                "marketplace",
                "secret",
                OptionalInt.empty(),
                Duration.ofMillis(5),
                Duration.ofMillis(20));
        client = new MarketplaceClient(vertx, config);
        queue = new ConfirmationQueue(vertx, marketplace, client, config.firstRetry(), config.longestRetry());
    }

    @AfterEach
    void stop() {
        queue.stop();
        client.close();
        vertx.close().await();
    }

    @Test
    void a_confirmation_is_sent_until_it_is_taken_always_with_the_same_key() {
        answerWith(503, 500, 201);

        queue.add(marketplace.take(closure(1)));

        awaitSeen(3);
        assertThat(seen).extracting(Seen::key).containsOnly("mea_1:IN_FORCE:1");
        assertThat(seen.get(0).path()).isEqualTo("/v1/measure-confirmations");
        assertThat(seen.get(0).body())
                .isEqualTo(new JsonObject()
                        .put("measureId", "mea_1")
                        .put("state", "IN_FORCE")
                        .put("at", "2018-04-20T02:00:00Z")
                        .put("targetVersion", 1));
        await().untilAsserted(() ->
                assertThat(marketplace.status().getInteger("unconfirmed")).isZero());
    }

    @Test
    void a_refused_confirmation_is_not_sent_again() {
        answerWith(422, 201);

        queue.add(marketplace.take(closure(1)));
        queue.add(marketplace.take(closure(2)));

        awaitSeen(2);
        assertThat(seen).extracting(Seen::key).containsExactly("mea_1:IN_FORCE:1", "mea_2:IN_FORCE:2");
    }

    @Test
    void a_token_that_is_refused_is_replaced() {
        answerWith(401, 201);

        queue.add(marketplace.take(closure(1)));

        awaitSeen(2);
        assertThat(seen).extracting(Seen::bearer).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(tokenRequests).hasSize(2).allSatisfy(form -> assertThat(form)
                .contains("grant_type=client_credentials", "client_id=marketplace", "client_secret=secret"));
    }

    @Test
    void merchants_and_shops_are_registered() {
        answerWith(201, 200);

        client.registerMerchant("m-1004", "Jin Feng", "zh", Optional.empty()).await();
        client.registerShop("s-2004", "m-1004", AT).await();

        assertThat(seen).extracting(Seen::path).containsExactly("/v1/merchants/m-1004", "/v1/shops/s-2004");
        assertThat(seen.get(1).body())
                .isEqualTo(new JsonObject().put("merchantId", "m-1004").put("openedAt", "2018-04-20T02:00:00Z"));
    }

    @Test
    void a_refused_registration_fails_with_the_status() {
        answerWith(409);

        Future<JsonObject> answer = client.registerMerchant("m-1004", "Jin Feng", "zh", Optional.empty());

        assertThatThrownBy(answer::await).hasMessageContaining("409");
    }

    /** One closure per version; the earlier ones stay as they are. */
    private static TargetSet closure(int version) {
        List<TargetSet.Measure> measures = java.util.stream.IntStream.rangeClosed(1, version)
                .mapToObj(i -> new TargetSet.Measure("mea_" + i, "SHOP_CLOSURE", "IN_FORCE"))
                .toList();
        return new TargetSet("s-1", version, measures, Optional.empty(), AT);
    }

    private void answerWith(Integer... statuses) {
        synchronized (answers) {
            answers.addAll(List.of(statuses));
        }
    }

    private void awaitSeen(int count) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(seen).hasSize(count));
    }

    private void answer(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            if (request.path().equals("/token")) {
                tokenRequests.add(body.toString());
                JsonObject token = new JsonObject()
                        .put("access_token", "token-" + tokenRequests.size())
                        .put("expires_in", 300);
                request.response().putHeader("Content-Type", "application/json").end(token.toBuffer());
                return;
            }
            seen.add(new Seen(
                    request.path(),
                    request.getHeader("Authorization"),
                    request.getHeader("Idempotency-Key"),
                    body.toJsonObject()));
            synchronized (answers) {
                request.response().setStatusCode(answers.remove()).end("{}");
            }
        });
    }
}
