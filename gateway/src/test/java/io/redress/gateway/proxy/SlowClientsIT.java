package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RawHttp;
import io.redress.gateway.RawHttp.Raw;
import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Clients that send bit by bit, or only hold connections: they lose theirs, everybody else is served. */
class SlowClientsIT {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static RunningGateway gateway;
    private static String token;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        gateway.with(Upstream.PENALTIES, gateway.serve(request -> request.response()
                        .putHeader("Content-Type", "application/json")
                        .end("{}")))
                .with("REDRESS_HEAD_TIMEOUT", "PT0.5S")
                .with("REDRESS_BODY_TIMEOUT", "PT0.5S")
                .with("REDRESS_MAX_CONNECTIONS", "8")
                .with("REDRESS_MAX_CONNECTIONS_PER_ADDRESS", "4")
                .start();
        token = gateway.issuer().staff("enf-1", "enforcement");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void a_request_whose_headers_do_not_end_is_cut_off_however_often_it_sends_a_byte() throws Exception {
        try (Socket slow = new Socket("127.0.0.1", gateway.port())) {
            slow.getOutputStream().write(bytes("GET /v1/penalties HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            // an idle limit would never be reached by this
            Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(50)).until(() -> isCutOff(slow));
        }
        assertThat(whoIsQuick().status()).isEqualTo(200);
    }

    @Test
    void a_body_that_does_not_come_is_answered_408_and_cut_off() {
        Raw raw = RawHttp.send(
                gateway.port(),
                "POST /v1/penalties HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nIdempotency-Key: slow-1\r\nContent-Length: 100\r\n\r\n{\"sh");

        assertThat(raw.status()).isEqualTo(408);
        JsonObject problem = raw.problem();
        assertThat(problem.getString("code")).isEqualTo("request-timeout");
        assertThat(problem.getString("requestId")).isNotBlank();
        assertThat(raw.closed()).isTrue();
        assertThat(raw.answers()).isEqualTo(1);
        assertThat(whoIsQuick().status()).isEqualTo(200);
    }

    @Test
    void a_connection_may_be_used_again_and_again_within_the_same_limits() throws IOException {
        String request = "GET /v1/penalties HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n";
        Raw raw = RawHttp.send(
                gateway.port(), request + request + request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

        assertThat(raw.answers()).isEqualTo(3);
        assertThat(raw.text()).doesNotContain("408");
    }

    @Test
    void whoever_holds_more_connections_than_are_his_loses_the_next_one_until_he_gives_one_back() throws Exception {
        Socket[] held = new Socket[5];
        for (int each = 0; each < held.length; each++) {
            held[each] = new Socket("127.0.0.1", gateway.port());
        }
        try {
            Awaitility.await().atMost(LONG).until(() -> metric("redress_connections_refused_total") > 0);
        } finally {
            for (Socket each : held) {
                each.close();
            }
        }
        Awaitility.await().atMost(LONG).until(() -> isServed());
    }

    private static boolean isServed() {
        try {
            return whoIsQuick().status() == 200;
        } catch (java.io.UncheckedIOException e) {
            return false;
        }
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static Answer whoIsQuick() {
        return gateway.anybody().as(token).get("/v1/penalties");
    }

    private static double metric(String name) {
        return io.redress.testkit.ApiClient.of(gateway.managementUrl())
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
