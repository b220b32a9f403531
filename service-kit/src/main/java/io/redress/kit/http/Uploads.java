package io.redress.kit.http;

import io.redress.kit.command.CommandContext;
import io.redress.kit.http.CommandPath.Result;
import io.redress.kit.http.IdempotencyStore.Key;
import io.redress.kit.http.Operations.Bound;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.pg.Database;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The way of a file to its command: whoever may not send it is told so before it is read, and what is read goes to the
 * operation part by part. The command itself goes the way of all commands, with the content's hash in the place of the
 * body.
 */
final class Uploads {

    private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

    private static final String BODY = "incomingBody";

    private final Database database;
    private final CommandPath commands;

    Uploads(Database database, CommandPath commands) {
        this.database = database;
        this.commands = commands;
    }

    /**
     * From now on the body waits, and a sender who breaks off is noticed. Whoever still reads it when the request has been
     * answered, because it took too long, is told that nothing more will come.
     */
    static void hold(RoutingContext routing) {
        Pipe<Buffer> body = routing.request().pipe();
        routing.put(BODY, body);
        routing.addEndHandler(answered -> body.close());
    }

    /** @param key as the caller has sent it */
    <P, R> Future<Result> run(
            Bound.OfUpload<P, R> bound,
            RoutingContext routing,
            OperationRules rules,
            ApiRequest request,
            Optional<String> key,
            CommandContext context) {
        IncomingBody body = body(routing);
        return database.read(tx -> bound.operation().admit(request, context, tx, body))
                .compose(refusal -> {
                    if (refusal.isPresent()) {
                        return Future.succeededFuture(new Result(Failures.refusal(routing, refusal.get()), false));
                    }
                    goOn(routing);
                    return bound.operation().receive(request, context, body).compose(outcome -> {
                        if (outcome instanceof Outcome.Refused<P> refused) {
                            return Future.succeededFuture(
                                    new Result(Failures.refusal(routing, refused.refusal()), false));
                        }
                        P received = ((Outcome.Done<P>) outcome).value();
                        return command(bound, routing, rules, request, key, context, received)
                                .eventually(() -> bound.operation().release(received));
                    });
                });
    }

    private <P, R> Future<Result> command(
            Bound.OfUpload<P, R> bound,
            RoutingContext routing,
            OperationRules rules,
            ApiRequest request,
            Optional<String> key,
            CommandContext context,
            P received) {
        String operationId = routing.get("operationId");
        byte[] identity = RequestHeaders.identity(routing, bound.operation().digest(received));
        Optional<Key> storedUnder =
                key.map(value -> new Key(operationId, context.caller().keySpace(), value, identity));
        return commands.run(new CommandPath.Call<>(
                operationId,
                context,
                storedUnder,
                tx -> bound.operation().decide(request, context, tx, received),
                accepted -> Edge.render(rules, bound.body(), accepted),
                Optional.empty(),
                refusal -> Failures.refusal(routing, refusal)));
    }

    /** A sender that waits before it sends much is told to go on. */
    private static void goOn(RoutingContext routing) {
        if ("100-continue".equalsIgnoreCase(routing.request().getHeader(HttpHeaders.EXPECT))) {
            routing.response().writeContinue();
        }
    }

    private static IncomingBody body(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        Optional<String> declared = Optional.ofNullable(type)
                .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(value -> !value.isEmpty());
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return new IncomingBody(
                declared,
                length != null && LENGTH.matcher(length).matches()
                        ? OptionalLong.of(Long.parseLong(length))
                        : OptionalLong.empty(),
                routing.get(BODY));
    }
}
