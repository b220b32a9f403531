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
 * Brings the sample rulebooks, organisation, policy, calendars and parties into a suite, through the gateway and with
 * tokens of the roles that may do so. Every request is a PUT of the whole, so that loading again changes nothing.
 */
public final class SampleData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> RULEBOOKS = List.of("11", "12");
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
        JsonNode policy = resource("casekinds");
        put(operator, "/v1/case-policy", Map.of("clocks", policy.path("clocks"), "kinds", policy.path("kinds")));
        calendars(operator, resource("calendar"));
        parties(token("marketplace", "machine"), resource("parties"));
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
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + token);
        HttpAnswer answer = gateway.sendJson("PUT", path, headers, body);
        if (!answer.succeeded()) {
            throw new IllegalStateException("sample data: PUT " + path + " was answered " + answer.brief() + " "
                    + answer.body().path("errors") + (answer.status() == CONFLICT ? OTHER_SAMPLE : ""));
        }
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
