package io.redress.e2e.attack;

import io.redress.e2e.attack.Route.Parameter;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Paths, queries and headers that nobody sends by mistake. */
final class ParameterAttacks {

    private static final List<String> VALUES = List.of(
            "' OR '1'='1",
            "1; DROP TABLE penalty; --",
            "\u0000",
            "../../etc/passwd",
            "{{7*7}}${7*7}",
            "a\r\nX-Injected: 1",
            "-1",
            "NaN",
            "99999999999999999999",
            "2018-13-45T99:99:99Z",
            "\uD83D\uDE00",
            "x".repeat(600));
    private static final List<String> SORT_KEYS = List.of(
            "",
            "\u0000",
            "' OR '1'='1",
            "\u001f\u001f\u001f",
            "9999999999999999999999",
            "a\u001fb\u001fc",
            "x".repeat(300));
    private static final List<String> PATH_VALUES = List.of(
            "%00",
            "..%2f..%2fetc%2fpasswd",
            "'%20OR%20'1'='1",
            "%0d%0aX-Injected:%201",
            "%F0%9F%98%80",
            "%ff%fe",
            "x".repeat(65),
            "..",
            ";a=b",
            "%2e%2e",
            "x".repeat(5_000));

    /** @param invalid whether the contract forbids it, so that it must be refused */
    record Attack(Sent sent, boolean invalid) {}

    private ParameterAttacks() {}

    static List<Attack> queries(Route route, Sent good) {
        List<Attack> attacks = new ArrayList<>();
        for (Parameter parameter : route.in("query")) {
            boolean cursor = parameter.name().equals("cursor");
            for (String value : VALUES) {
                boolean invalid = !cursor && !allows(parameter.schema(), value);
                attacks.add(new Attack(query(good, parameter.name(), value), invalid));
            }
            if (cursor) {
                attacks.add(new Attack(query(good, "cursor", "***"), true));
                for (String key : SORT_KEYS) {
                    String encoded = Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(key.getBytes(StandardCharsets.UTF_8));
                    attacks.add(new Attack(query(good, "cursor", encoded), false));
                }
            }
        }
        return attacks;
    }

    /** With the last path parameter replaced; none of these is an id. */
    static List<Sent> paths(Route route, Sent good) {
        List<Parameter> inPath = route.in("path");
        List<Sent> attacks = new ArrayList<>();
        if (!inPath.isEmpty()) {
            int at = route.path().split("/").length;
            String[] template = route.path().split("/");
            String[] path = good.target().replaceAll("\\?.*", "").split("/");
            for (int i = 0; i < at; i++) {
                if (template[i].startsWith("{")) {
                    for (String value : PATH_VALUES) {
                        String[] changed = path.clone();
                        changed[i] = value;
                        attacks.add(good.target(String.join("/", changed)));
                    }
                }
            }
        }
        return attacks;
    }

    /** By what is wrong; each must be refused, whatever the operation. */
    static Map<String, Sent> headers(Route route, Sent good) {
        Map<String, Sent> attacks = new LinkedHashMap<>();
        if (route.needsKey()) {
            attacks.put("no idempotency key", good.without("Idempotency-Key"));
            attacks.put("an idempotency key with a blank", good.with("Idempotency-Key", "a b"));
            attacks.put("an idempotency key without end", good.with("Idempotency-Key", "k".repeat(129)));
        }
        if (route.needsIfMatch()) {
            attacks.put("no version", good.without("If-Match"));
            attacks.put("any version", good.with("If-Match", "*"));
            attacks.put("a weak version", good.with("If-Match", "W/\"1\""));
            attacks.put("a version that is none", good.with("If-Match", "\"1 OR 1=1\""));
        }
        if (route.body().isPresent()) {
            attacks.put("a text", good.with("Content-Type", "text/plain"));
            attacks.put("a form", good.with("Content-Type", "application/x-www-form-urlencoded"));
            attacks.put("XML", good.with("Content-Type", "application/xml"));
            attacks.put("no content type", good.without("Content-Type"));
        }
        return attacks;
    }

    private static boolean allows(JsonObject schema, String value) {
        JsonArray choices = schema.getJsonArray("enum", new JsonArray());
        return switch (schema.getString("type", "string")) {
            case "integer" -> Pattern.matches("[0-9]{1,9}", value);
            case "boolean" -> value.equals("true") || value.equals("false");
            default ->
                !schema.containsKey("format")
                        && (choices.isEmpty() || choices.contains(value))
                        && value.length() <= schema.getInteger("maxLength", Integer.MAX_VALUE)
                        && Pattern.compile(schema.getString("pattern", ""))
                                .matcher(value)
                                .find();
        };
    }

    private static Sent query(Sent good, String name, String value) {
        String kept =
                good.target().replaceAll("([?&])" + name + "=[^&]*&?", "$1").replaceAll("[?&]$", "");
        String joint = kept.contains("?") ? "&" : "?";
        return good.target(kept + joint + name + "=" + Requests.encoded(value))
                .called(good.what() + " ?" + name + "=" + value);
    }
}
