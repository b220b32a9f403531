package io.redress.e2e.crash;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.story.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The suite's users through the gateway, with bodies as they came. Blocks. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final HttpJson control;
    private final Map<User, String> tokens = new ConcurrentHashMap<>();

    Client(SuiteAddress address) {
        this.gateway = address.gateway();
        this.control = new HttpJson(address.control(), TIMEOUT);
    }

    /** Sends it once; empty if there was no whole answer. */
    Optional<Answer> send(Request request) {
        try {
            return Optional.of(exchange("POST", request.path(), headers(request), request.body()));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Sends it until it is accepted, or refused for good. */
    Answer insist(Request request) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<Answer> answer = send(request);
        while ((answer.isEmpty() || answer.get().passing()) && System.nanoTime() < end) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = send(request);
        }
        return answer.orElseThrow(() -> new IllegalStateException("no answer to POST " + request.path()));
    }

    /** A command that has to be accepted. */
    JsonNode must(Request request) {
        Answer answer = insist(request);
        if (!answer.good()) {
            throw new IllegalStateException("POST " + request.path() + " was answered " + answer.brief());
        }
        return json(answer.body());
    }

    void put(User user, String path, Object body) {
        Answer answer = exchange("PUT", path, Map.of("Authorization", bearer(user)), body);
        if (!answer.good()) {
            throw new IllegalStateException("PUT " + path + " was answered " + answer.brief());
        }
    }

    /** @throws IllegalStateException unless it is there */
    JsonNode read(User user, String path) {
        return json(whole(user, path).body());
    }

    /** The version that a command on it is to name. */
    String etag(User user, String path) {
        return Optional.ofNullable(whole(user, path).kept().get("etag"))
                .orElseThrow(() -> new IllegalStateException("no ETag on " + path));
    }

    private Answer whole(User user, String path) {
        Answer answer = exchange("GET", path, Map.of("Authorization", bearer(user)), null);
        if (!answer.good()) {
            throw new IllegalStateException("GET " + path + " was answered " + answer.brief());
        }
        return answer;
    }

    private Map<String, String> headers(Request request) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", bearer(request.user()));
        headers.put("Idempotency-Key", request.key());
        request.ifMatch().ifPresent(version -> headers.put("If-Match", version));
        return headers;
    }

    private Answer exchange(String method, String path, Map<String, String> headers, Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(TIMEOUT);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.method(method, HttpRequest.BodyPublishers.ofString(text(body)))
                    .header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> kept = new TreeMap<>();
            for (String header : List.of("etag", "location")) {
                response.headers().firstValue(header).ifPresent(value -> kept.put(header, value));
            }
            boolean replayed =
                    response.headers().firstValue("idempotent-replayed").isPresent();
            return new Answer(response.statusCode(), response.body(), kept, replayed);
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String bearer(User user) {
        return "Bearer " + tokens.computeIfAbsent(user, this::token);
    }

    private String token(User user) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("sub", user.subject());
        wish.put("roles", user.roles());
        user.merchantId().ifPresent(id -> wish.put("merchantId", id));
        HttpAnswer answer = control.sendJson("POST", "/dev/tokens", Map.of(), wish);
        if (!answer.succeeded()) {
            throw new IllegalStateException("no token for " + user.subject() + ": " + answer.brief());
        }
        return answer.body().path("access_token").asText();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
