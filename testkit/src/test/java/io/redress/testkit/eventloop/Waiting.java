package io.redress.testkit.eventloop;

import java.util.concurrent.locks.LockSupport;

/** Does what an event loop must not do, as short as can be. */
final class Waiting {

    private Waiting() {}

    static void forNothing() {
        LockSupport.parkNanos(1);
    }
}
