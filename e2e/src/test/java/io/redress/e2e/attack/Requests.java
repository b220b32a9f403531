package io.redress.e2e.attack;

import io.redress.e2e.attack.Route.Parameter;
import io.vertx.core.json.JsonArray;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A good request for any route, out of the contract's example and the world's ids. */
final class Requests {

    private static final String RUN = Long.toHexString(System.nanoTime());
    private static final AtomicLong KEYS = new AtomicLong();

    private final World world;

    Requests(World world) {
        this.world = world;
    }

    /** As nobody yet. */
    Sent good(Route route, String base) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (route.needsKey()) {
            headers.put("Idempotency-Key", "attack-" + RUN + "-" + KEYS.incrementAndGet());
        }
        if (route.needsIfMatch()) {
            headers.put("If-Match", "\"1\"");
        }
        Optional<byte[]> body = Optional.empty();
        if (route.body().isPresent()) {
            headers.put("Content-Type", "application/json");
            body = Optional.of(bytes(world.filled(route.example()).encode()));
        }
        return new Sent(
                base, route.method(), path(route) + query(route), headers, body, route.streams(), route.toString());
    }

    /** Whether the path names something of merchant A's. */
    boolean pathBelongsToA(Route route) {
        return route.in("path").stream().anyMatch(parameter -> world.belongsToA(parameter.name()));
    }

    /** Whether the path, the body or what the query must say names something of merchant A's. */
    boolean belongsToA(Route route) {
        boolean asked = route.in("query").stream()
                .anyMatch(parameter -> parameter.required() && world.belongsToA(parameter.name()));
        return pathBelongsToA(route) || asked || names(route.example()).stream().anyMatch(world::belongsToA);
    }

    /** The things of merchant A's that a list may be narrowed to, each as part of a query. */
    List<String> filtersByA(Route route) {
        return route.in("query").stream()
                .filter(parameter -> !parameter.required() && world.belongsToA(parameter.name()))
                .map(parameter -> parameter.name() + "="
                        + encoded(world.id(parameter.name()).orElseThrow()))
                .toList();
    }

    private String path(Route route) {
        String path = route.path();
        for (Parameter parameter : route.in("path")) {
            path = path.replace("{" + parameter.name() + "}", value(route, parameter));
        }
        return path;
    }

    private String query(Route route) {
        List<String> parts = new ArrayList<>();
        for (Parameter parameter : route.in("query")) {
            if (parameter.required()) {
                parts.add(parameter.name() + "=" + encoded(value(route, parameter)));
            }
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private String value(Route route, Parameter parameter) {
        JsonArray choices = parameter.schema().getJsonArray("enum", new JsonArray());
        Optional<String> known = world.id(parameter.name());
        if (known.isEmpty() && choices.isEmpty()) {
            throw new AssertionError(route + " has a parameter " + parameter.name()
                    + " that the world knows no id for: make such a thing in WorldBuilder and name its id there,"
                    + " with own(…) if it is merchant A's, with thing(…) if it is the platform's");
        }
        return known.orElseGet(() -> choices.getString(0));
    }

    private static List<String> names(Object node) {
        List<String> names = new ArrayList<>();
        if (node instanceof io.vertx.core.json.JsonObject object) {
            for (String name : object.fieldNames()) {
                names.add(name);
                names.addAll(names(object.getValue(name)));
            }
        } else if (node instanceof JsonArray array) {
            for (int i = 0; i < array.size(); i++) {
                names.addAll(names(array.getValue(i)));
            }
        }
        return names;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
