package io.redress.kit.boot;

import io.vertx.core.Future;

/** Something of a service's own that runs beside its API: started before it is ready, stopped with it. */
public interface Companion {

    /** Must not wait for other services. Begun again while the database is not to be had. */
    Future<Void> start();

    /** Completes when nothing of it runs any more. */
    Future<Void> stop();
}
