package io.redress.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How JVMs are started: the suite's and the peers' alike.
 *
 * @param options of every JVM that is measured
 * @param root of the repository, where the peers were built
 */
public record Jvm(List<String> options, Path root) {

    public Jvm {
        options = List.copyOf(options);
    }

    /** A main class of this program's own class path. */
    public List<String> command(String mainClass) {
        return command(System.getProperty("java.class.path"), mainClass);
    }

    /** A main class of a peer: its jar and the class path that its build has written. */
    public List<String> peerCommand(String module, String mainClass) {
        Path target = root.resolve("benchmarks/peers").resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            Path jar = files.filter(file -> file.getFileName().toString().matches(".*-peer-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no jar in " + target));
            return command(jar + ":" + Files.readString(target.resolve("classpath")), mainClass);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " is not built: ./redress bench does it", e);
        }
    }

    private List<String> command(String classPath, String mainClass) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        return command;
    }
}
