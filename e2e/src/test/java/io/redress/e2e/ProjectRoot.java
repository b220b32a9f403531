package io.redress.e2e;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The project's directory, from wherever beneath it the tests run. */
final class ProjectRoot {

    private ProjectRoot() {}

    static Path find() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(directory -> Files.isRegularFile(directory.resolve("redress")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not inside the project"));
    }
}
