package io.redress.quickstart.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.kit.boot.Ids;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.ServiceName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead letters through the gateway, as an operator. What is refused ends the command with the refusal's words. */
final class DeadLetterDesk {

    /** Something was asked of the gateway and refused. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** So many pages at most of one service's list. */
    private static final int PAGES = 50;

    private final HttpJson gateway;
    private final String token;
    private final Ids ids = Ids.uuidV7();

    private DeadLetterDesk(HttpJson gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    static DeadLetterDesk of(SuiteAccess suite, String operator) {
        Map<String, Object> who = Map.of("sub", operator, "roles", List.of("operator"));
        HttpAnswer answer = suite.control().sendJson("POST", "/dev/tokens", Map.of(), who);
        return new DeadLetterDesk(
                suite.gateway(), good(answer).path("access_token").asText());
    }

    List<JsonNode> list(ServiceName service, String state) {
        return all(place(service) + "/dead-letters?limit=200&state=" + encoded(state));
    }

    List<JsonNode> parked(ServiceName service) {
        return all(place(service) + "/parked-events?limit=200");
    }

    JsonNode show(ServiceName service, String id) {
        return get(place(service) + "/dead-letters/" + encoded(id));
    }

    /** What became of each key, over as many calls as it takes until each was tried once. */
    List<JsonNode> replay(ServiceName service, Map<String, Object> body) {
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        boolean more = true;
        for (int calls = 0; calls < PAGES && more; calls++) {
            JsonNode report = post(place(service) + "/dead-letters/replays", body);
            more = report.path("more").asBoolean();
            for (JsonNode outcome : report.path("keys")) {
                String key = outcome.path("topic").asText() + " "
                        + outcome.path("key").asText();
                JsonNode before = keys.get(key);
                long closed = outcome.path("closed").asLong();
                keys.put(
                        key,
                        before == null
                                ? outcome
                                : ((ObjectNode) outcome)
                                        .put("closed", before.path("closed").asLong() + closed));
                // the least recently tried come first: when one comes again, all have had their turn
                more &= before == null || !before.has("failed");
            }
        }
        return List.copyOf(keys.values());
    }

    JsonNode discard(ServiceName service, String id, String reason) {
        return post(place(service) + "/dead-letters/" + encoded(id) + "/discards", Map.of("reason", reason));
    }

    private List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String next = path;
        for (int pages = 0; pages < PAGES && !next.isEmpty(); pages++) {
            JsonNode page = get(next);
            page.path("items").forEach(items::add);
            String cursor = page.path("next").asText("");
            next = cursor.isEmpty() ? "" : path + "&cursor=" + encoded(cursor);
        }
        return items;
    }

    private JsonNode get(String path) {
        return good(gateway.get(path, Map.of("Authorization", "Bearer " + token)));
    }

    private JsonNode post(String path, Map<String, Object> body) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Idempotency-Key", ids.next("cli"));
        return good(gateway.sendJson("POST", path, headers, body));
    }

    private static JsonNode good(HttpAnswer answer) {
        if (!answer.succeeded()) {
            throw new Refused(answer.brief());
        }
        return answer.body();
    }

    private static String place(ServiceName service) {
        return "/v1/operations/" + service.schema();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
