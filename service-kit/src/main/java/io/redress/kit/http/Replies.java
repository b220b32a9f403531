package io.redress.kit.http;

import io.redress.kit.faults.CrashPoints;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Writes an operation's answer, whose status and headers are set. */
@FunctionalInterface
interface Replies {

    /** Completes when it has been handed to the network in full. */
    Future<Void> write(RoutingContext routing, Buffer body);

    /** The plain way, past the crash points if there are any. */
    static Replies past(Optional<CrashPoints> points) {
        Replies plain = (routing, body) -> routing.response().end(body);
        return points.<Replies>map(some -> new CrashingReplies(plain, some)).orElse(plain);
    }
}
