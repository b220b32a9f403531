package io.redress.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.gateway.RunningGateway;
import io.redress.gateway.Upstream;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files through the gateway, to and from an HTTP server that plays case-service. */
class FilesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String UPLOAD = "/v1/cases/cas_1/evidence?fileName=a.pdf";
    private static final String DOWNLOAD = "/v1/cases/cas_1/evidence/evd_1/content";
    private static final int MOST_BODY_BYTES = 1_024;
    private static final int MIB = 1_048_576;

    private final RunningGateway gateway = new RunningGateway();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong received = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean brokenOff = new AtomicBoolean();
    private final List<HttpServerRequest> requests = new CopyOnWriteArrayList<>();
    private volatile boolean refuses;
    private volatile int answerBytes = 20 * MIB;
    private volatile int sentBytes = 20 * MIB;

    @BeforeEach
    void start() {
        gateway.with(Upstream.CASES, gateway.serve(this::serve))
                .with("REDRESS_GATEWAY_UPSTREAM_TIMEOUT", "PT0.5S")
                .with("REDRESS_GATEWAY_STREAMS_PER_CALLER", "1")
                .with("REDRESS_GATEWAY_MAX_BODY_BYTES", Integer.toString(MOST_BODY_BYTES))
                .start();
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    private void serve(HttpServerRequest request) {
        requests.add(request);
        if (request.method().name().equals("GET")) {
            request.response()
                    .putHeader("Content-Type", "application/pdf")
                    .putHeader("Content-Disposition", "attachment; filename=\"a.pdf\"")
                    .putHeader("Content-Length", Integer.toString(answerBytes))
                    .write(Buffer.buffer(new byte[sentBytes]))
                    .onSuccess(sent -> {
                        if (sentBytes == answerBytes) {
                            request.response().end();
                        } else {
                            request.connection().close();
                        }
                    });
            return;
        }
        if (refuses) {
            request.response()
                    .setStatusCode(422)
                    .putHeader("Content-Type", "application/problem+json")
                    .end("{\"code\":\"file-too-large\"}");
            return;
        }
        request.handler(part -> {
            received.addAndGet(part.length());
            begun.countDown();
        });
        request.exceptionHandler(failure -> brokenOff.set(true));
        request.endHandler(end -> request.response().setStatusCode(201).end("{}"));
        request.response().writeContinue();
    }

    private HttpResponse<byte[]> upload(BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gateway.url() + UPLOAD))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/pdf")
                .header("Idempotency-Key", "key-1")
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private String token() {
        return gateway.issuer().merchant("user-1", "m-1", "merchant");
    }

    @Test
    void a_file_is_passed_on_as_it_comes_however_large_and_however_slow() throws Exception {
        byte[] part = new byte[3 * MIB];
        InputStream slow = new InputStream() {
            private int sent;

            @Override
            public int read() {
                throw new UnsupportedOperationException("read in parts");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                if (sent >= MIB) {
                    await(begun);
                }
                int more = Math.min(most, part.length - sent);
                sent += more;
                Arrays.fill(into, from, from + more, (byte) 1);
                return more == 0 ? -1 : more;
            }
        };

        HttpResponse<byte[]> answer = upload(BodyPublishers.ofInputStream(() -> slow));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(received).hasValue(3 * MIB);
        assertThat(requests.get(0).getHeader("Content-Type")).isEqualTo("application/pdf");
        assertThat(requests.get(0).getHeader("Idempotency-Key")).isEqualTo("key-1");
        assertThat(requests.get(0).uri()).isEqualTo(UPLOAD);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException("the service has seen nothing: the gateway keeps it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void the_length_that_was_said_is_said_to_the_service() throws Exception {
        upload(BodyPublishers.ofByteArray(new byte[2 * MOST_BODY_BYTES]));

        assertThat(requests.get(0).getHeader("Content-Length")).isEqualTo("2048");
        assertThat(received).hasValue(2 * MOST_BODY_BYTES);
    }

    @Test
    void what_the_service_refuses_is_answered_without_the_file() throws Exception {
        refuses = true;
        String head = "POST " + UPLOAD + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nIdempotency-Key: k\r\nContent-Type: application/pdf\r\nContent-Length: 900000\r\n\r\n%PDF";
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 422").contains("file-too-large");
        }
    }

    @Test
    void a_sender_who_breaks_off_breaks_off_at_the_service_too() throws Exception {
        String head = "POST " + UPLOAD + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token()
                + "\r\nIdempotency-Key: k\r\nContent-Type: application/pdf\r\nContent-Length: 900000\r\n\r\n%PDF";
        try (Socket socket = new Socket("127.0.0.1", gateway.port())) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            assertThat(begun.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        Awaitility.await().atMost(PATIENCE).untilTrue(brokenOff);
    }

    @Test
    void the_connection_of_an_upload_is_not_used_again() throws Exception {
        upload(BodyPublishers.ofByteArray(new byte[2 * MOST_BODY_BYTES]));
        upload(BodyPublishers.ofByteArray(new byte[2 * MOST_BODY_BYTES]));

        assertThat(requests.stream().map(HttpServerRequest::connection).distinct())
                .hasSize(2);
    }

    @Test
    void nothing_of_a_file_is_taken_without_a_token() {
        Answer answer = gateway.anybody()
                .with("Content-Type", "application/pdf")
                .send("POST", UPLOAD, java.util.Optional.of("%PDF"));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(requests).isEmpty();
    }

    @Test
    void a_file_comes_back_whole_with_its_length_and_its_name() throws Exception {
        HttpResponse<byte[]> answer = client.send(download(), BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(20 * MIB);
        assertThat(answer.headers().firstValue("content-length")).contains("20971520");
        assertThat(answer.headers().firstValue("content-disposition")).contains("attachment; filename=\"a.pdf\"");
        assertThat(answer.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void a_file_that_the_service_breaks_off_is_not_taken_for_a_whole_one() {
        sentBytes = MIB;

        assertThatThrownBy(() -> client.send(download(), BodyHandlers.ofByteArray()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_caller_has_no_more_files_at_once_than_he_may() throws Exception {
        HttpResponse<InputStream> first = client.send(download(), BodyHandlers.ofInputStream());
        try (InputStream unread = first.body()) {
            HttpResponse<byte[]> second = client.send(download(), BodyHandlers.ofByteArray());

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("retry-after")).isPresent();
            assertThat(unread.read()).isZero();
        }
    }

    private HttpRequest download() {
        return HttpRequest.newBuilder(URI.create(gateway.url() + DOWNLOAD))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token())
                .build();
    }
}
