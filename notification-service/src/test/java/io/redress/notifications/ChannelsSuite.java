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
import io.redress.testkit.PublishedEvents;
import io.redress.testkit.TestClock;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The service with channels beside the inbox, on a real Postgres, a real broker and a real mail server. */
final class ChannelsSuite implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(30);
    static final String AT = "2018-04-20T10:00:00+08:00";

    final TestInfrastructure infrastructure = TestInfrastructure.get();
    final TestClock clock = new TestClock(AT);
    final MailServer mail = new MailServer().start();
    final Events penalties;
    final Events cases;
    final PublishedEvents published;
    private final RunnableService service;
    private final ApiClient anonymous;

    /** @param more environment variables beside those of a direct mail server */
    ChannelsSuite(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>(SealedTermsPeer.environment());
        environment.put("REDRESS_SMTP_HOST", "127.0.0.1");
        environment.put("REDRESS_SMTP_PORT", String.valueOf(mail.port()));
        environment.put("REDRESS_SMTP_TLS", "none");
        environment.put("REDRESS_SMTP_FROM", "notices@redress.example");
        environment.put("REDRESS_SMTP_ACCEPTANCE", "recipient");
        environment.put("REDRESS_SMTP_RETRIES", "PT0.3S,PT0.3S");
        environment.put("REDRESS_NOTICE_DESK", "desk-1");
        environment.put("REDRESS_PUBLIC_URL", "https://redress.example");
        environment.putAll(more);
        NotificationServiceConfig config = NotificationServiceConfig.from(new Env(environment));
        NotificationService.migrate(config);
        service = NotificationService.create(
                config, new Runtime(infrastructure.vertx(), clock, MachineClock.system(), Ids.uuidV7()));
        service.start().await();
        anonymous = ApiClient.of("http://127.0.0.1:" + service.httpPort());
        penalties = new Events(infrastructure, "penalty-service", "penalties", "penalties.events.v1");
        cases = new Events(infrastructure, "case-service", "cases", "cases.events.v1");
        published = new PublishedEvents(infrastructure, "notifications.events.v1", "penalty-service");
    }

    @Override
    public void close() {
        published.close();
        cases.close();
        penalties.close();
        service.stop().await();
        mail.close();
    }

    ApiClient anonymous() {
        return anonymous;
    }

    ApiClient merchant(String merchantId) {
        return anonymous.as(infrastructure.issuer().merchant(merchantId + "-owner", merchantId, "merchant"));
    }

    ApiClient staff(String subject, String... roles) {
        return anonymous.as(infrastructure.issuer().staff(subject, roles));
    }

    ApiClient management() {
        return ApiClient.of("http://127.0.0.1:" + service.managementPort());
    }

    int httpPort() {
        return service.httpPort();
    }

    /** A merchant with an e-mail address, known to the service. */
    String register(String merchantId, String language) {
        String address = "owner-of-" + merchantId + "@shops.example";
        penalties.publish(
                merchantId,
                merchantId,
                "MerchantRegistered",
                AT,
                new JsonObject()
                        .put("merchantId", merchantId)
                        .put("name", "Shop of " + merchantId)
                        .put("language", language)
                        .put("email", address));
        await("merchant is known").atMost(LONG).untilAsserted(() -> assertThat(
                        TestSql.number("SELECT count(*) FROM notifications.merchant WHERE email = '" + address + "'"))
                .isEqualTo(1));
        return address;
    }

    /** A statement of reasons for the merchant; its notice, stored. */
    JsonObject statement(String merchantId) {
        String penaltyId = "pen_of" + merchantId.replace("-", "");
        penalties.publish(
                "s-" + merchantId,
                penaltyId,
                "StatementIssued",
                clock.now().toString(),
                SampleEvents.statement(merchantId, penaltyId));
        return notice(merchantId, "StatementIssued");
    }

    /** An important notice, which is not critical. */
    JsonObject withdrawn(String merchantId) {
        String caseId = "cas_of" + merchantId.replace("-", "");
        cases.publish(
                caseId,
                caseId,
                "CaseWithdrawn",
                clock.now().toString(),
                new JsonObject().put("caseId", caseId).put("merchantId", merchantId));
        return notice(merchantId, "CaseWithdrawn");
    }

    JsonObject notice(String merchantId, String type) {
        return awaitNotice(merchant(merchantId), type);
    }

    static JsonObject awaitNotice(ApiClient reader, String type) {
        await(type).atMost(LONG).until(() -> find(reader, type) != null);
        return find(reader, type);
    }

    static JsonObject find(ApiClient reader, String type) {
        return items(reader).stream()
                .filter(notice -> notice.getString("type").equals(type))
                .findFirst()
                .orElse(null);
    }

    static List<JsonObject> items(ApiClient reader) {
        Answer answer = reader.get("/v1/notices");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    /** Waits for a delivery of the notice to be in this state. */
    JsonObject delivery(JsonObject notice, String channel, String state) {
        return delivery(notice, channel, delivery -> delivery.getString("state").equals(state));
    }

    JsonObject delivery(JsonObject notice, String channel, Predicate<JsonObject> wanted) {
        await("delivery by " + channel).atMost(LONG).untilAsserted(() -> {
            JsonObject seen = deliveryNow(notice, channel);
            assertThat(seen).isNotNull();
            assertThat(wanted.test(seen)).as(seen.encode()).isTrue();
        });
        return deliveryNow(notice, channel);
    }

    JsonObject deliveryNow(JsonObject notice, String channel) {
        Answer answer = staff("ops-1", "operator").get("/v1/notices/" + notice.getString("id"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json().getJsonArray("deliveries").stream()
                .map(JsonObject.class::cast)
                .filter(delivery -> delivery.getString("channel").equals(channel))
                .findFirst()
                .orElse(null);
    }

    static List<String> states(JsonObject delivery) {
        return delivery.getJsonArray("steps").stream()
                .map(step -> ((JsonObject) step).getString("state"))
                .toList();
    }

    static String evidence(JsonObject delivery, int step) {
        return delivery.getJsonArray("steps").getJsonObject(step).getString("evidence");
    }
}
