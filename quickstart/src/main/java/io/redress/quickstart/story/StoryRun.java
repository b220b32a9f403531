package io.redress.quickstart.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One telling of a story against a running suite: every step is a request through the gateway with the token of the
 * user who takes it; the suite's control port only moves the clock and the marketplace simulator's switches.
 */
public final class StoryRun {

    private final HttpJson gateway;
    private final HttpJson control;
    private final Facts facts;
    private final String suffix;
    private final Waiting waiting = new Waiting(Duration.ofSeconds(30));
    private final Map<User, String> tokens = new LinkedHashMap<>();
    private int commands;

    /** @param suffix sets the ids of this run apart from those of every other */
    public StoryRun(HttpJson gateway, HttpJson control, Facts facts, String suffix) {
        this.gateway = gateway;
        this.control = control;
        this.facts = facts;
        this.suffix = suffix;
    }

    public Facts facts() {
        return facts;
    }

    /** An id of this run. */
    public String own(String id) {
        return id + "-" + suffix;
    }

    public Instant now() {
        return Instant.parse(required("clock now", control.get("/control/clock", Map.of()))
                .path("now")
                .asText());
    }

    /** Moves the clock to an instant, letting every deadline on the way act. */
    public void advanceTo(OffsetDateTime at) {
        facts.step("the clock goes to " + at);
        required(
                "clock advance --until " + at,
                control.sendJson(
                        "POST",
                        "/control/clock/advance",
                        Map.of(),
                        Map.of("until", at.toInstant().toString())));
    }

    /** Lets the marketplace withhold its confirmations, or give them again, those withheld included. */
    public void holdMarketplace(boolean hold) {
        String path = "/control/marketplace/" + (hold ? "hold" : "release");
        required(path, control.sendJson("POST", path, Map.of(), Map.of()));
    }

    public JsonNode read(User user, String path) {
        return required("GET " + path, gateway.get(path, headers(user)));
    }

    /** A read that may be asked again and again: a failed one is an empty answer. */
    public HttpAnswer tryRead(User user, String path) {
        return gateway.get(path, headers(user));
    }

    public JsonNode put(User user, String path, Object body) {
        return required("PUT " + path, gateway.sendJson("PUT", path, headers(user), body));
    }

    /** A command that creates something and must be accepted. */
    public JsonNode create(User user, String path, Object body) {
        return required("POST " + path, command(user, path, body, Optional.empty()));
    }

    /** A command on an existing resource, decided on the version the user has seen, which must be accepted. */
    public JsonNode move(User user, String resource, String verb, Object body) {
        String path = resource + verb;
        return required("POST " + path, command(user, path, body, Optional.of(version(user, resource))));
    }

    /** A command on an existing resource, whatever comes of it. */
    public HttpAnswer tryMove(User user, String resource, String verb, Object body) {
        return command(user, resource + verb, body, Optional.of(version(user, resource)));
    }

    /** What came of a command that must be accepted. */
    public JsonNode accepted(String what, HttpAnswer answer) {
        return required(what, answer);
    }

    /** Sends a file; the path's parameters say what is known of it. */
    public HttpAnswer send(User user, String path, String contentType, String content) {
        Map<String, String> headers = headers(user);
        commands++;
        headers.put("Idempotency-Key", suffix + "-" + commands);
        return gateway.sendText("POST", path, headers, contentType, content);
    }

    /** What the marketplace itself has done to a shop. */
    public JsonNode marketplaceShop(String shopId) {
        return control.get("/control/marketplace/shops/" + shopId, Map.of()).body();
    }

    /** A command that must be refused with this status and problem code; returns the problem document. */
    public JsonNode refused(String fact, int status, String code, User user, String path, Object body) {
        HttpAnswer answer = command(user, path, body, Optional.empty());
        facts.check(fact, status + " " + code, answer.status() + " " + answer.code());
        return answer.body();
    }

    /** The same for a command on an existing resource, decided on the version that a reader sees now. */
    public JsonNode refusedMove(
            String fact, int status, String code, User user, User reader, String resource, String verb, Object body) {
        HttpAnswer answer = command(user, resource + verb, body, Optional.of(version(reader, resource)));
        facts.check(fact, status + " " + code, answer.status() + " " + answer.code());
        return answer.body();
    }

    /** A fact that comes true in its own time, at most 30 seconds. */
    public <T> boolean eventually(String fact, T expected, Supplier<T> read) {
        return facts.check(fact, expected, waiting.until(expected, read));
    }

    /** The same for a fact without which the rest makes no sense. */
    public <T> void mustBecome(String fact, T expected, Supplier<T> read) {
        if (!eventually(fact, expected, read)) {
            throw new StoryBroken(fact);
        }
    }

    private HttpAnswer command(User user, String path, Object body, Optional<String> ifMatch) {
        Map<String, String> headers = headers(user);
        commands++;
        headers.put("Idempotency-Key", suffix + "-" + commands);
        ifMatch.ifPresent(version -> headers.put("If-Match", version));
        return gateway.sendJson("POST", path, headers, body);
    }

    private String version(User reader, String resource) {
        HttpAnswer answer = gateway.get(resource, headers(reader));
        required("GET " + resource, answer);
        return answer.header("ETag").orElseThrow(() -> new StoryBroken("no ETag on " + resource));
    }

    private JsonNode required(String what, HttpAnswer answer) {
        if (!answer.succeeded()) {
            facts.check(what, "2xx", answer.brief());
            throw new StoryBroken(what);
        }
        return answer.body();
    }

    private Map<String, String> headers(User user) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + tokens.computeIfAbsent(user, this::token));
        return headers;
    }

    private String token(User user) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("sub", user.subject());
        request.put("roles", List.copyOf(user.roles()));
        user.merchantId().ifPresent(id -> request.put("merchantId", id));
        return required("token for " + user.subject(), control.sendJson("POST", "/dev/tokens", Map.of(), request))
                .path("access_token")
                .asText();
    }

    /** The instant of a JSON member, in UTC, for comparing; the empty string if there is none. */
    public static String instant(JsonNode node) {
        return node.isTextual() ? utc(OffsetDateTime.parse(node.asText())) : "";
    }

    /** The same for a date of the story; whole milliseconds, since services keep instants in different fineness. */
    public static String utc(OffsetDateTime at) {
        return at.toInstant().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
