package io.redress.kit.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.common.dsl.SchemaType;
import io.vertx.openapi.contract.MediaType;
import io.vertx.openapi.contract.Operation;
import io.vertx.openapi.contract.Parameter;
import io.vertx.openapi.contract.RequestBody;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Recognises requests of one operation that are as the contract says: small ones with plain parameters, by schemas that
 * were made into predicates before. Guarantee: what it recognises is valid. Limit: what it does not recognise may be
 * valid all the same; the whole validation says that, and what is wrong.
 */
final class QuickValidation {

    private static final String JSON = "application/json";
    /** A larger body keeps an event loop for too long. */
    private static final int MOST_BODY_BYTES = 16_384;

    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final Predicate<Object> NEVER = value -> false;

    private record Checked(Parameter parameter, Predicate<Object> schema) {}

    private final List<Checked> parameters;
    private final Optional<Predicate<Object>> body;

    private QuickValidation(List<Checked> parameters, Optional<Predicate<Object>> body) {
        this.parameters = parameters;
        this.body = body;
    }

    static QuickValidation of(Operation operation) {
        List<Checked> parameters = operation.getParameters().stream()
                .map(parameter -> new Checked(parameter, plain(parameter) ? quick(parameter.getSchema()) : NEVER))
                .toList();
        RequestBody expected = operation.getRequestBody();
        if (expected == null) {
            return new QuickValidation(parameters, Optional.empty());
        }
        MediaType json = expected.getContent().get(JSON);
        boolean plain = json != null && expected.isRequired();
        return new QuickValidation(parameters, Optional.of(plain ? quick(json.getSchema()) : NEVER));
    }

    private static Predicate<Object> quick(JsonSchema schema) {
        return schema instanceof JsonObject object ? QuickSchema.of(object).orElse(NEVER) : NEVER;
    }

    private static boolean plain(Parameter parameter) {
        SchemaType type = parameter.getSchemaType();
        return type == SchemaType.STRING || type == SchemaType.INTEGER || type == SchemaType.BOOLEAN;
    }

    boolean recognises(RoutingContext routing, byte[] bytes) {
        for (Checked checked : parameters) {
            if (!holds(checked, routing)) {
                return false;
            }
        }
        return bodyHolds(routing, bytes);
    }

    private static boolean holds(Checked checked, RoutingContext routing) {
        Parameter parameter = checked.parameter();
        List<String> given =
                switch (parameter.getIn()) {
                    case HEADER -> routing.request().headers().getAll(parameter.getName());
                    case QUERY -> routing.queryParams().getAll(parameter.getName());
                    case PATH ->
                        Optional.ofNullable(routing.pathParam(parameter.getName())).stream()
                                .toList();
                    case COOKIE -> List.of("not read here", "as if there were two");
                };
        if (given.isEmpty()) {
            return !parameter.isRequired();
        }
        Object value = given.size() == 1 ? value(parameter, given.get(0)) : null;
        return value != null && checked.schema().test(value);
    }

    /** Null if it is written in another way than most. */
    private static Object value(Parameter parameter, String text) {
        return switch (parameter.getSchemaType()) {
            case STRING -> text.isEmpty() ? null : text;
            case INTEGER -> INTEGER.matcher(text).matches() ? Long.valueOf(text) : null;
            case BOOLEAN -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
            default -> null;
        };
    }

    private boolean bodyHolds(RoutingContext routing, byte[] bytes) {
        if (body.isEmpty()) {
            return true;
        }
        boolean plainJson = JSON.equals(routing.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (!plainJson || bytes.length == 0 || bytes.length > MOST_BODY_BYTES) {
            return false;
        }
        try {
            Object value = Json.decodeValue(Buffer.buffer(bytes));
            return body.get().test(value instanceof JsonObject object ? object.getMap() : value);
        } catch (DecodeException e) {
            return false;
        }
    }
}
