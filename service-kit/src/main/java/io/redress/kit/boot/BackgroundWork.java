package io.redress.kit.boot;

import io.vertx.core.Future;

/** Something a service does on its own account, beside requests, events and deadlines. */
public interface BackgroundWork {

    /** Completes when it runs. */
    Future<Void> start();

    /** Takes up nothing new; completes when what was begun has ended. */
    Future<Void> stop();
}
