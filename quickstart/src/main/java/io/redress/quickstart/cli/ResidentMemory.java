package io.redress.quickstart.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much memory of its own a process holds. */
final class ResidentMemory {

    private static final String LINE = "RssAnon:";
    private static final int KIB = 1024;

    private ResidentMemory() {}

    /** Linux's RssAnon of a process and, for Postgres, of its children; empty elsewhere and when it has ended. */
    static OptionalLong anonymousBytes(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(
                        Stream.of(process),
                        process.info().command().orElse("").endsWith("postgres")
                                ? process.descendants()
                                : Stream.empty()))
                .map(process -> ofOne(process.pid()))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .reduce(Long::sum);
    }

    private static OptionalLong ofOne(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith(LINE))
                    .mapToLong(line -> Long.parseLong(line.substring(LINE.length())
                                    .replace("kB", "")
                                    .strip())
                            * KIB)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
