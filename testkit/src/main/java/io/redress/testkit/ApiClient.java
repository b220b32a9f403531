package io.redress.testkit;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A caller of an API as one user; immutable, so that a test can derive callers from callers. */
public final class ApiClient {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final AtomicLong KEYS = new AtomicLong();
    private static final String RUN = Long.toHexString(System.nanoTime());

    /** What came back. */
    public record Answer(int status, Map<String, String> headers, byte[] bytes) {

        public JsonObject json() {
            return new JsonObject(text());
        }

        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /** The problem's code; empty when the body is not a problem. */
        public String code() {
            return headers.getOrDefault("content-type", "").startsWith("application/problem+json")
                    ? json().getString("code", "")
                    : "";
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(java.util.Locale.ROOT)));
        }

        public String etag() {
            return header("etag").orElseThrow(() -> new AssertionError("no ETag in " + this));
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    private final String base;
    private final Map<String, String> headers;

    private ApiClient(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    /** @param base for example {@code http://127.0.0.1:8080} */
    public static ApiClient of(String base) {
        return new ApiClient(base, Map.of());
    }

    public ApiClient as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public ApiClient with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ApiClient(base, more);
    }

    /** With the version that this caller last saw. */
    public ApiClient ifMatch(Answer seen) {
        return with("If-Match", seen.etag());
    }

    public Answer get(String path) {
        return send("GET", path, Optional.empty());
    }

    public Answer put(String path, JsonObject body) {
        return send("PUT", path, Optional.of(body.encode()));
    }

    /** A POST with a fresh Idempotency-Key unless the caller has set one. */
    public Answer post(String path, JsonObject body) {
        ApiClient caller = headers.containsKey("Idempotency-Key")
                ? this
                : with("Idempotency-Key", RUN + "-" + KEYS.incrementAndGet());
        return caller.send("POST", path, Optional.of(body.encode()));
    }

    /** Exactly these headers and this body, with the JSON content type unless another is set. */
    public Answer send(String method, String path, Optional<String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .method(method, body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
        if (body.isPresent() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> answered = new LinkedHashMap<>();
            response.headers().map().forEach((name, values) -> answered.put(name, values.get(0)));
            return new Answer(response.statusCode(), answered, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
