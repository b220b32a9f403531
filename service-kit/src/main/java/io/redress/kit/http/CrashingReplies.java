package io.redress.kit.http;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.ext.web.RoutingContext;
import io.vertx.openapi.contract.Operation;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Passes the crash points before an operation's answer is written and after it has been. */
final class CrashingReplies implements BiConsumer<RoutingContext, Operation> {

    private final BiConsumer<RoutingContext, Operation> enter;
    private final CrashPoints points;

    CrashingReplies(BiConsumer<RoutingContext, Operation> enter, CrashPoints points) {
        this.enter = enter;
        this.points = points;
    }

    /** Around the step that each request takes when its operation is known; that step itself where there are no points. */
    static BiConsumer<RoutingContext, Operation> around(
            BiConsumer<RoutingContext, Operation> enter, Optional<CrashPoints> points) {
        return points.<BiConsumer<RoutingContext, Operation>>map(some -> new CrashingReplies(enter, some))
                .orElse(enter);
    }

    @Override
    public void accept(RoutingContext routing, Operation operation) {
        String operationId = operation.getOperationId();
        routing.addHeadersEndHandler(beginning -> points.reach(CrashPoint.BEFORE_REPLY, operationId));
        // a turn later, when the last of it has left for the socket
        routing.addEndHandler(ended -> routing.vertx()
                .getOrCreateContext()
                .runOnContext(written -> points.reach(CrashPoint.AFTER_REPLY, operationId)));
        enter.accept(routing, operation);
    }
}
