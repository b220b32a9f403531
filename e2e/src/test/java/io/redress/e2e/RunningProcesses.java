package io.redress.e2e;

import io.redress.e2e.crash.CrashMatrix;
import io.redress.quickstart.suite.ServiceName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** One suite of processes for all tests of this JVM that harm one, crash points and proxies included. */
final class RunningProcesses {

    /** Whoever harms it holds this. */
    static final String LOCK = "the suite of processes";

    private static final class Holder {
        static final ProcessSuite SUITE = start();
    }

    private RunningProcesses() {}

    static ProcessSuite get() {
        return Holder.SUITE;
    }

    private static ProcessSuite start() {
        try {
            Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
            Map<ServiceName, Map<String, String>> environment = new EnumMap<>(ServiceName.class);
            for (ServiceName service : ServiceName.values()) {
                environment.put(service, CrashMatrix.environment());
            }
            return ProcessSuite.start(
                    ProjectRoot.find(),
                    Files.createTempDirectory(target, "processes-"),
                    new ProcessSuite.Settings(Map.of(), environment, Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
