package io.redress.quickstart.suite;

import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for futures on a thread of one's own. */
final class Completion {

    private static final Logger LOG = LoggerFactory.getLogger(Completion.class);
    private static final int START_SECONDS = 60;
    private static final int STOP_SECONDS = 20;

    private Completion() {}

    static <T> T of(Future<T> future) {
        try {
            return future.await(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("not started after " + START_SECONDS + " s", e);
        }
    }

    /** For the end, which nothing may hold up. */
    static void quietly(String what, Future<?> future) {
        try {
            future.await(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("{} did not stop in order", what, e);
        }
    }
}
