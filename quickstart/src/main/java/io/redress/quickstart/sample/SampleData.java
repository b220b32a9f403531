package io.redress.quickstart.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the sample rulebooks, organisation, policy, calendars, parties and a programme into a suite, through the gateway and
 * with tokens of the roles that may do so. Requests are PUTs of the whole, or create what is not there, so that loading
 * again changes nothing.
 */
public final class SampleData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RULEBOOKS = List.of("11", "12");
    private static final String PROGRAMMES = "/v1/programmes";
    private static final String QUEUES = "/v1/queues";
    /** The one queue of a case-service in which nobody has put others. */
    private static final String QUEUE_WITHOUT_A_SET = "cases";

    private static final int CONFLICT = 409;
    private static final String OTHER_SAMPLE =
            "; the data directory is of an earlier build with other sample data: ./redress up --fresh begins anew";

    private final HttpJson gateway;
    private final HttpJson control;

    public SampleData(HttpJson gateway, HttpJson control) {
        this.gateway = gateway;
        this.control = control;
    }

    /** @throws IllegalStateException if the suite refuses a part */
    public void load() {
        sealedTerms(token("operator-1", "operator"), resource("sealed-terms"));
        String ruleOwner = token("gov-vp", "rule-owner");
        for (String version : RULEBOOKS) {
            put(ruleOwner, "/v1/rulebooks/" + version, resource("rulebook-" + version));
        }
        String operator = token("operator-1", "operator");
        put(operator, "/v1/org", resource("org"));
        put(operator, "/v1/advocacy", resource("advocacy"));
        queues(operator, resource("queues"));
        JsonNode policy = resource("casekinds");
        put(operator, "/v1/case-policy", Map.of("clocks", policy.path("clocks"), "kinds", policy.path("kinds")));
        calendars(operator, resource("calendar"));
        parties(token("marketplace", "machine"), resource("parties"));
        programme(ruleOwner, resource("programme"));
    }

    /** It has no id of its own: it is there when its verifier verifies one of the first programmes. */
    private void programme(String ruleOwner, JsonNode programme) {
        Map<String, String> headers = bearer(ruleOwner);
        HttpAnswer known = required("GET", PROGRAMMES, gateway.get(PROGRAMMES + "?limit=200", headers));
        for (JsonNode one : known.body().path("items")) {
            if (one.path("verifiers").equals(programme.path("verifiers"))) {
                return;
            }
        }
        headers.put("Idempotency-Key", "sample-programme");
        required("POST", PROGRAMMES, gateway.sendJson("POST", PROGRAMMES, headers, programme));
    }

    /** A set that was put before stays: what has been changed of it since may hold cases. */
    private void queues(String operator, JsonNode queues) {
        Map<String, String> everything = bearer(token("integrity-lead", "integrity"));
        for (JsonNode one :
                required("GET", QUEUES, gateway.get(QUEUES, everything)).body().path("items")) {
            if (!one.path("id").asText().equals(QUEUE_WITHOUT_A_SET)) {
                return;
            }
        }
        put(operator, QUEUES, queues);
    }

    /** First of all: what is loaded later is checked for them. */
    private void sealedTerms(String operator, JsonNode terms) {
        put(operator, "/v1/sealed-terms", Map.of("terms", terms.path("sealedTerms")));
    }

    private void calendars(String operator, JsonNode calendar) {
        calendar.path("years").properties().forEach(year -> {
            ObjectNode body = year.getValue().deepCopy();
            body.set("zone", calendar.path("zone"));
            body.set("workingHours", calendar.path("workingHours"));
            put(operator, "/v1/calendars/" + year.getKey(), body);
        });
    }

    private void parties(String marketplace, JsonNode parties) {
        for (JsonNode merchant : parties.path("merchants")) {
            String id = merchant.path("id").asText();
            put(marketplace, "/v1/merchants/" + id, without(merchant, "id"));
        }
        for (JsonNode shop : parties.path("shops")) {
            put(marketplace, "/v1/shops/" + shop.path("id").asText(), without(shop, "id"));
        }
    }

    private static ObjectNode without(JsonNode object, String member) {
        ObjectNode copy = object.deepCopy();
        copy.remove(member);
        return copy;
    }

    private void put(String token, String path, Object body) {
        required("PUT", path, gateway.sendJson("PUT", path, bearer(token), body));
    }

    private static Map<String, String> bearer(String token) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token);
        return headers;
    }

    private static HttpAnswer required(String method, String path, HttpAnswer answer) {
        if (!answer.succeeded()) {
            throw new IllegalStateException("sample data: " + method + " " + path + " was answered " + answer.brief()
                    + " " + answer.body().path("errors") + (answer.status() == CONFLICT ? OTHER_SAMPLE : ""));
        }
        return answer;
    }

    private String token(String subject, String role) {
        HttpAnswer answer =
                control.sendJson("POST", "/dev/tokens", Map.of(), Map.of("sub", subject, "roles", List.of(role)));
        if (!answer.succeeded()) {
            throw new IllegalStateException("no token for " + subject + ": " + answer.brief());
        }
        return answer.body().path("access_token").asText();
    }

    private static JsonNode resource(String name) {
        String path = "/sample/" + name + ".yaml";
        try (InputStream in = SampleData.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is not on the class path");
            }
            return JSON.valueToTree(PlainYaml.load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
