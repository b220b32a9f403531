package io.redress.e2e.oracles;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What a suite at rest answers through its gateway and its control port. */
final class SuiteReads {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PAGE = 200;
    private static final int TOO_MANY = 429;

    private final HttpJson gateway;
    private final HttpJson control;
    private final Map<String, String> tokens = new HashMap<>();

    SuiteReads(SuiteAddress suite) {
        this.gateway = new HttpJson(suite.gateway(), LIMIT);
        this.control = new HttpJson(suite.control(), LIMIT);
    }

    /** Business time now. */
    Instant now() {
        return Instant.parse(
                must(control.get("/control/clock", Map.of())).path("now").asText());
    }

    /** Points and measures of a shop, as staff see them. */
    JsonNode standing(String shopId) {
        String token = token(Map.of("sub", "integrity-1", "roles", List.of("integrity")));
        return get("/v1/shops/" + shopId + "/standing", token);
    }

    /** All that a merchant's inbox shows, as its owner pages through it. */
    List<JsonNode> inbox(String merchantId) {
        String token = token(Map.of("sub", merchantId, "roles", List.of("merchant"), "merchantId", merchantId));
        List<JsonNode> all = new ArrayList<>();
        String query = "?limit=" + PAGE;
        while (true) {
            JsonNode page = get("/v1/notices" + query, token);
            page.path("items").forEach(all::add);
            String next = page.path("next").asText("");
            if (next.isEmpty() || next.equals("null")) {
                return all;
            }
            query = "?limit=" + PAGE + "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        }
    }

    private JsonNode get(String path, String token) {
        HttpAnswer answer = gateway.get(path, Map.of("Authorization", "Bearer " + token));
        while (answer.status() == TOO_MANY) {
            // a suite that has been through much has more shops than one caller may ask for at once
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = gateway.get(path, Map.of("Authorization", "Bearer " + token));
        }
        return must(answer);
    }

    private String token(Map<String, Object> request) {
        return tokens.computeIfAbsent(
                request.toString(), key -> must(control.sendJson("POST", "/dev/tokens", Map.of(), request))
                        .path("access_token")
                        .asText());
    }

    private static JsonNode must(HttpAnswer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("a suite at rest answers " + answer.brief());
        }
        return answer.body();
    }
}
