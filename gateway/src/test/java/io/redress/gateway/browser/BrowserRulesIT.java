package io.redress.gateway.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers are told, and the ids that go with a request. */
class BrowserRulesIT {

    private static final String OURS = "https://console.example.com";
    private static final AtomicReference<HttpServerRequest> SEEN = new AtomicReference<>();
    private static RunningGateway gateway;
    private static ApiClient caller;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        String penalties = gateway.serve(request -> {
            SEEN.set(request);
            request.response()
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Allow-Credentials", "true")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Content-Type", "application/json")
                    .end("{}");
        });
        gateway.with(Upstream.PENALTIES, penalties)
                .with("REDRESS_GATEWAY_ALLOWED_ORIGINS", OURS + ", https://partner.example.com")
                .with("REDRESS_GATEWAY_PUBLIC_URL", "https://api.example.com")
                .with("REDRESS_GATEWAY_UNKNOWN_RATE_BURST", "1000")
                .start();
        caller = gateway.staff("enf-1", "enforcement");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void forget() {
        SEEN.set(null);
    }

    @Test
    void a_preflight_is_answered_without_a_token_and_without_a_service() {
        Answer answer = gateway.anybody()
                .with("Origin", OURS)
                .with("Access-Control-Request-Method", "POST")
                .with("Access-Control-Request-Headers", "idempotency-key")
                .send("OPTIONS", "/v1/penalties", Optional.empty());

        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(OURS);
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("POST");
        assertThat(answer.header("Access-Control-Allow-Headers").orElseThrow())
                .contains("Idempotency-Key", "If-Match", "Authorization");
        assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
        assertThat(answer.header("Vary").orElseThrow()).containsIgnoringCase("origin");
        assertThat(SEEN.get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com",
                "http://console.example.com",
                "https://console.example.com.evil.com",
                "https://console.example.com:8443",
                "null",
            })
    void pages_of_another_origin_may_not_call(String origin) {
        Answer preflight = gateway.anybody()
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "GET")
                .send("OPTIONS", "/v1/penalties", Optional.empty());
        Answer read = caller.with("Origin", origin).get("/v1/penalties");

        assertThat(preflight.status()).isEqualTo(403);
        assertThat(preflight.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(read.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(read.header("Access-Control-Allow-Credentials")).isEmpty();
    }

    @Test
    void pages_of_an_allowed_origin_read_the_headers_that_they_need() {
        Answer answer = caller.with("Origin", OURS).get("/v1/penalties");

        assertThat(answer.header("Access-Control-Allow-Origin")).hasValue(OURS);
        assertThat(answer.header("Access-Control-Expose-Headers").orElseThrow())
                .contains(
                        "ETag", "Location", "Retry-After", "RateLimit", "X-Request-Id", "Link", "Idempotent-Replayed");
    }

    @Test
    void every_answer_carries_the_security_headers_failures_too() {
        for (Answer answer : new Answer[] {
            caller.get("/v1/penalties"),
            caller.get("/v1/nothing"),
            gateway.anybody().get("/v1/penalties")
        }) {
            assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(answer.header("Cache-Control")).hasValue("no-store");
            assertThat(answer.header("Content-Security-Policy")).hasValue("default-src 'none'; frame-ancestors 'none'");
            assertThat(answer.header("Referrer-Policy")).hasValue("no-referrer");
            assertThat(answer.header("Strict-Transport-Security").orElseThrow()).startsWith("max-age=");
        }
    }

    @Test
    void a_well_formed_trace_context_goes_on_as_it_is() {
        String parent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        caller.with("traceparent", parent).with("tracestate", "vendor=1").get("/v1/penalties");

        assertThat(SEEN.get().headers().getAll("traceparent")).containsExactly(parent);
        assertThat(SEEN.get().getHeader("tracestate")).isEqualTo("vendor=1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-extra",
            })
    void any_other_trace_context_begins_anew_without_the_state_of_the_old_one(String parent) {
        ApiClient sent = parent.isEmpty() ? caller : caller.with("traceparent", parent);

        sent.with("tracestate", "vendor=1").get("/v1/penalties");

        assertThat(SEEN.get().getHeader("traceparent"))
                .isNotEqualTo(parent)
                .matches("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-00");
        assertThat(SEEN.get().getHeader("tracestate")).isNull();
    }
}
