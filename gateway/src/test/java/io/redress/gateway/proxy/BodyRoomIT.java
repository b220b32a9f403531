package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies that are announced and do not come: whoever announces too many is refused, others send theirs. */
class BodyRoomIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String BODY = "x".repeat(60_000);
    private static RunningGateway gateway;

    @BeforeAll
    static void start() {
        gateway = new RunningGateway();
        gateway.with(Upstream.PENALTIES, gateway.serve(request -> request.response()
                        .end("{}")))
                .with("REDRESS_MAX_BODIES_BYTES", "200000")
                .start();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @Test
    void one_caller_s_unfinished_bodies_leave_room_for_another_s_and_none_for_his_own() throws IOException {
        String greedy = gateway.issuer().staff("enf-greedy", "enforcement");
        try (Socket unfinished = new Socket("127.0.0.1", gateway.port())) {
            String head = "POST /v1/penalties HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + greedy
                    + "\r\nContent-Type: application/json\r\nIdempotency-Key: room-1\r\nContent-Length: 60000\r\n\r\n{";
            unfinished.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            Awaitility.await().atMost(LIMIT).until(() -> bytesHeld() == 60_000);

            Answer refused = post(greedy);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.code()).isEqualTo("overloaded");
            assertThat(refused.header("Retry-After")).contains("1");
            assertThat(refused.json().getString("requestId")).isNotBlank();
            assertThat(post(gateway.issuer().staff("enf-other", "enforcement")).status())
                    .isEqualTo(200);
        }
        Awaitility.await().atMost(LIMIT).until(() -> bytesHeld() == 0);
        assertThat(post(greedy).status()).isEqualTo(200);
    }

    private static Answer post(String token) {
        return gateway.anybody()
                .as(token)
                .with("Idempotency-Key", "room-2")
                .send("POST", "/v1/penalties", Optional.of(BODY));
    }

    private static double bytesHeld() {
        return ApiClient.of(gateway.managementUrl())
                .get("/metrics")
                .text()
                .lines()
                .filter(line -> line.startsWith("redress_bodies_bytes "))
                .mapToDouble(line -> Double.parseDouble(line.substring("redress_bodies_bytes ".length())))
                .findFirst()
                .orElseThrow();
    }
}
