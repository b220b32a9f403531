package io.redress.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.infra.FreePorts;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.redress.testkit.ChildProcess;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gateway as a process of its own, in front of a service whose answers the test holds back. */
class GatewayProcessIT {

    private static final TestInfrastructure INFRASTRUCTURE = TestInfrastructure.get();
    private static final long LIMIT_SECONDS = 30;

    private final CompletableFuture<HttpServerRequest> arrived = new CompletableFuture<>();
    private final int port = FreePorts.next();
    private final int management = FreePorts.next();
    private HttpServer upstream;

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        upstream = INFRASTRUCTURE
                .vertx()
                .createHttpServer()
                .requestHandler(arrived::complete)
                .listen(0, "127.0.0.1")
                .await();
    }

    @AfterEach
    void fallSilent() {
        upstream.close().await();
    }

    @Test
    void on_sigterm_it_is_no_longer_ready_answers_what_it_has_received_and_then_ends() throws Exception {
        try (ChildProcess gateway = start(Map.of())) {
            gateway.awaitReady(management);
            CompletableFuture<Answer> underWay =
                    CompletableFuture.supplyAsync(() -> caller().get("/v1/penalties/pen_1"));
            HttpServerRequest held = arrived.get(LIMIT_SECONDS, TimeUnit.SECONDS);

            gateway.terminate();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(LIMIT_SECONDS))
                    .until(() -> ChildProcess.readiness(management) == 503);
            assertThatThrownBy(() -> caller().get("/v1/penalties/pen_2")).isInstanceOf(UncheckedIOException.class);
            assertThat(underWay).isNotDone();
            held.response().putHeader("Content-Type", "application/json").end("{\"id\":\"pen_1\"}");

            Answer answer = underWay.get(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().getString("id")).isEqualTo("pen_1");
            assertThat(gateway.exit()).isEqualTo(ChildProcess.ENDED_BY_SIGTERM);
            assertThat(gateway.out()).doesNotContain("did not stop in order");
        }
    }

    @Test
    void its_log_can_be_one_json_object_a_line_that_names_the_service_and_the_request() {
        try (ChildProcess gateway = start(Map.of("REDRESS_LOG_FORMAT", "json"))) {
            gateway.awaitReady(management);
            Answer answer = caller().with("X-Request-Id", "req-of-the-log-test").get("/v1/nothing");
            gateway.terminate();
            gateway.exit();

            assertThat(answer.status()).isEqualTo(404);
            assertThat(gateway.jsonLines())
                    .allMatch(line -> "gateway".equals(line.getString("service")))
                    .filteredOn(line -> "req-of-the-log-test".equals(line.getString("requestId")))
                    .singleElement()
                    .satisfies(line -> assertThat(line.getString("status")).isEqualTo("404"));
        }
    }

    private ChildProcess start(Map<String, String> more) {
        Map<String, String> environment = INFRASTRUCTURE.environment("gateway", "gateway");
        environment.put("REDRESS_HTTP_PORT", Integer.toString(port));
        environment.put("REDRESS_MANAGEMENT_PORT", Integer.toString(management));
        for (Upstream each : Upstream.values()) {
            environment.put(each.urlVariable(), "http://127.0.0.1:" + upstream.actualPort());
        }
        environment.putAll(more);
        List<String> options = List.of("-Xmx256m");
        try (ChildProcess migration =
                ChildProcess.java(directory, GatewayMain.class, environment, options, "migrate")) {
            assertThat(migration.exit()).as(migration.out()).isZero();
        }
        return ChildProcess.java(directory, GatewayMain.class, environment, options);
    }

    private ApiClient caller() {
        return ApiClient.of("http://127.0.0.1:" + port)
                .as(INFRASTRUCTURE.issuer().staff("enf-1", "enforcement"));
    }
}
