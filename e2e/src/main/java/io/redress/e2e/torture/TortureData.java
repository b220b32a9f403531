package io.redress.e2e.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where a suite that is tortured keeps its data, and where its jars are. */
final class TortureData {

    private TortureData() {}

    /** The project's directory: {@code redress.root}, as the script says. */
    static Path root() {
        return Path.of(System.getProperty("redress.root", ".")).toAbsolutePath().normalize();
    }

    /** @throws IllegalArgumentException if the wanted one is not empty */
    static Path directory(Path wanted) {
        try {
            if (wanted == null) {
                return Files.createTempDirectory("redress-torture");
            }
            Files.createDirectories(wanted);
            try (Stream<Path> content = Files.list(wanted)) {
                if (content.findAny().isPresent()) {
                    throw new IllegalArgumentException(wanted + " is not empty");
                }
            }
            return wanted.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> all = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path each : all) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + directory, e);
        }
    }
}
