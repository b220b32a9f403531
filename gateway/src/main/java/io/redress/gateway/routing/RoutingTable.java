package io.redress.gateway.routing;

import io.redress.gateway.Upstream;
import io.redress.kit.http.Streaming;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Who answers which path: derived from the contracts and nothing else, so that a path exists at
 * the gateway exactly if a contract has it. Path parameters are ids: a segment with any other character, dots alone or
 * an escape matches nothing.
 */
public final class RoutingTable {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final String OWN_CONTRACT = "/openapi/gateway.yaml";

    private final List<Route> routes;

    private RoutingTable(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparingLong(Route::exactness).reversed())
                .toList();
    }

    /** @throws IllegalStateException if a contract is not on the class path, or two contracts claim one path */
    public static RoutingTable fromClassPath() {
        return from(RoutingTable.class::getResourceAsStream);
    }

    /** @param contract opens an OpenAPI document by its place on the class path, null if there is none */
    static RoutingTable from(Function<String, InputStream> contract) {
        List<Route> routes = new ArrayList<>();
        Map<String, String> owners = new HashMap<>();
        collect(OWN_CONTRACT, Optional.empty(), contract, routes, owners);
        for (Upstream upstream : Upstream.values()) {
            collect(upstream.contract(), Optional.of(upstream), contract, routes, owners);
        }
        return new RoutingTable(routes);
    }

    private static void collect(
            String resource,
            Optional<Upstream> upstream,
            Function<String, InputStream> contract,
            List<Route> routes,
            Map<String, String> owners) {
        try (InputStream in = contract.apply(resource)) {
            if (in == null) {
                throw new IllegalStateException("no contract " + resource);
            }
            for (Route route : routes(upstream, in)) {
                String shape = route.template().replaceAll("\\{[^}]*}", "{}");
                String other = owners.put(shape, resource);
                if (other != null) {
                    throw new IllegalStateException(route.template() + " belongs to " + other + " and to " + resource);
                }
                routes.add(route);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path the raw path, not decoded */
    public Destination find(String method, String path) {
        Optional<List<String>> segments = segments(path);
        Optional<Route> found = segments.flatMap(
                given -> routes.stream().filter(route -> route.matches(given)).findFirst());
        if (found.isEmpty()) {
            return new Destination.Unknown();
        }
        Route route = found.get();
        Route.Operation operation = route.operations().get(method);
        if (operation == null) {
            return new Destination.OtherMethods(route.operations().keySet());
        }
        return route.upstream()
                .<Destination>map(upstream ->
                        new Destination.Known(upstream, route.template(), operation.open(), operation.streaming()))
                .orElseGet(() -> new Destination.Own(route.template()));
    }

    private static Optional<List<String>> segments(String path) {
        if (!path.startsWith("/")) {
            return Optional.empty();
        }
        List<String> segments = Arrays.asList(path.substring(1).split("/", -1));
        boolean wellFormed = segments.stream()
                .allMatch(segment -> ID.matcher(segment).matches() && !segment.equals(".") && !segment.equals(".."));
        return wellFormed ? Optional.of(segments) : Optional.empty();
    }

    private static List<Route> routes(Optional<Upstream> upstream, InputStream contract) {
        Map<String, Object> document = new Yaml(new SafeConstructor(new LoaderOptions())).load(contract);
        List<Route> routes = new ArrayList<>();
        if (document.get("paths") instanceof Map<?, ?> paths) {
            paths.forEach((template, item) -> {
                String text = template.toString();
                List<String> segments = Arrays.asList(text.substring(1).split("/", -1));
                routes.add(new Route(text, segments, upstream, operations((Map<?, ?>) item)));
            });
        }
        return routes;
    }

    private static Map<String, Route.Operation> operations(Map<?, ?> item) {
        Map<String, Route.Operation> operations = new TreeMap<>();
        item.forEach((method, operation) -> {
            if (METHODS.contains(method.toString()) && operation instanceof Map<?, ?> members) {
                boolean open = members.get("x-scope") instanceof List<?> scope && scope.contains("public");
                Streaming streaming = Streaming.named((String) members.get("x-streamed"));
                operations.put(method.toString().toUpperCase(Locale.ROOT), new Route.Operation(open, streaming));
            }
        });
        return operations;
    }
}
