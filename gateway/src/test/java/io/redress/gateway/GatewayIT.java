package io.redress.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Runtime;
import io.redress.kit.config.Env;
import io.redress.testkit.TestIssuer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The gateway in front of a real HTTP server that plays penalty-service; nobody listens for case-service, and there is no
 * database: whoever has an issuer's token does not need it.
 */
class GatewayIT {

    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicReference<HttpServerRequest> SEEN = new AtomicReference<>();
    private static final AtomicReference<String> SEEN_BODY = new AtomicReference<>();
    private static TestIssuer issuer;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        issuer = TestIssuer.start(VERTX);
        HttpServer penalties = VERTX.createHttpServer()
                .requestHandler(GatewayIT::penalties)
                .listen(0, "127.0.0.1")
                .await();
        HttpServer free = VERTX.createHttpServer()
                .requestHandler(request -> request.response().end())
                .listen(0, "127.0.0.1")
                .await();
        int nobody = free.actualPort();
        free.close().await();
        Map<String, String> env = new HashMap<>();
        env.put("REDRESS_HTTP_PORT", "0");
        env.put("REDRESS_MANAGEMENT_PORT", "0");
        env.put("REDRESS_ISSUER", issuer.url());
        env.put("REDRESS_JWKS_URL", issuer.url() + "/jwks.json");
        env.put("REDRESS_TOKEN_URL", issuer.url() + "/token");
        env.putAll(issuer.edgeSettings());
        env.put("REDRESS_PG_URL", "postgresql://127.0.0.1:" + nobody + "/redress");
        env.put("REDRESS_PG_USER", "gateway_app");
        env.put("REDRESS_PG_PASSWORD", "nobody asks for it");
        env.put("REDRESS_PG_OWNER_USER", "gateway_owner");
        env.put("REDRESS_PG_OWNER_PASSWORD", "nobody asks for it");
        env.put("REDRESS_CLIENT_ID", "gateway");
        env.put("REDRESS_CLIENT_SECRET", "secret");
        env.put("REDRESS_PENALTIES_URL", "http://127.0.0.1:" + penalties.actualPort());
        env.put("REDRESS_CASES_URL", "http://127.0.0.1:" + nobody);
        env.put("REDRESS_REFUNDS_URL", "http://127.0.0.1:" + nobody);
        env.put("REDRESS_NOTIFICATIONS_URL", "http://127.0.0.1:" + nobody);
        gateway = Gateway.create(GatewayConfig.from(new Env(env)), Runtime.production(VERTX));
        gateway.start().await();
    }

    @AfterAll
    static void stop() {
        gateway.stop().await();
        VERTX.close().await();
    }

    @BeforeEach
    void forget() {
        SEEN.set(null);
        SEEN_BODY.set(null);
    }

    private static void penalties(HttpServerRequest request) {
        SEEN.set(request);
        request.body().onSuccess(body -> {
            SEEN_BODY.set(body.toString());
            request.response()
                    .setStatusCode(201)
                    .putHeader("ETag", "\"1\"")
                    .putHeader("Location", "/v1/penalties/pen_1")
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Connection", "X-Of-This-Connection")
                    .putHeader("X-Of-This-Connection", "1")
                    .putHeader("X-Request-Id", request.getHeader("X-Request-Id"))
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end("{\"id\":\"pen_1\"}");
        });
    }

    @Test
    void a_request_reaches_its_service_and_the_answer_comes_back_whole() throws Exception {
        HttpResponse<String> answer = send(request("/v1/penalties?x=a%20b")
                .header("Idempotency-Key", "k-1")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}")));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"id\":\"pen_1\"}");
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(answer.headers().firstValue("Location")).hasValue("/v1/penalties/pen_1");
        assertThat(answer.headers().firstValue("X-Of-This-Connection")).isEmpty();
        assertThat(answer.headers().allValues("X-Request-Id")).hasSize(1);
        assertThat(answer.headers().allValues("X-Content-Type-Options")).hasSize(1);
        assertThat(SEEN.get().uri()).isEqualTo("/v1/penalties?x=a%20b");
        assertThat(SEEN.get().getHeader("Idempotency-Key")).isEqualTo("k-1");
        assertThat(SEEN.get().getHeader("Authorization")).startsWith("Bearer ");
        assertThat(SEEN_BODY.get()).isEqualTo("{\"a\":1}");
    }

    @Test
    void a_body_that_is_yaml_reaches_its_service_as_it_is() throws Exception {
        send(HttpRequest.newBuilder(uri("/v1/rulebook-drafts"))
                .header("Authorization", "Bearer " + issuer.staff("gov-vp", "rule-owner"))
                .header("Idempotency-Key", "k-yaml")
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofString("version: 14 # the next\n")));

        assertThat(SEEN.get().getHeader("Content-Type")).isEqualTo("application/yaml");
        assertThat(SEEN_BODY.get()).isEqualTo("version: 14 # the next\n");
    }

    @Test
    void who_a_caller_claims_to_be_in_other_headers_never_reaches_a_service() throws Exception {
        send(request("/v1/penalties")
                .header("X-Redress-Subject", "ceo")
                .header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-User", "ceo")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .header("X-User", "ceo")
                .GET());

        assertThat(SEEN.get().headers().names())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("x-redress")
                        || name.toLowerCase(java.util.Locale.ROOT).contains("forwarded")
                        || name.equalsIgnoreCase("x-real-ip")
                        || name.equalsIgnoreCase("x-user"));
    }

    @Test
    void a_well_formed_request_id_is_kept_and_any_other_made_anew() throws Exception {
        HttpResponse<String> kept = send(
                request("/v1/penalties").header("X-Request-Id", "req-12345678").GET());
        assertThat(kept.headers().firstValue("X-Request-Id")).hasValue("req-12345678");
        assertThat(SEEN.get().getHeader("X-Request-Id")).isEqualTo("req-12345678");

        send(request("/v1/penalties")
                .header("X-Request-Id", "<script>alert(1)</script>")
                .GET());
        assertThat(SEEN.get().getHeader("X-Request-Id")).matches("[A-Za-z0-9._-]{8,64}");
    }

    @Test
    void an_unknown_path_is_a_404_problem_and_reaches_nobody() throws Exception {
        JsonObject problem = problem(send(request("/v1/nothing").GET()), 404);

        assertThat(problem.getString("type")).isEqualTo("/problems/not-found");
        assertThat(problem.getString("code")).isEqualTo("not-found");
        assertThat(problem.getString("requestId")).isNotBlank();
        assertThat(SEEN.get()).isNull();
    }

    @Test
    void an_unknown_method_is_a_405_problem_that_names_the_known_ones() throws Exception {
        HttpResponse<String> answer = send(request("/v1/penalties").DELETE());

        assertThat(problem(answer, 405).getString("code")).isEqualTo("method-not-allowed");
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, POST");
    }

    @ParameterizedTest
    @CsvSource({", redress, -60", ", other, 600", "https://other.test, redress, 600"})
    void a_token_that_is_expired_or_of_another_issuer_or_audience_is_a_401_problem(
            String otherIssuer, String audience, int seconds) throws Exception {
        String token = issuer.sign(issuer.claims("enf-1", List.of("enforcement"))
                .issuer(otherIssuer == null ? issuer.url() : otherIssuer)
                .audience(audience)
                .expirationTime(Date.from(Clock.systemUTC().instant().plusSeconds(seconds)))
                .build());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri("/v1/penalties")).header("Authorization", "Bearer " + token);

        assertThat(problem(send(request.GET()), 401).getString("code")).isEqualTo("unauthenticated");
        assertThat(SEEN.get()).isNull();
    }

    @Test
    void no_token_is_a_401_problem_even_with_a_body_nobody_reads() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri("/v1/penalties"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"a\":1}"));

        HttpResponse<String> answer = send(request);

        assertThat(problem(answer, 401).getString("code")).isEqualTo("unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(SEEN.get()).isNull();
    }

    @Test
    void a_body_of_one_mebibyte_passes_and_one_byte_more_is_a_413_problem() throws Exception {
        String most = "x".repeat(1_048_576);

        assertThat(send(request("/v1/penalties").POST(BodyPublishers.ofString(most)))
                        .statusCode())
                .isEqualTo(201);
        SEEN.set(null);
        JsonObject problem = problem(send(request("/v1/penalties").POST(BodyPublishers.ofString(most + "x"))), 413);

        assertThat(problem.getString("code")).isEqualTo("payload-too-large");
        assertThat(SEEN.get()).isNull();
    }

    @Test
    void a_service_that_is_not_there_is_a_503_problem_that_says_when_to_come_back() throws Exception {
        for (int i = 0; i < 30; i++) {
            HttpResponse<String> answer = send(request("/v1/cases/cas_1").GET());

            assertThat(problem(answer, 503).getString("code")).isEqualTo("dependency-unavailable");
            assertThat(answer.headers().firstValueAsLong("Retry-After")).isPresent();
        }
        assertThat(send(request("/v1/penalties").GET()).statusCode()).isEqualTo(201);
    }

    @Test
    void the_management_port_says_ready_and_counts_by_route() throws Exception {
        send(request("/v1/penalties/pen_1").GET());
        String management = "http://127.0.0.1:" + gateway.managementPort();

        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(URI.create(management + "/readyz"))
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(CLIENT.send(
                                HttpRequest.newBuilder(URI.create(management + "/metrics"))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .contains("route=\"/v1/penalties/{penaltyId}\"")
                .doesNotContain("pen_1");
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path))
                .header("Authorization", "Bearer " + issuer.staff("enf-1", "enforcement"));
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + gateway.httpPort() + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonObject problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getInteger("status")).isEqualTo(status);
        return problem;
    }
}
