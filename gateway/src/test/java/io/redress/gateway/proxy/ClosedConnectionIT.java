package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A service that closes a connection under a request: a read is sent once more, a command never. */
class ClosedConnectionIT {

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static RunningGateway gateway;
    private static ApiClient caller;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        gateway.with(Upstream.PENALTIES, gateway.serve(request -> {
                    String what = request.method() + " " + request.uri();
                    boolean closes = !ASKED.contains(what) || request.uri().contains("closed-for-good");
                    ASKED.add(what);
                    if (closes) {
                        request.connection().close();
                    } else {
                        request.response()
                                .putHeader("Content-Type", "application/json")
                                .end("{}");
                    }
                }))
                .start();
        caller = ApiClient.of("http://127.0.0.1:" + gateway.port())
                .as(gateway.issuer().staff("enf-1", "enforcement"));
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_read_is_sent_once_more() {
        assertThat(caller.get("/v1/penalties/pen_1").status()).isEqualTo(200);
        assertThat(ASKED).filteredOn("GET /v1/penalties/pen_1"::equals).hasSize(2);
    }

    @Test
    void a_read_that_is_closed_again_is_given_up() {
        Answer answer = caller.get("/v1/penalties/closed-for-good");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.code()).isEqualTo("dependency-unavailable");
        assertThat(ASKED)
                .filteredOn("GET /v1/penalties/closed-for-good"::equals)
                .hasSize(2);
    }

    @Test
    void a_command_is_not_sent_again() {
        assertThat(caller.post("/v1/penalties", new JsonObject()).status()).isEqualTo(503);
        assertThat(ASKED).filteredOn("POST /v1/penalties"::equals).hasSize(1);
    }
}
