package io.redress.kit.http;

import io.redress.kit.boot.BusinessClock;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.command.Decision;
import io.redress.kit.http.CommandPath.Result;
import io.redress.kit.http.IdempotencyStore.Key;
import io.redress.kit.http.Operations.Bound;
import io.redress.kit.pg.Database;
import io.redress.kit.trace.TraceParent;
import io.redress.kit.trace.Tracing;
import io.redress.kit.trace.Tracing.Kind;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * What happens to one operation's requests: token, scope, headers, contract, then the command path or the query. The
 * order is fixed, so that nobody learns about a contract whose door is closed to him.
 */
final class Edge {

    private static final int FIRST_NOT_SUCCESS = 300;
    private static final Caller ANYBODY = new Caller("anonymous", Set.of(), Optional.empty(), "en", "");

    /** Stands for an answer that has begun and goes on by itself. */
    private static final Result STREAMING = new Result(new HttpAnswer(200, java.util.Map.of(), new byte[0]), false);

    private final BusinessClock clock;
    private final Database database;
    private final TokenVerifier tokens;
    private final CommandPath commands;
    private final ContractValidation validation;
    private final RoleTable roles;
    private final Tracing tracing;
    private final Optional<EventStreams> streams;
    private final Replies replies;
    private final Uploads uploads;

    Edge(
            BusinessClock clock,
            Database database,
            TokenVerifier tokens,
            CommandPath commands,
            ContractValidation validation,
            RoleTable roles,
            Tracing tracing,
            Optional<EventStreams> streams,
            Replies replies) {
        this.tracing = tracing;
        this.streams = streams;
        this.replies = replies;
        this.clock = clock;
        this.database = database;
        this.tokens = tokens;
        this.commands = commands;
        this.validation = validation;
        this.roles = roles;
        this.uploads = new Uploads(database, commands);
    }

    void handle(RoutingContext routing, Operation operation, OperationRules rules, Bound bound) {
        authenticate(routing, rules)
                .compose(caller -> {
                    rules.access().admit(caller, roles);
                    Optional<String> key = RequestHeaders.idempotencyKey(routing, rules);
                    OptionalLong ifMatch = RequestHeaders.ifMatch(routing, rules);
                    return validation
                            .validate(routing, operation, rules)
                            .compose(body -> dispatch(
                                    routing,
                                    operation,
                                    rules,
                                    bound,
                                    new ApiRequest(routing, body),
                                    key,
                                    context(routing, caller, ifMatch)));
                })
                .onComplete(result -> {
                    if (result.succeeded()) {
                        send(routing, result.result());
                    } else {
                        Failures.answer(routing, result.cause());
                    }
                });
    }

    private Future<Caller> authenticate(RoutingContext routing, OperationRules rules) {
        return rules.access().open()
                ? Future.succeededFuture(ANYBODY)
                : tokens.verify(routing.request().getHeader("Authorization"));
    }

    private CommandContext context(RoutingContext routing, Caller caller, OptionalLong ifMatch) {
        String requestId = Failures.requestId(routing);
        CommandContext context =
                new CommandContext(caller, requestId, requestId, Optional.empty(), clock.now(), ifMatch);
        TraceParent step = routing.get(TraceParent.NAME);
        return context.at(step);
    }

    private Future<Result> dispatch(
            RoutingContext routing,
            Operation operation,
            OperationRules rules,
            Bound bound,
            ApiRequest request,
            Optional<String> key,
            CommandContext context) {
        if (bound instanceof Bound.OfAnswer elsewhere) {
            return elsewhere
                    .answer()
                    .answer(request, context)
                    .map(answer -> new Result(notModified(routing, answer), false));
        }
        if (bound instanceof Bound.OfQuery query) {
            return database.read(tx -> query.query().answer(request, context, tx))
                    .map(answer -> new Result(notModified(routing, answer), false));
        }
        if (bound instanceof Bound.OfStream stream) {
            Optional<String> last = Optional.ofNullable(routing.request().getHeader("Last-Event-ID"));
            return streams.orElseThrow(() -> new IllegalStateException("there is no server of its own for streams"))
                    .open(routing, stream.feed(), context.caller(), last)
                    .map(begun -> {
                        UnderWay.leave(routing);
                        return STREAMING;
                    });
        }
        if (bound instanceof Bound.OfDownload download) {
            return download.operation().open(request, context).map(file -> {
                UnderWay.leave(routing);
                Downloads.send(routing, file);
                return STREAMING;
            });
        }
        if (bound instanceof Bound.OfUpload<?, ?> upload) {
            return tracing.within(
                    Kind.INTERNAL,
                    operation.getOperationId(),
                    context.trace(),
                    span -> uploads.run(upload, routing, rules, request, key, context.at(span.context())));
        }
        Optional<Key> storedUnder = key.map(value -> new Key(
                operation.getOperationId(),
                context.caller().keySpace(),
                value,
                RequestHeaders.identity(routing, request.rawBody())));
        if (bound instanceof Bound.OfBatch<?, ?, ?> batch) {
            return tracing.within(
                    Kind.INTERNAL,
                    operation.getOperationId(),
                    context.trace(),
                    span -> batch(batch, routing, rules, request, storedUnder, context.at(span.context())));
        }
        Bound.OfCommand<?, ?> command = (Bound.OfCommand<?, ?>) bound;
        return tracing.within(Kind.INTERNAL, operation.getOperationId(), context.trace(), span -> command(
                        command, routing, rules, request, storedUnder, context.at(span.context()))
                .compose(kept -> complete(command, request, context, kept)));
    }

    /** Adds what is not kept with the answer, if there is such a part. */
    private Future<Result> complete(
            Bound.OfCommand<?, ?> command, ApiRequest request, CommandContext context, Result kept) {
        if (command.completion().isEmpty() || kept.answer().status() >= FIRST_NOT_SUCCESS) {
            return Future.succeededFuture(kept);
        }
        return database.read(tx -> command.completion().get().complete(request, context, tx, kept.answer()))
                .map(whole -> new Result(whole, kept.replayed()));
    }

    private <P, R> Future<Result> command(
            Bound.OfCommand<P, R> bound,
            RoutingContext routing,
            OperationRules rules,
            ApiRequest request,
            Optional<Key> key,
            CommandContext context) {
        if (bound.preparation().isEmpty()) {
            return commands.run(call(bound, routing, rules, request, key, context, null));
        }
        Future<Optional<Result>> earlier =
                key.isPresent() ? commands.replay(key.get()) : Future.succeededFuture(Optional.empty());
        return earlier.compose(found -> found.isPresent()
                ? Future.succeededFuture(found.get())
                : bound.preparation()
                        .get()
                        .prepare(request, context)
                        .compose(prepared ->
                                commands.run(call(bound, routing, rules, request, key, context, prepared))));
    }

    private <Q, F, R> Future<Result> batch(
            Bound.OfBatch<Q, F, R> bound,
            RoutingContext routing,
            OperationRules rules,
            ApiRequest request,
            Optional<Key> key,
            CommandContext context) {
        BatchOperation<Q, F, R> operation = bound.batches().operation();
        Q question = operation.question(request, context);
        return operation.ready(question).transform(ready -> bound.batches()
                .run(
                        commands,
                        question,
                        new CommandPath.Call<>(
                                routing.get("operationId"),
                                context,
                                key,
                                tx -> operation
                                        .facts(List.of(question), tx)
                                        .map(facts -> operation.decide(question, facts.get(0), context)),
                                accepted -> render(rules, bound.body(), accepted),
                                Optional.empty(),
                                refusal -> Failures.refusal(routing, refusal))));
    }

    private static <P, R> CommandPath.Call<R> call(
            Bound.OfCommand<P, R> bound,
            RoutingContext routing,
            OperationRules rules,
            ApiRequest request,
            Optional<Key> key,
            CommandContext context,
            P prepared) {
        return new CommandPath.Call<>(
                routing.get("operationId"),
                context,
                key,
                tx -> bound.operation().decide(request, context, tx, prepared),
                accepted -> render(rules, bound.body(), accepted),
                bound.keptBody().map(body -> accepted -> render(rules, body, accepted)),
                refusal -> Failures.refusal(routing, refusal));
    }

    static <R> HttpAnswer render(OperationRules rules, Function<R, Object> body, Decision.Accepted<R> accepted) {
        HttpAnswer plain = HttpAnswer.of(rules.successStatus(), body.apply(accepted.result()));
        // a command that made or changed no aggregate has no version to show
        HttpAnswer answer = accepted.revision().version() == 0 ? plain : plain.withRevision(accepted.revision());
        if (rules.location().isEmpty()) {
            return answer;
        }
        String id = Json.member(answer.body(), "id");
        return answer.withHeader("Location", rules.location().get().replace("{id}", id));
    }

    private static HttpAnswer notModified(RoutingContext routing, HttpAnswer answer) {
        String etag = answer.headers().get("ETag");
        boolean same = etag != null && etag.equals(routing.request().getHeader("If-None-Match"));
        return same ? new HttpAnswer(304, java.util.Map.of("ETag", etag), new byte[0]) : answer;
    }

    private void send(RoutingContext routing, Result result) {
        // A stream has begun its answer and ends it by itself.
        boolean begun = routing.response().headWritten();
        if (begun || routing.response().ended() || routing.response().closed()) {
            return;
        }
        routing.response().setStatusCode(result.answer().status());
        result.answer().headers().forEach(routing.response()::putHeader);
        if (result.replayed()) {
            routing.response().putHeader("Idempotent-Replayed", "true");
        }
        replies.write(routing, Buffer.buffer(result.answer().body()));
    }
}
