package io.redress.quickstart.suite;

import java.util.Optional;

/** How far the start has come; read by the control port while the suite's main thread goes on. */
public final class StartProgress {

    private volatile String phase = "starting";
    private volatile boolean ready;
    private volatile Optional<String> failure = Optional.empty();

    public void enter(String next) {
        phase = next;
    }

    public void done() {
        phase = "ready";
        ready = true;
    }

    public void fail(String why) {
        failure = Optional.of(why);
    }

    public String phase() {
        return phase;
    }

    public boolean ready() {
        return ready;
    }

    public Optional<String> failure() {
        return failure;
    }
}
