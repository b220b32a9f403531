package io.redress.kit.boot;

import io.vertx.core.Future;

/** A service that can be started once and stopped once. */
public interface RunnableService {

    /** Completes when it is ready to answer. */
    Future<Void> start();

    /** Not ready any more, then finishes what it has received, then closes its pools. */
    Future<Void> stop();

    int httpPort();

    int managementPort();
}
