package io.redress.kit.http;

import io.redress.kit.trace.TraceParent;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.PlatformHandler;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A contract's operations as routes: an operation without a method bound to it, or a method without an operation, is no
 * router. Bodies are bounded, but for files, whose operations bound them themselves; every failure is a problem document. Which server the routes are in is not said here.
 */
final class ApiRouter {

    private static final int[] ROUTER_STATUSES = {400, 404, 405, 406, 413, 414, 415, 500};

    private static final int BEFORE_ALL = -1;

    private ApiRouter() {}

    /**
     * @param first runs before everything else and puts the request id under {@link Failures#REQUEST_ID}
     * @param enter runs when the body is there; refuses, or puts the trace context under {@link TraceParent#NAME}
     * @throws IllegalStateException if contract and code differ
     */
    static Router create(
            Vertx vertx,
            OpenAPIContract contract,
            Operations operations,
            Edge edge,
            int maxBodyBytes,
            Handler<RoutingContext> first,
            BiConsumer<RoutingContext, Operation> enter) {
        checkBinding(contract, operations);
        RouterBuilder builder = RouterBuilder.create(vertx, contract, RequestExtractor.withBodyHandler());
        builder.rootHandler((PlatformHandler) first::handle);
        builder.rootHandler(BodyHandler.create(false).setBodyLimit(maxBodyBytes));
        for (OpenAPIRoute route : builder.getRoutes()) {
            String operationId = route.getOperation().getOperationId();
            OperationRules rules = OperationRules.of(route.getOperation());
            Operations.Bound bound = operations.bound().get(operationId);
            // the edge validates itself, behind the token and the scope
            route.setDoValidation(false).setDoSecurity(false);
            route.addHandler(routing -> {
                routing.put("operationId", operationId);
                enter.accept(routing, route.getOperation());
                edge.handle(routing, route.getOperation(), rules, bound);
            });
            route.addFailureHandler(ApiRouter::fail);
        }
        Router router = builder.createRouter();
        for (Operation operation : contract.operations()) {
            if (OperationRules.of(operation).streaming() == Streaming.REQUEST) {
                streamed(router, operation, operations.bound().get(operation.getOperationId()), edge, first, enter);
            }
        }
        for (int status : ROUTER_STATUSES) {
            router.errorHandler(status, ApiRouter::fail);
        }
        return router;
    }

    /** Before all others, and so before anything that would read the body. */
    private static void streamed(
            Router router,
            Operation operation,
            Operations.Bound bound,
            Edge edge,
            Handler<RoutingContext> first,
            BiConsumer<RoutingContext, Operation> enter) {
        OperationRules rules = OperationRules.of(operation);
        String path = operation.getAbsoluteOpenAPIPath().replaceAll("\\{([^}]*)}", ":$1");
        router.route(operation.getHttpMethod(), path)
                .order(BEFORE_ALL)
                .handler(routing -> {
                    Uploads.hold(routing);
                    Streaming.REQUEST.mark(routing);
                    UnreadBody.endsConnection(routing);
                    first.handle(routing);
                })
                .handler(routing -> {
                    routing.put("operationId", operation.getOperationId());
                    enter.accept(routing, operation);
                    edge.handle(routing, operation, rules, bound);
                })
                .failureHandler(ApiRouter::fail);
    }

    private static void fail(RoutingContext routing) {
        if (routing.failure() instanceof ProblemException problem) {
            Failures.answer(routing, problem);
        } else {
            Failures.answerStatus(routing, routing.statusCode() <= 0 ? 500 : routing.statusCode());
        }
    }

    private static void checkBinding(OpenAPIContract contract, Operations operations) {
        List<String> problems = new ArrayList<>();
        contract.operations().forEach(operation -> {
            if (!operations.bound().containsKey(operation.getOperationId())) {
                problems.add("operation " + operation.getOperationId() + " is bound to nothing");
            }
            boolean batch = operations.bound().get(operation.getOperationId()) instanceof Operations.Bound.OfBatch;
            boolean upload = operations.bound().get(operation.getOperationId()) instanceof Operations.Bound.OfUpload;
            boolean streamed = OperationRules.of(operation).streaming() == Streaming.REQUEST;
            if (upload != streamed) {
                problems.add("operation " + operation.getOperationId() + " takes a file on one side only");
            }
            if (batch && !OperationRules.of(operation).needsIdempotencyKey()) {
                problems.add("operation " + operation.getOperationId() + " shares transactions and takes no key");
            }
        });
        operations.bound().keySet().forEach(id -> {
            if (contract.operation(id) == null) {
                problems.add("there is no operation " + id);
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalStateException("contract and code differ: " + String.join("; ", problems));
        }
    }
}
