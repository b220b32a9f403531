package io.redress.quickstart.suite;

import java.util.List;
import java.util.OptionalLong;

/**
 * A process of the suite. One that ends without having been told to is started again, as a cluster would. All methods
 * block; {@code start} and {@code restart} return when it is ready.
 */
public interface Part {

    /** {@code postgres}, {@code kafka}, or an instance of a service by its name. */
    String name();

    /** Empty while there is none. */
    OptionalLong pid();

    /** How often it has been started. */
    int starts();

    /** Exit codes of its processes that have ended, in order; what is not told of is not among them. */
    default List<Integer> exits() {
        return List.of();
    }

    void start();

    /** SIGTERM; it stays down. */
    void stop();

    /** SIGKILL, to it and its children; it is started again unless it is stopped meanwhile. */
    default void kill() {
        pid().ifPresent(Signals::kill);
    }

    /** SIGKILL, to it and its children; returns when it has ended, and it is never started again. */
    void end();

    /** SIGSTOP, to it and its children. */
    default void pause() {
        pid().ifPresent(Signals::pause);
    }

    /** SIGCONT. */
    default void resume() {
        pid().ifPresent(Signals::resume);
    }

    /** @throws IllegalStateException if it is not ready within its limit */
    void awaitReady();
}
