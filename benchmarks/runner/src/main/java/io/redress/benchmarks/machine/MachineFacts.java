package io.redress.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The machine in one line, without its name. */
public final class MachineFacts {

    private static final long KIB_PER_GIB = 1_048_576;

    private MachineFacts() {}

    public static String describe() {
        return Runtime.getRuntime().availableProcessors() + " cores, " + gibibytes() + " GiB, "
                + System.getProperty("os.name") + ", JDK " + System.getProperty("java.version");
    }

    private static long gibibytes() {
        try {
            return Files.readAllLines(Path.of("/proc/meminfo")).stream()
                    .filter(line -> line.startsWith("MemTotal:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .map(Long::parseLong)
                    .map(kib -> Math.round((double) kib / KIB_PER_GIB))
                    .findFirst()
                    .orElse(0L);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
