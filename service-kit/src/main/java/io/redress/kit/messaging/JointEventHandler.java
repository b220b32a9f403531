package io.redress.kit.messaging;

import io.redress.kit.pg.Tx;
import io.vertx.core.Future;
import java.util.List;

/** A handler whose events of some types can share a transaction, and so a commit, when they arrive at the same time. */
public interface JointEventHandler extends EventHandler {

    /** Whether events of this type may share one with others of their type. */
    boolean shares(String type);

    /**
     * Has the effect that {@link #handle} would have on one after the other. They are of one type, which shares, and of
     * different subjects. A failed future, or one event that is not to be handled now, fails them all: then nothing was
     * done, and each is handled by itself.
     */
    Future<Void> handleTogether(List<IncomingEvent> events, Tx tx);
}
