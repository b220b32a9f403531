package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;

/**
 * Handles one event inside the consumer's transaction: the offset, the inbox row and everything written through
 * {@code tx} commit together or not at all. A failed future is taken as transient and tried again, except
 * {@link PoisonEvent}.
 */
@FunctionalInterface
public interface EventHandler {

    Future<Handling> handle(IncomingEvent event, Tx tx);
}
