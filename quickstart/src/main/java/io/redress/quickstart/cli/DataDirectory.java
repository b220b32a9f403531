package io.redress.quickstart.cli;

import io.redress.quickstart.suite.ProcessTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the command line does to a suite's data directory. */
final class DataDirectory {

    /** What a suite keeps there; nothing else in the directory is ever touched. */
    private static final List<String> KEPT = List.of(
            "postgres",
            "kafka",
            "clock",
            "issuer-key.json",
            "secrets.properties",
            "audit",
            "suite.json",
            "processes.json",
            "asyncapi.yaml",
            "app",
            "jars",
            "logs");

    private DataDirectory() {}

    /** Removes what an earlier suite has left. */
    static void empty(Path directory) {
        ProcessTable.endLeftovers(directory);
        for (String name : KEPT) {
            remove(directory.resolve(name));
        }
    }

    /**
     * A class path that goes on working while the project is built again: the project's own jars are copied.
     *
     * @return the class path for the suite's process
     */
    static String copyOfClassPath(Path directory, String classPath) {
        Path copies = directory.resolve("app");
        remove(copies);
        List<String> entries = new ArrayList<>();
        try {
            Files.createDirectories(copies);
            for (String entry : classPath.split(File.pathSeparator)) {
                Path jar = Path.of(entry);
                boolean own = Files.isRegularFile(jar) && entry.contains(File.separator + "target" + File.separator);
                if (own) {
                    Path copy = copies.resolve(jar.getFileName());
                    Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
                    entries.add(copy.toString());
                } else {
                    entries.add(entry);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join(File.pathSeparator, entries);
    }

    private static void remove(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + path, e);
        }
    }
}
