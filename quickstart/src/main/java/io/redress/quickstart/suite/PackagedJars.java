package io.redress.quickstart.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * The jars that the parts of a suite run from: copies of what the build has packaged, with one directory of libraries
 * beside them, so that a build meanwhile does not pull them from under running processes.
 */
final class PackagedJars {

    private final Path root;
    private final Path directory;

    /**
     * @param root the project's directory
     * @param directory where the copies are kept
     */
    PackagedJars(Path root, Path directory) {
        this.root = root;
        this.directory = directory;
    }

    /**
     * Copies a module's jar and its libraries.
     *
     * @return the command that runs it, up to the JVM's options
     * @throws IllegalStateException if it has not been packaged
     */
    Path copy(String module) {
        Path target = root.resolve(module).resolve("target");
        Path jar = newest(target, module)
                .orElseThrow(() -> new IllegalStateException(module + " is not packaged; run mvn package"));
        try {
            Path libraries = Files.createDirectories(directory.resolve("lib"));
            try (Stream<Path> all = Files.list(target.resolve("libraries"))) {
                for (Path library : all.toList()) {
                    take(library, libraries.resolve(library.getFileName().toString()));
                }
            }
            Path copy = directory.resolve(module + ".jar");
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + module + " and its libraries", e);
        }
    }

    /** How a copied jar is run: by itself, or with other classes in front of it. */
    static List<String> arguments(Path jar, List<Path> inFront) {
        if (inFront.isEmpty()) {
            return List.of("-jar", jar.toString());
        }
        String classPath = Stream.concat(inFront.stream(), Stream.of(jar))
                .map(Path::toString)
                .reduce((one, other) -> one + java.io.File.pathSeparator + other)
                .orElseThrow();
        return List.of("-cp", classPath, mainClass(jar));
    }

    private static String mainClass(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> newest(Path target, String module) {
        if (!Files.isDirectory(target.resolve("libraries"))) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().matches(module + "-\\d[^/]*\\.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A further name for the same file where that is possible; the project's own jars change, the others never do. */
    private static void take(Path library, Path copy) throws IOException {
        boolean there = Files.exists(copy) && Files.size(copy) == Files.size(library);
        boolean own = library.getFileName().toString().contains("SNAPSHOT");
        if (there && !own) {
            return;
        }
        Files.deleteIfExists(copy);
        if (own) {
            Files.copy(library, copy);
            return;
        }
        try {
            Files.createLink(copy, library);
        } catch (UnsupportedOperationException | FileSystemException e) {
            Files.copy(library, copy);
        }
    }
}
