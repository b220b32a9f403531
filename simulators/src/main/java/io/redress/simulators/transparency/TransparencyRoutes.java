package io.redress.simulators.transparency;

import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The database's answers. */
final class TransparencyRoutes {

    private static final int MAX_BATCH = 100;
    private static final long MAX_BODY_BYTES = 10 * 1_048_576L;
    private static final String NOT_UNIQUE = "The identifier given is not unique within this platform.";
    private static final String NOT_ALL_UNIQUE = "The platform identifier(s) are not all unique within this call.";

    private final Vertx vertx;
    private final String token;
    private final FormatRules rules;
    private final FiledStatements statements;
    private final TransparencyFaults faults;
    private final RequestLimit limit;
    private final Consumer<String> requests;

    TransparencyRoutes(
            Vertx vertx,
            String token,
            FormatRules rules,
            FiledStatements statements,
            TransparencyFaults faults,
            RequestLimit limit,
            Consumer<String> requests) {
        this.vertx = vertx;
        this.token = token;
        this.rules = rules;
        this.statements = statements;
        this.faults = faults;
        this.limit = limit;
        this.requests = requests;
    }

    Router router() {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES));
        router.route().handler(this::admit);
        router.post("/api/v1/statement").handler(routing -> body(routing).ifPresent(body -> one(routing, body)));
        router.post("/api/v1/statements").handler(routing -> body(routing).ifPresent(body -> batch(routing, body)));
        router.get("/api/v1/statement/existing-puid/:puid").handler(this::existing);
        router.get("/api/v1/statement/:uuid").handler(routing -> statements
                .byUuid(routing.pathParam("uuid"))
                .ifPresentOrElse(there -> answer(routing, 200, shown(there)), () -> notFound(routing)));
        return router;
    }

    private void admit(RoutingContext routing) {
        requests.accept(routing.request().method() + " " + routing.request().path());
        if (!("Bearer " + token).equals(routing.request().getHeader("Authorization"))) {
            answer(routing, 401, message("Unauthenticated."));
        } else if (faults.isBusy() || !limit.admits()) {
            routing.response().putHeader("Retry-After", "1");
            answer(routing, 429, message("Too Many Attempts."));
        } else if (faults.fails()) {
            answer(routing, 500, message("Server Error"));
        } else if (faults.delayMillis() > 0) {
            vertx.setTimer(faults.delayMillis(), timer -> routing.next());
        } else {
            routing.next();
        }
    }

    private void one(RoutingContext routing, JsonObject statement) {
        JsonObject errors = errors(statement);
        if (!errors.isEmpty()) {
            answer(routing, 422, invalid(errors));
            return;
        }
        Optional<JsonObject> existing = statements.byPuid(statement.getString("puid"));
        if (existing.isPresent()) {
            answer(
                    routing,
                    422,
                    message(NOT_UNIQUE)
                            .put("errors", new JsonObject().put("puid", new JsonArray().add(NOT_UNIQUE)))
                            .put("existing", shown(existing.get())));
            return;
        }
        JsonObject taken =
                statements.take(List.of(rules.kept(statement)), base(routing)).get(0);
        answerTaken(routing, taken);
    }

    private void batch(RoutingContext routing, JsonObject body) {
        Object sent = body.getValue("statements");
        if (!(sent instanceof JsonArray batch) || batch.isEmpty() || batch.size() > MAX_BATCH) {
            String between = "The statements field must have between 1 and 100 items.";
            answer(routing, 422, invalid(new JsonObject().put("statements", new JsonArray().add(between))));
            return;
        }
        JsonObject errors = new JsonObject();
        List<JsonObject> all = new ArrayList<>();
        for (int at = 0; at < batch.size(); at++) {
            JsonObject statement = batch.getValue(at) instanceof JsonObject object ? object : new JsonObject();
            JsonObject wrong = errors(statement);
            if (!wrong.isEmpty()) {
                errors.put("statement_" + at, wrong);
            }
            all.add(statement);
        }
        if (!errors.isEmpty()) {
            answer(routing, 422, new JsonObject().put("errors", errors));
            return;
        }
        Set<String> duplicates = duplicates(all);
        if (!duplicates.isEmpty()) {
            answer(
                    routing,
                    422,
                    message(NOT_ALL_UNIQUE)
                            .put(
                                    "errors",
                                    new JsonObject()
                                            .put("puid", new JsonArray().add(NOT_ALL_UNIQUE))
                                            .put("existing_puids", new JsonArray(List.copyOf(duplicates)))));
            return;
        }
        List<JsonObject> taken = statements.take(all.stream().map(rules::kept).toList(), base(routing));
        answerTaken(routing, new JsonObject().put("statements", new JsonArray(taken)));
    }

    /** Puids that come twice in the batch or were used before. */
    private Set<String> duplicates(List<JsonObject> batch) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> duplicates = new LinkedHashSet<>();
        for (JsonObject statement : batch) {
            String puid = statement.getString("puid");
            if (!seen.add(puid) || statements.knows(puid)) {
                duplicates.add(puid);
            }
        }
        return duplicates;
    }

    private JsonObject errors(JsonObject statement) {
        JsonObject errors = rules.errors(statement);
        return errors.isEmpty() ? faults.errors(statement.getString("puid")) : errors;
    }

    private void existing(RoutingContext routing) {
        statements
                .byPuid(routing.pathParam("puid"))
                .filter(there -> !faults.searchLags())
                .ifPresentOrElse(there -> answer(routing, 302, shown(there)), () -> notFound(routing));
    }

    private void answerTaken(RoutingContext routing, JsonObject body) {
        if (!faults.losesAnswer()) {
            answer(routing, 201, body);
        }
    }

    private static void notFound(RoutingContext routing) {
        answer(routing, 404, message("statement of reason not found"));
    }

    /** As others than the one who filed it are shown it: without its puid. */
    private static JsonObject shown(JsonObject statement) {
        statement.remove("puid");
        return statement;
    }

    private static JsonObject invalid(JsonObject errors) {
        JsonArray first = errors.getJsonArray(errors.fieldNames().iterator().next());
        return message(first.getString(0)).put("errors", errors);
    }

    private static JsonObject message(String text) {
        return new JsonObject().put("message", text);
    }

    private static Optional<JsonObject> body(RoutingContext routing) {
        try {
            return Optional.of(routing.body().asJsonObject());
        } catch (DecodeException | ClassCastException | NullPointerException e) {
            answer(routing, 400, message("The body is no JSON object."));
            return Optional.empty();
        }
    }

    private static String base(RoutingContext routing) {
        return "http://" + routing.request().authority();
    }

    private static void answer(RoutingContext routing, int status, JsonObject body) {
        routing.response().setStatusCode(status).putHeader("Content-Type", "application/json");
        routing.end(body.toBuffer());
    }
}
