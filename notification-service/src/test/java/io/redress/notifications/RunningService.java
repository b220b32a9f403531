package io.redress.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.boot.RunnableService;
import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.Events;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;

/** The service on the shared Postgres and broker, with those who send it events and those who call it. */
final class RunningService implements AutoCloseable {
    static final String AT = "2018-04-20T10:00:00+08:00";
    static final Duration LONG = Duration.ofSeconds(30);

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();

    private final RunnableService service;
    private final ApiClient anonymous;
    final Events penalties;
    final Events cases;

    private RunningService() {
        NotificationServiceConfig config = NotificationServiceConfig.from(new Env(SealedTermsPeer.environment()));
        NotificationService.migrate(config);
        Runtime runtime = new Runtime(INFRASTRUCTURE.vertx(), new TestClock(AT), MachineClock.system(), Ids.uuidV7());
        service = NotificationService.create(config, runtime);
        service.start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        penalties = new Events(INFRASTRUCTURE, "penalty-service", "penalties", "penalties.events.v1");
        cases = new Events(INFRASTRUCTURE, "case-service", "cases", "cases.events.v1");
    }

    static RunningService start() {
        return new RunningService();
    }

    @Override
    public void close() {
        cases.close();
        penalties.close();
        service.stop().await();
    }

    ApiClient merchant(String merchantId) {
        return anonymous.as(INFRASTRUCTURE.issuer().merchant(merchantId + "-owner", merchantId, "merchant"));
    }

    ApiClient staff(String subject, String role) {
        return anonymous.as(INFRASTRUCTURE.issuer().staff(subject, role));
    }

    /** What the management port shows as text. */
    String metrics() {
        return ApiClient.of("http://127.0.0.1:" + service.managementPort())
                .get("/metrics")
                .text();
    }

    JsonObject management(String path) {
        return ApiClient.of("http://127.0.0.1:" + service.managementPort())
                .get(path)
                .json();
    }

    /** The merchant's notices, newest first, once there are as many as expected. */
    List<JsonObject> inboxOf(String merchantId, int count) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(items(merchant(merchantId).get("/v1/notices")))
                        .hasSize(count));
        return items(merchant(merchantId).get("/v1/notices"));
    }

    static List<JsonObject> items(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
