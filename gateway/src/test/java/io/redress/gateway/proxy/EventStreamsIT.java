package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of events through the gateway, from an HTTP server that plays notification-service. */
class EventStreamsIT {

    private static final String ROUTE = "/v1/notices";

    private final RunningGateway gateway = new RunningGateway();
    private final List<HttpServerRequest> streams = new CopyOnWriteArrayList<>();
    private final AtomicBoolean closedAtService = new AtomicBoolean();

    @BeforeEach
    void start() {
        gateway.with(Upstream.NOTIFICATIONS, gateway.serve(this::stream))
                .with("REDRESS_GATEWAY_UPSTREAM_TIMEOUT", "PT0.5S")
                .with("REDRESS_GATEWAY_STREAMS_PER_CALLER", "2")
                .with("REDRESS_GATEWAY_STREAMS", "3")
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void stream(HttpServerRequest request) {
        request.response()
                .closeHandler(closed -> closedAtService.set(true))
                .setChunked(true)
                .putHeader("Content-Type", "text/event-stream;charset=utf-8")
                .write("id: 1\ndata: one\n\n");
        streams.add(request);
    }

    @Test
    void events_come_through_one_by_one_and_a_stream_outlives_the_timeout() throws Exception {
        try (InputStream body = open("mer-1", "7").body()) {
            BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
            assertThat(lines.readLine()).isEqualTo("id: 1");
            assertThat(lines.readLine()).isEqualTo("data: one");
            assertThat(streams.get(0).getHeader("Last-Event-ID")).isEqualTo("7");
            // longer than the upstream's timeout
            gateway.vertx().setTimer(1_000, late -> streams.get(0).response().write("id: 2\ndata: two\n\n"));

            assertThat(lines.readLine()).isEmpty();
            assertThat(lines.readLine()).isEqualTo("id: 2");
        }
    }

    @Test
    void the_services_end_is_the_readers_end() throws Exception {
        try (InputStream body = open("mer-1", "1").body()) {
            gateway.vertx().runOnContext(go -> streams.get(0).response().end("data: last\n\n"));

            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).endsWith("data: last\n\n");
        }
    }

    @Test
    void the_readers_end_is_the_services_end() throws Exception {
        open("mer-1", "1").body().close();

        Awaitility.await().untilTrue(closedAtService);
    }

    @Test
    void a_reader_who_does_not_read_holds_the_service_back() throws Exception {
        AtomicLong written = new AtomicLong();
        try (InputStream body = open("mer-1", "1").body()) {
            Buffer event = Buffer.buffer("data: " + "x".repeat(64_000) + "\n\n");
            gateway.vertx().runOnContext(go -> writeUntilFull(streams.get(0), event, written));
            // what fits into the sockets' and the client's buffers, and no more
            Awaitility.await().pollInterval(java.time.Duration.ofMillis(300)).until(new Unchanged(written)::holds);

            assertThat(written.get()).isLessThan(64L * 1_048_576);
            assertThat(body.read()).isNotNegative();
        }
    }

    @Test
    void a_caller_has_so_many_streams_at_once_and_all_together_so_many() throws Exception {
        HttpResponse<InputStream> one = open("mer-1", "1");
        HttpResponse<InputStream> two = open("mer-1", "1");
        Answer third = gateway.staff("mer-1", "operator").get(ROUTE);
        HttpResponse<InputStream> other = open("mer-2", "1");
        Answer oneTooMany = gateway.staff("mer-3", "operator").get(ROUTE);

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.code()).isEqualTo("rate-limited");
        assertThat(third.header("Retry-After")).isPresent();
        assertThat(oneTooMany.status()).isEqualTo(503);
        assertThat(oneTooMany.code()).isEqualTo("dependency-unavailable");
        assertThat(oneTooMany.header("Retry-After")).isPresent();
        one.body().close();
        two.body().close();
        other.body().close();
        Awaitility.await().untilAsserted(() -> {
            HttpResponse<InputStream> again = open("mer-1", "1");
            again.body().close();
            assertThat(again.statusCode()).isEqualTo(200);
        });
    }

    @Test
    void an_ordered_stop_ends_the_streams_in_order() throws Exception {
        try (InputStream body = open("mer-1", "1").body()) {
            gateway.stop();

            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("id: 1\ndata: one\n\n");
        }
    }

    private static void writeUntilFull(HttpServerRequest request, Buffer event, AtomicLong written) {
        while (!request.response().writeQueueFull()) {
            request.response().write(event);
            written.addAndGet(event.length());
        }
        request.response().drainHandler(drained -> writeUntilFull(request, event, written));
    }

    private HttpResponse<InputStream> open(String subject, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + ROUTE))
                .header("Authorization", "Bearer " + gateway.issuer().staff(subject, "operator"))
                .header("Accept", "text/event-stream")
                .header("Last-Event-ID", lastEventId)
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
    }

    /** Says whether a number is what it was when last asked. */
    private static final class Unchanged {
        private final AtomicLong number;
        private long last = -1;

        Unchanged(AtomicLong number) {
            this.number = number;
        }

        boolean holds() {
            long now = number.get();
            boolean unchanged = now == last;
            last = now;
            return unchanged;
        }
    }
}
