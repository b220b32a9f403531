package io.redress.e2e.attack;

import io.redress.testkit.ApiClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the attacks are about: merchant A's things, which merchant B is after. Path parameters, query parameters and
 * members of example bodies get their ids from here by their name.
 */
final class World {

    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, String> ofOperation = new TreeMap<>();
    private final Set<String> ofMerchant = new LinkedHashSet<>();
    private final Set<String> markersOfA = new LinkedHashSet<>();
    private final Set<String> markersOfB = new LinkedHashSet<>();
    private final Set<String> sealed = new LinkedHashSet<>();
    private final Set<String> parties = new LinkedHashSet<>();
    private final String merchantA;
    private final String merchantB;

    World(String merchantA, String merchantB) {
        this.merchantA = merchantA;
        this.merchantB = merchantB;
        own("merchantId", merchantA);
        markersOfB.add(merchantB);
        thing("version", "12");
        thing("year", "2199");
    }

    String merchantA() {
        return merchantA;
    }

    String merchantB() {
        return merchantB;
    }

    /** An id of merchant A's, which nobody of another merchant may ever see. */
    void own(String name, String id) {
        ids.put(name, id);
        ofMerchant.add(name);
        markersOfA.add(id);
    }

    /** An id that belongs to the platform. */
    void thing(String name, String id) {
        ids.put(name, id);
    }

    /** For one operation this id of the platform's instead of the one of that name. */
    void thing(String name, String id, String operationId) {
        ofOperation.put(operationId + "." + name, id);
    }

    /** For one operation this id of merchant A's instead of the one of that name, because it leads to something. */
    void own(String name, String id, String operationId) {
        ofOperation.put(operationId + "." + name, id);
        markersOfA.add(id);
    }

    void markA(String marker) {
        markersOfA.add(marker);
    }

    void markB(String marker) {
        markersOfB.add(marker);
    }

    /** What no merchant may ever see, and staff nowhere but where sealed material is kept. */
    void seal(String marker) {
        sealed.add(marker);
    }

    Set<String> sealed() {
        return sealed;
    }

    /** Has a part in the matter of merchant A's penalty. */
    void party(String subject) {
        parties.add(subject);
    }

    boolean isParty(String subject) {
        return parties.contains(subject);
    }

    Optional<String> id(String name) {
        return Optional.ofNullable(ids.get(name));
    }

    /** As this operation is to be asked. */
    Optional<String> id(String operationId, String name) {
        return Optional.ofNullable(ofOperation.get(operationId + "." + name)).or(() -> id(name));
    }

    boolean belongsToA(String name) {
        return ofMerchant.contains(name);
    }

    /** What an answer to a caller of this merchant must not hold; without a merchant, nothing of either. */
    Set<String> hiddenFrom(Optional<String> merchantId) {
        Set<String> hidden = new LinkedHashSet<>(sealed);
        if (!merchantId.equals(Optional.of(merchantA))) {
            hidden.addAll(markersOfA);
        }
        if (!merchantId.equals(Optional.of(merchantB))) {
            hidden.addAll(markersOfB);
        }
        return hidden;
    }

    /** The example with the world's ids in it, wherever a member has the name of one. */
    JsonObject filled(JsonObject example) {
        return (JsonObject) filled("", example);
    }

    private Object filled(String name, Object node) {
        if (node instanceof JsonObject object) {
            JsonObject copy = new JsonObject();
            object.forEach(
                    member -> copy.put(member.getKey(), filled(member.getKey(), object.getValue(member.getKey()))));
            return copy;
        }
        if (node instanceof JsonArray array) {
            JsonArray copy = new JsonArray();
            for (int i = 0; i < array.size(); i++) {
                copy.add(filled(name, array.getValue(i)));
            }
            return copy;
        }
        return node instanceof String && ids.containsKey(name) ? ids.get(name) : node;
    }

    /** A caller of the suite through one server. */
    static ApiClient as(String base, Tokens tokens, String role) {
        return ApiClient.of(base).as(tokens.good(People.of(role), role, Optional.empty()));
    }

    static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").stream().map(JsonObject.class::cast).toList();
    }
}
