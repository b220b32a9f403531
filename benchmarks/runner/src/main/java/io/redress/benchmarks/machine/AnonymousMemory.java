package io.redress.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** RssAnon: what a process holds in memory for itself alone, without files and shared pages. */
public final class AnonymousMemory {

    private static final String FIELD = "RssAnon:";

    private AnonymousMemory() {}

    public static long kibibytes(long pid) {
        try {
            return parse(Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException e) {
            throw new UncheckedIOException("process " + pid + " has ended", e);
        }
    }

    /** @param status the lines of {@code /proc/PID/status} */
    static long parse(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(FIELD))
                .map(line -> line.substring(FIELD.length()).replace("kB", "").strip())
                .map(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + FIELD + " in " + status));
    }
}
