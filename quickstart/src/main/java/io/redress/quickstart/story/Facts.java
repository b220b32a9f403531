package io.redress.quickstart.story;

import java.io.PrintStream;
import java.util.Objects;

/** Prints one line per fact and keeps the count. */
public final class Facts {

    private final PrintStream out;
    private int held;
    private int failed;

    public Facts(PrintStream out) {
        this.out = out;
    }

    /** @return whether the two are equal */
    public boolean check(String name, Object expected, Object actual) {
        if (Objects.equals(expected, actual)) {
            held++;
            out.println("ok " + name);
            return true;
        }
        failed++;
        out.println("FAILED " + name + ": expected " + expected + ", got " + actual);
        return false;
    }

    public void step(String line) {
        out.println("-- " + line);
    }

    public int held() {
        return held;
    }

    public int failed() {
        return failed;
    }
}
