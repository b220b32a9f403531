package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several instances of penalty-service, each a real HTTP server. */
class InstancesIT {

    private final RunningGateway gateway = new RunningGateway();
    private final AtomicInteger first = new AtomicInteger();
    private final AtomicInteger second = new AtomicInteger();

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void instances_are_asked_in_turn() {
        ApiClient caller = start(gateway.serve(counting(first)), gateway.serve(counting(second)));

        for (int i = 0; i < 10; i++) {
            assertThat(caller.get("/v1/penalties").status()).isEqualTo(200);
        }

        assertThat(first).hasValue(5);
        assertThat(second).hasValue(5);
    }

    @Test
    void where_nobody_listens_nothing_was_sent_so_another_instance_gets_the_command_once() {
        ApiClient caller = start(gateway.nobody(), gateway.serve(counting(second)));

        for (int i = 0; i < 30; i++) {
            assertThat(caller.post("/v1/penalties", new JsonObject().put("a", i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(second).hasValue(30);
    }

    @Test
    void after_bytes_went_out_no_other_instance_is_asked() {
        String breaksOff = gateway.serve(request -> request.body().onSuccess(body -> {
            first.incrementAndGet();
            request.connection().close();
        }));
        ApiClient caller = start(breaksOff, gateway.serve(counting(second)));

        Answer brokenOff = caller.post("/v1/penalties", new JsonObject());
        Answer answered = caller.post("/v1/penalties", new JsonObject());

        assertThat(brokenOff.status()).isEqualTo(503);
        assertThat(brokenOff.code()).isEqualTo("dependency-unavailable");
        assertThat(brokenOff.header("Retry-After")).isPresent();
        assertThat(answered.status()).isEqualTo(200);
        assertThat(first).hasValue(1);
        assertThat(second).hasValue(1);
    }

    @Test
    void an_instance_whose_breaker_is_open_is_skipped() {
        String breaksOff = gateway.serve(request -> {
            first.incrementAndGet();
            request.connection().close();
        });
        ApiClient caller = start(breaksOff, gateway.serve(counting(second)));
        int failed = 0;
        for (int i = 0; i < 60; i++) {
            failed += caller.get("/v1/penalties").status() == 503 ? 1 : 0;
        }

        // the breaker judges 20 calls; then the other instance answers everything
        assertThat(failed).isEqualTo(20);
        assertThat(first).hasValue(20);
        assertThat(second).hasValue(40);
    }

    @Test
    void when_no_instance_is_there_the_answer_says_when_to_come_back_and_names_none() {
        ApiClient caller = start(gateway.nobody(), gateway.nobody());

        for (int i = 0; i < 25; i++) {
            Answer answer = caller.get("/v1/penalties");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.code()).isEqualTo("dependency-unavailable");
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.text())
                    .contains("penalty-service is not available")
                    .doesNotContain("127.0.0.1");
        }
    }

    @Test
    void a_service_that_hangs_takes_nothing_from_another() {
        List<HttpServerRequest> hanging = new ArrayList<>();
        gateway.with(Upstream.CASES, gateway.serve(hanging::add));
        ApiClient caller = start(gateway.serve(counting(first)));
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> caller.get("/v1/cases/cas_1"), task -> {
                Thread thread = new Thread(task);
                thread.setDaemon(true);
                thread.start();
            }));
        }
        Awaitility.await().until(() -> hanging.size() == 64);

        Answer oneMore = caller.get("/v1/cases/cas_1");
        Answer other = caller.get("/v1/penalties");

        assertThat(oneMore.status()).isEqualTo(503);
        assertThat(oneMore.header("Retry-After")).isPresent();
        assertThat(other.status()).isEqualTo(200);
        gateway.vertx()
                .runOnContext(go -> hanging.forEach(each -> each.response().end()));
        assertThat(waiting).allSatisfy(each -> assertThat(each.join().status()).isEqualTo(200));
    }

    private ApiClient start(String... penalties) {
        gateway.with(Upstream.PENALTIES, penalties)
                .with("REDRESS_GATEWAY_UPSTREAM_TIMEOUT", "PT20S")
                .start();
        return gateway.staff("enf-1", "enforcement");
    }

    private static io.vertx.core.Handler<HttpServerRequest> counting(AtomicInteger seen) {
        return request -> request.body().onSuccess(body -> {
            seen.incrementAndGet();
            request.response().putHeader("Content-Type", "application/json").end("{}");
        });
    }
}
