package io.redress.simulators.transparency;

import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the database has, for ever; safe for several threads. */
final class FiledStatements {

    private static final String CREATED_AT = "2026-06-01 12:00:00";

    private final Map<String, JsonObject> byPuid = new LinkedHashMap<>();

    synchronized boolean knows(String puid) {
        return byPuid.containsKey(puid);
    }

    synchronized Optional<JsonObject> byPuid(String puid) {
        return Optional.ofNullable(byPuid.get(puid)).map(JsonObject::copy);
    }

    synchronized Optional<JsonObject> byUuid(String uuid) {
        return byPuid.values().stream()
                .filter(statement -> uuid.equals(statement.getString("uuid")))
                .findFirst()
                .map(JsonObject::copy);
    }

    /** Takes all of them, each with a uuid of its own; answers them as stored. */
    synchronized List<JsonObject> take(Collection<JsonObject> statements, String baseUrl) {
        return statements.stream().map(statement -> take(statement, baseUrl)).toList();
    }

    private JsonObject take(JsonObject statement, String baseUrl) {
        int id = byPuid.size() + 1;
        String uuid = "00000000-0000-4000-8000-%012d".formatted(id);
        JsonObject stored = statement
                .copy()
                .put("uuid", uuid)
                .put("id", id)
                .put("created_at", CREATED_AT)
                .put("platform_name", "Redress")
                .put("permalink", baseUrl + "/statement/" + id)
                .put("self", baseUrl + "/api/v1/statement/" + id);
        byPuid.put(statement.getString("puid"), stored);
        return stored.copy();
    }

    synchronized List<JsonObject> all() {
        return byPuid.values().stream().map(JsonObject::copy).toList();
    }
}
