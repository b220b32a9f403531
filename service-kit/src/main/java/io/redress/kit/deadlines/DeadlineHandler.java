package io.redress.kit.deadlines;

import io.redress.kit.command.CommandContext;
import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.time.Instant;

/**
 * What a lapsed deadline does. Runs in the transaction that marks it done; {@code context.businessTime()} is the
 * instant at which it was due. It locks its aggregate itself and does nothing when the aggregate has moved on. A
 * failure leaves the deadline pending; it is tried again with growing pauses.
 */
@FunctionalInterface
public interface DeadlineHandler {

    Future<Void> act(String subject, Instant dueAt, CommandContext context, Tx tx);
}
