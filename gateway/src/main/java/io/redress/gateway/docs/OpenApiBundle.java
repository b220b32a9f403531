package io.redress.gateway.docs;

import io.redress.gateway.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The suite's one OpenAPI 3.1 document, made of the contracts of its services. A name means one thing in it: components
 * that two contracts fill alike, but for their words, are one, and a path, an operationId or a component that they fill differently
 * is an error. Every operation is tagged with its service and says in words who may call it.
 */
public final class OpenApiBundle {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Set<String> WORDS = Set.of("title", "description", "summary", "example", "examples");
    private static final String OWN_CONTRACT = "/openapi/gateway.yaml";

    /**
     * One contract.
     *
     * @param tag under which its operations stand in the document
     */
    public record Part(String tag, Map<String, Object> document) {}

    private final Map<String, Object> paths = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<String, String> placeOfOperation = new LinkedHashMap<>();
    private final Map<String, String> placeOfShape = new LinkedHashMap<>();
    private final Map<String, String> placeOfComponent = new LinkedHashMap<>();
    private final List<Object> tags = new ArrayList<>();
    private final List<String> clashes = new ArrayList<>();

    private OpenApiBundle(Collection<Part> parts) {
        parts.forEach(this::add);
        if (!clashes.isEmpty()) {
            throw new IllegalStateException("the contracts do not fit together: " + String.join("; ", clashes));
        }
    }

    /** @throws IllegalStateException naming every clash */
    public static OpenApiBundle of(List<Part> parts) {
        return new OpenApiBundle(parts);
    }

    /** Of the services behind the gateway and of the gateway's own operations. */
    public static OpenApiBundle fromClassPath() {
        List<Part> parts = new ArrayList<>();
        for (Upstream upstream : Upstream.values()) {
            parts.add(
                    new Part(upstream.name().toLowerCase(Locale.ROOT), ContractYaml.parse(text(upstream.contract()))));
        }
        if (OpenApiBundle.class.getResource(OWN_CONTRACT) != null) {
            parts.add(new Part("gateway", ContractYaml.parse(text(OWN_CONTRACT))));
        }
        return of(parts);
    }

    /** As a tree of maps, lists and values; changing it changes nothing but this copy's top. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", info());
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("security", List.of(Map.of("bearer", List.of()), Map.of("apiKey", List.of())));
        document.put("tags", tags);
        document.put("paths", paths);
        Map<String, Object> all = new LinkedHashMap<>(components);
        all.put("securitySchemes", securitySchemes());
        document.put("components", all);
        return document;
    }

    /** As text. */
    public String yaml() {
        return ContractYaml.write(document());
    }

    private void add(Part part) {
        Map<String, Object> info = members(part.document().get("info"));
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("name", part.tag());
        tag.put("description", info.getOrDefault("description", info.get("title")));
        tags.add(tag);
        members(part.document().get("paths")).forEach((path, item) -> addPath(part.tag(), path, members(item)));
        members(part.document().get("components")).forEach((kind, named) -> {
            // one way to say who calls, for all contracts
            if (!kind.equals("securitySchemes")) {
                members(named).forEach((name, content) -> addComponent(part.tag(), kind, name, content));
            }
        });
    }

    private void addPath(String tag, String path, Map<String, Object> item) {
        String shape = path.replaceAll("\\{[^}]*}", "{}");
        String other = placeOfShape.putIfAbsent(shape, tag + " " + path);
        if (other != null) {
            clashes.add("path " + path + " of " + tag + " is there already as " + other);
            return;
        }
        Map<String, Object> bundled = new LinkedHashMap<>();
        item.forEach((member, content) -> bundled.put(
                member, METHODS.contains(member) ? operation(tag, member + " " + path, members(content)) : content));
        paths.put(path, bundled);
    }

    private Map<String, Object> operation(String tag, String place, Map<String, Object> operation) {
        String id = String.valueOf(operation.get("operationId"));
        String other = placeOfOperation.putIfAbsent(id, place);
        if (other != null) {
            clashes.add("operationId " + id + " of " + place + " is that of " + other);
        }
        Map<String, Object> bundled = new LinkedHashMap<>(operation);
        bundled.put("tags", List.of(tag));
        bundled.put("description", description(operation));
        if (scope(operation).contains("public")) {
            bundled.put("security", List.of());
        }
        return bundled;
    }

    /** What the contract says, and its extensions in words for those who read rather than parse. */
    private static String description(Map<String, Object> operation) {
        List<?> scope = scope(operation);
        String who;
        if (scope.contains("public")) {
            who = "Anybody may call this, without a token.";
        } else if (scope.isEmpty()) {
            who = "Anybody with a valid token may call this.";
        } else {
            who = "Roles: "
                    + String.join(", ", scope.stream().map(String::valueOf).toList()) + ".";
        }
        String whose =
                switch (String.valueOf(operation.get("x-owner"))) {
                    case "merchant" ->
                        " A caller of the merchant side reaches its own merchant's things only; another's answer 404.";
                    case "recipient" -> " Everybody reaches only what was sent to them; anything else answers 404.";
                    case "matter" ->
                        " Only who has a part in the matter knows of it; to everybody else it answers 404.";
                    default -> "";
                };
        String said = operation.containsKey("description")
                ? String.valueOf(operation.get("description")).strip() + "\n\n"
                : "";
        String also = operation.get("x-also") instanceof List<?> roles
                ? " So do: "
                        + String.join(", ", roles.stream().map(String::valueOf).toList()) + "."
                : "";
        return said + who + whose + also;
    }

    private static List<?> scope(Map<String, Object> operation) {
        return operation.get("x-scope") instanceof List<?> roles ? roles : List.of();
    }

    private void addComponent(String tag, String kind, String name, Object content) {
        Map<String, Object> sameKind = components.computeIfAbsent(kind, ignored -> new TreeMap<>());
        Object other = sameKind.putIfAbsent(name, content);
        String first = placeOfComponent.putIfAbsent(kind + "/" + name, tag);
        if (other != null && !wordless(other).equals(wordless(content))) {
            clashes.add(kind + " " + name + " of " + tag + " is not that of " + first);
        }
    }

    /** What a validator sees of a component: a member {@code description} that is no text is a property of that name. */
    private static Object wordless(Object node) {
        if (node instanceof List<?> list) {
            return list.stream().map(OpenApiBundle::wordless).toList();
        }
        if (!(node instanceof Map<?, ?> map)) {
            return node;
        }
        Map<Object, Object> rest = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            boolean words = WORDS.contains(name) && !(value instanceof Map);
            boolean optional = name.equals("required") && Boolean.FALSE.equals(value);
            if (!words && !optional) {
                rest.put(name, wordless(value));
            }
        });
        return rest;
    }

    private static Map<String, Object> info() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("title", "Redress");
        info.put("version", "1.0.0");
        info.put(
                "description",
                "A fair hearing, fast, for the merchants of a marketplace. One document for the whole suite; every failure "
                        + "is a problem document (RFC 9457) whose `type` leads to its explanation.");
        Map<String, Object> license = new LinkedHashMap<>();
        license.put("name", "Apache License 2.0");
        license.put("identifier", "Apache-2.0");
        info.put("license", license);
        return info;
    }

    private static Map<String, Object> securitySchemes() {
        Map<String, Object> bearer = new LinkedHashMap<>();
        bearer.put("type", "http");
        bearer.put("scheme", "bearer");
        bearer.put("bearerFormat", "JWT");
        Map<String, Object> apiKey = new LinkedHashMap<>();
        apiKey.put("type", "apiKey");
        apiKey.put("in", "header");
        apiKey.put("name", "Authorization");
        apiKey.put("description", "`ApiKey rdk_<id>_<secret>`, for machines.");
        Map<String, Object> schemes = new LinkedHashMap<>();
        schemes.put("bearer", bearer);
        schemes.put("apiKey", apiKey);
        return schemes;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object node) {
        return node instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static String text(String resource) {
        try (InputStream in = OpenApiBundle.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no contract " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
