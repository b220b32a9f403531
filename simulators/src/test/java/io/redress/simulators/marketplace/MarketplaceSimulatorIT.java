package io.redress.simulators.marketplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.infra.BrokerTopology;
import io.redress.infra.EmbeddedKafka;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole marketplace on a real broker with its own principal, and a real HTTP server in place of the suite. */
class MarketplaceSimulatorIT {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    @Test
    void it_follows_the_events_confirms_what_it_did_and_obeys_its_controls() {
        Vertx vertx = Vertx.vertx();
        List<JsonObject> confirmed = new CopyOnWriteArrayList<>();
        HttpServer suite = vertx.createHttpServer()
                .requestHandler(request -> request.body().onSuccess(body -> {
                    if (request.path().equals("/token")) {
                        request.response()
                                .end(new JsonObject().put("access_token", "t").toBuffer());
                    } else {
                        confirmed.add(body.toJsonObject());
                        request.response().setStatusCode(201).end("{}");
                    }
                }))
                .listen(0, "127.0.0.1")
                .await();
        BrokerTopology topology = new BrokerTopology(List.of(
                new BrokerTopology.Topic(
                        PenaltyEventsFeed.TOPIC, 2, Optional.empty(), Set.of("penalty-service"), Set.of("marketplace")),
                new BrokerTopology.Topic(
                        PenaltyEventsFeed.RULINGS,
                        2,
                        Optional.empty(),
                        Set.of("penalty-service"),
                        Set.of("marketplace"))));
        try (EmbeddedKafka kafka = EmbeddedKafka.start(new EmbeddedKafka.Settings(
                directory.resolve("kafka"),
                0,
                "admin-secret",
                Map.of("penalty-service", "p-secret", "marketplace", "m-secret"),
                topology))) {
            String base = "http://127.0.0.1:" + suite.actualPort();
            MarketplaceSimulator marketplace = new MarketplaceSimulator(
                    vertx,
                    new MarketplaceConfig(
                            kafka.bootstrap(),
                            "marketplace",
                            "m-secret",
                            base,
                            base + "/token",
                            "marketplace",
                            "secret",
                            OptionalInt.of(0),
                            Duration.ofMillis(10),
                            Duration.ofMillis(50)),
                    () -> Instant.parse("2018-05-02T00:00:00Z"));
            marketplace.start().await();
            WebClient web = WebClient.create(vertx);
            String controls = "http://127.0.0.1:" + marketplace.controlPort();

            publish(kafka, event(1, "IN_FORCE"));
            await().atMost(LONG).untilAsserted(() -> assertThat(confirmed).hasSize(1));
            assertThat(confirmed.get(0).getString("at")).isEqualTo("2018-05-01T00:00:00Z");

            web.requestAbs(HttpMethod.POST, controls + "/hold").send().await();
            publish(kafka, event(2, "LIFTED"));
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(marketplace.status().await().getInteger("waiting"))
                            .isEqualTo(1));
            assertThat(shop(web, controls).getBoolean("closed")).isTrue();

            web.requestAbs(HttpMethod.POST, controls + "/release").send().await();
            await().atMost(LONG).untilAsserted(() -> assertThat(confirmed).hasSize(2));
            assertThat(confirmed.get(1))
                    .isEqualTo(new JsonObject()
                            .put("measureId", "mea_1")
                            .put("state", "LIFTED")
                            .put("at", "2018-05-02T00:00:00Z")
                            .put("targetVersion", 2));
            assertThat(shop(web, controls).getBoolean("closed")).isFalse();

            publish(
                    kafka,
                    PenaltyEventsFeed.RULINGS,
                    new JsonObject()
                            .put("type", "io.redress.cases.ShopTransferOrdered")
                            .put(
                                    "data",
                                    new JsonObject()
                                            .put("shopId", "s-1")
                                            .put("effectId", "eff_1")
                                            .put("ownerId", "m-2"))
                            .encode());
            await().atMost(LONG).untilAsserted(() -> assertThat(confirmed).hasSize(3));
            assertThat(confirmed.get(2))
                    .isEqualTo(new JsonObject().put("effectId", "eff_1").put("result", "APPLIED"));
            assertThat(shop(web, controls).getString("transferredTo")).isEqualTo("m-2");
            await().atMost(LONG).untilAsserted(() -> {
                JsonObject status = marketplace.status().await();
                assertThat(status.getLong("lag")).isZero();
                assertThat(status.getInteger("unconfirmed")).isZero();
            });
            marketplace.stop().await();
        }
        vertx.close().await();
    }

    private static JsonObject shop(WebClient web, String controls) {
        return web.getAbs(controls + "/shops/s-1").send().await().bodyAsJsonObject();
    }

    private static String event(int version, String state) {
        JsonObject measure = new JsonObject()
                .put("measureId", "mea_1")
                .put("kind", "SHOP_CLOSURE")
                .put("state", state);
        JsonObject target = new JsonObject().put("version", version).put("measures", new JsonArray().add(measure));
        return new JsonObject()
                .put("businesstime", "2018-05-01T00:00:00Z")
                .put("data", measure.copy().put("shopId", "s-1").put("target", target))
                .encode();
    }

    private static void publish(EmbeddedKafka kafka, String event) {
        publish(kafka, PenaltyEventsFeed.TOPIC, event);
    }

    private static void publish(EmbeddedKafka kafka, String topic, String event) {
        Map<String, Object> settings =
                new HashMap<>(EmbeddedKafka.clientProperties(kafka.bootstrap(), "penalty-service", "p-secret"));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "s-1", event));
        }
    }
}
