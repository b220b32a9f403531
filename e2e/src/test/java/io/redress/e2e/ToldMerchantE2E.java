package io.redress.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A merchant with an e-mail address is told by mail and live, and the appeal clock starts without a reading. */
@Order(3)
class ToldMerchantE2E {

    private static final RunningSuite SUITE = RunningSuite.get();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration WINDOW = Duration.ofDays(14);
    private static final String MERCHANT = "m-told";
    private static final String ADDRESS = "lamps@m-told.example";

    private final ApiClient merchant = SUITE.merchant(MERCHANT);

    @Test
    void the_mail_servers_acceptance_of_a_statement_starts_the_clock_and_the_inbox_shows_it_live() throws Exception {
        register();
        List<String> live = new CopyOnWriteArrayList<>();
        HttpResponse<Stream<String>> stream = listen();
        CompletableFuture<Void> listening =
                CompletableFuture.runAsync(() -> stream.body().forEach(live::add));
        assertThat(stream.statusCode()).isEqualTo(200);
        assertThat(stream.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));

        String penaltyId = propose();

        await().atMost(LIMIT).untilAsserted(() -> assertThat(live)
                .anyMatch(line -> line.startsWith("data:") && line.contains("StatementIssued")));
        JsonObject notice = await().atMost(LIMIT).until(this::statement, ToldMerchantE2E::acceptedByMail);
        assertThat(notice.getString("readAt")).isNull();
        Instant accepted = acceptance(notice);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(appealUntil(penaltyId))
                .isEqualTo(accepted.plus(WINDOW).toString()));
        List<JsonObject> mails = mails();
        assertThat(mails)
                .filteredOn(mail -> mail.getString("text").contains(penaltyId))
                .hasSize(1);
        assertThat(listening).isNotDone();
    }

    private static void register() {
        ApiClient marketplace = SUITE.gateway("marketplace", "machine");
        Answer registered = marketplace.put(
                "/v1/merchants/" + MERCHANT,
                new JsonObject().put("name", "Told Lamps").put("language", "en").put("email", ADDRESS));
        assertThat(registered.status()).as(registered.text()).isEqualTo(200);
        marketplace.put(
                "/v1/shops/s-told",
                new JsonObject().put("merchantId", MERCHANT).put("openedAt", "2015-01-01T00:00:00+08:00"));
    }

    private static HttpResponse<Stream<String>> listen() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SUITE.gatewayUrl() + "/v1/stream"))
                .header("Authorization", "Bearer " + SUITE.merchantToken(MERCHANT))
                .header("Last-Event-ID", "0-0")
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
    }

    private static String propose() {
        Answer proposed = SUITE.gateway("enf-1", "enforcement")
                .post("/v1/penalties", CounterfeitLamps.proposal("s-told", "l-told"));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        return proposed.json().getString("id");
    }

    /** The merchant's notice of the statement, with its deliveries. */
    private JsonObject statement() {
        return items(merchant.get("/v1/notices"))
                .filter(notice -> notice.getString("type").equals("StatementIssued"))
                .map(notice ->
                        merchant.get("/v1/notices/" + notice.getString("id")).json())
                .findFirst()
                .orElseGet(JsonObject::new);
    }

    private static boolean acceptedByMail(JsonObject notice) {
        return mailDeliveries(notice)
                .anyMatch(delivery -> delivery.getString("state").equals("ACCEPTED"));
    }

    private static Instant acceptance(JsonObject notice) {
        JsonObject delivery = mailDeliveries(notice).findFirst().orElseThrow();
        return delivery.getJsonArray("steps").stream()
                .map(JsonObject.class::cast)
                .filter(step -> step.getString("state").equals("ACCEPTED"))
                .map(step -> Instant.parse(step.getString("at")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonObject> mailDeliveries(JsonObject notice) {
        return notice.containsKey("deliveries")
                ? notice.getJsonArray("deliveries").stream()
                        .map(JsonObject.class::cast)
                        .filter(delivery -> delivery.getString("channel").equals("EMAIL"))
                : Stream.empty();
    }

    private String appealUntil(String penaltyId) {
        JsonObject appeal = merchant.get("/v1/penalties/" + penaltyId + "/statement-of-reasons")
                .json()
                .getJsonObject("appeal");
        return String.valueOf(appeal.getString("until"));
    }

    private static List<JsonObject> mails() {
        return ApiClient.of(SUITE.issuer()).get("/control/mail?to=" + ADDRESS).json().getJsonArray("mails").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static Stream<JsonObject> items(Answer page) {
        return page.json().getJsonArray("items").stream().map(JsonObject.class::cast);
    }
}
