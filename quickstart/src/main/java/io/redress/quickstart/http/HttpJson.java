package io.redress.quickstart.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * A blocking JSON client for one origin: what the command line, the stories and the sample data speak through.
 * Never used on an event loop. Any HTTP status is an answer; only a connection that fails is an exception.
 */
public final class HttpJson {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final String origin;
    private final Duration timeout;

    /**
     * @param origin scheme, host and port, without a slash at the end
     * @param timeout how long one answer may take
     */
    public HttpJson(String origin, Duration timeout) {
        this.origin = origin;
        this.timeout = timeout;
    }

    public String origin() {
        return origin;
    }

    public HttpAnswer get(String path, Map<String, String> headers) {
        return send("GET", path, headers, HttpRequest.BodyPublishers.noBody());
    }

    /** @param body anything Jackson can write; null sends no body */
    public HttpAnswer sendJson(String method, String path, Map<String, String> headers, Object body) {
        if (body == null) {
            return send(method, path, headers, HttpRequest.BodyPublishers.noBody());
        }
        return sendText(method, path, headers, "application/json", write(body));
    }

    public HttpAnswer sendText(
            String method, String path, Map<String, String> headers, String contentType, String body) {
        Map<String, String> all = new java.util.LinkedHashMap<>(headers);
        all.put("Content-Type", contentType);
        return send(method, path, all, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private HttpAnswer send(
            String method, String path, Map<String, String> headers, HttpRequest.BodyPublisher publisher) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path))
                .timeout(timeout)
                .method(method, publisher);
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new HttpAnswer(response.statusCode(), parse(response.body()), response.headers());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + origin + path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(method + " " + origin + path, new IOException("interrupted", e));
        }
    }

    private static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String body) {
        if (body.isBlank()) {
            return MissingNode.getInstance();
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(body);
        }
    }
}
