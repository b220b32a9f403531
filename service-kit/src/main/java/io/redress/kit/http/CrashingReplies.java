package io.redress.kit.http;

import io.redress.kit.faults.CrashPoint;
import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;

/** Passes the crash points before an operation's answer is written and after it has been. */
record CrashingReplies(Replies plain, CrashPoints points) implements Replies {

    @Override
    public Future<Void> write(RoutingContext routing, Buffer body) {
        String operationId = routing.get("operationId");
        points.reach(CrashPoint.BEFORE_REPLY, operationId);
        return plain.write(routing, body).onSuccess(written -> points.reach(CrashPoint.AFTER_REPLY, operationId));
    }
}
