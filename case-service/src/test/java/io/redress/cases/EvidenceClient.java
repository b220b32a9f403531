package io.redress.cases;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Sends files to one server as one person, and does with them what that person may. */
final class EvidenceClient {

    static final String PDF = "application/pdf";
    /** 20 bytes; their SHA-256 by sha256sum. */
    static final byte[] RECEIPT = "%PDF-1.4\nA receipt.\n".getBytes(StandardCharsets.US_ASCII);

    static final String RECEIPT_SHA256 = "cbf6f6c79855728d6a1ebc42080dcf1819fed78f247817f393ebc846be92cc63";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final String base;
    private final String token;

    EvidenceClient(int port, String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    /** A document that nobody has sent before. */
    static byte[] document() {
        return ("%PDF-1.4\nDocument " + NUMBERS.incrementAndGet() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    ApiClient api() {
        return ApiClient.of(base).as(token);
    }

    Answer add(String caseId, byte[] content) {
        return add(caseId, "receipt.pdf", "", PDF, content);
    }

    /** @param more parameters after the file's name, with {@code &} before each */
    Answer add(String caseId, String fileName, String more, String type, byte[] content) {
        return send(caseId, fileName, more, type, "evidence-" + NUMBERS.incrementAndGet(), content);
    }

    Answer send(String caseId, String fileName, String more, String type, String key, byte[] content) {
        return send(caseId, fileName, more, type, key, BodyPublishers.ofByteArray(content));
    }

    /** Without saying how much it is. */
    Answer addInChunks(String caseId, byte[] content) {
        BodyPublisher chunks = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(content));
        return send(caseId, "receipt.pdf", "", PDF, "evidence-" + NUMBERS.incrementAndGet(), chunks);
    }

    private Answer send(String caseId, String fileName, String more, String type, String key, BodyPublisher content) {
        String name = URLEncoder.encode(fileName, StandardCharsets.UTF_8);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + "/v1/cases/" + caseId + "/evidence?fileName=" + name + more))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key)
                .POST(content);
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            response.headers().map().forEach((header, values) -> headers.put(header, values.get(0)));
            return new Answer(response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    Answer list(String caseId) {
        return api().get("/v1/cases/" + caseId + "/evidence");
    }

    Answer details(Answer added) {
        return api().get(path(added) + "/details");
    }

    Answer content(Answer added) {
        return api().get(path(added) + "/content");
    }

    Answer log(Answer added) {
        return api().get(path(added) + "/log");
    }

    Answer file(Answer added) {
        return api().ifMatch(added).post(path(added) + "/filing", new JsonObject());
    }

    Answer remove(Answer seen) {
        return api().ifMatch(seen).post(path(seen) + "/removal", new JsonObject());
    }

    Answer hold(Answer seen, String reason) {
        return api().ifMatch(seen).post(path(seen) + "/hold", new JsonObject().put("reason", reason));
    }

    Answer release(Answer seen, String reason) {
        return api().ifMatch(seen).post(path(seen) + "/release", new JsonObject().put("reason", reason));
    }

    static String path(Answer added) {
        return "/v1/cases/" + added.json().getString("caseId") + "/evidence/"
                + added.json().getString("id");
    }
}
