package io.redress.e2e.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a process holds, as Linux counts it.
 *
 * @param residentBytes memory of its own that is in use ({@code RssAnon})
 * @param descriptors files and sockets that are open
 */
public record ProcessFigures(long residentBytes, long descriptors) {

    private static final String RESIDENT = "RssAnon:";
    private static final long KIB = 1024;

    /** Empty where there is no {@code /proc}. */
    public static Optional<ProcessFigures> of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        if (!Files.isReadable(process.resolve("status"))) {
            return Optional.empty();
        }
        try (Stream<Path> open = Files.list(process.resolve("fd"))) {
            long resident = Files.readString(process.resolve("status"))
                    .lines()
                    .filter(line -> line.startsWith(RESIDENT))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIB)
                    .findFirst()
                    .orElseThrow();
            return Optional.of(new ProcessFigures(resident, open.count()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "%d MiB RssAnon, %d descriptors".formatted(residentBytes / KIB / KIB, descriptors);
    }
}
