package io.redress.gateway.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the suite's document to a file, for tools that read it while the suite is built. */
public final class BundleFile {

    private BundleFile() {}

    /** @param arguments the file; its folder is made */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(file.getParent());
        Files.writeString(file, OpenApiBundle.fromClassPath().yaml());
    }
}
