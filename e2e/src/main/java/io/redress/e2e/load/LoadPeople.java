package io.redress.e2e.load;

import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Development tokens for those who ask. */
final class LoadPeople {

    private final HttpJson control;

    LoadPeople(String controlUrl) {
        this.control = new HttpJson(controlUrl, Duration.ofSeconds(30));
    }

    String staff(String subject, String role) {
        return token(subject, role, Optional.empty());
    }

    String merchant(String merchantId) {
        return token(merchantId, "merchant", Optional.of(merchantId));
    }

    private String token(String subject, String role, Optional<String> merchantId) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sub", subject);
        request.put("roles", List.of(role));
        merchantId.ifPresent(id -> request.put("merchantId", id));
        HttpAnswer answer = control.sendJson("POST", "/dev/tokens", Map.of(), request);
        if (!answer.succeeded()) {
            throw new IllegalStateException("no token for " + subject + ": " + answer.brief());
        }
        return answer.body().path("access_token").asText();
    }
}
