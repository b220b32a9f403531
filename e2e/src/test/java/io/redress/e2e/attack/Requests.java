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
import java.util.stream.Stream;

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

    /** Whether the query or the body names something of merchant A's. */
    boolean restBelongsToA(Route route) {
        return askedByA(route).findAny().isPresent()
                || names(route.example()).stream().anyMatch(world::belongsToA);
    }

    /** Whether it asks for a list by something of merchant A's that leaves others an empty page. */
    boolean asksByAFilter(Route route) {
        return askedByA(route).anyMatch(Parameter::emptyToOthers);
    }

    /** The route as it is, and asked with each thing of merchant A's that its query can name. */
    List<Route> waysToAsk(Route route) {
        List<Route> ways = new ArrayList<>(List.of(route));
        if (route.method().equals("GET")) {
            route.in("query").stream()
                    .filter(parameter -> !parameter.required() && world.belongsToA(parameter.name()))
                    .forEach(parameter -> ways.add(route.askedWith(parameter)));
        }
        return ways;
    }

    private Stream<Parameter> askedByA(Route route) {
        return route.in("query").stream()
                .filter(parameter -> parameter.required() && world.belongsToA(parameter.name()));
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
        Optional<String> known = world.id(route.operationId(), parameter.name());
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
