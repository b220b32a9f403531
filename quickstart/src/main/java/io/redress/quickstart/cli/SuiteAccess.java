package io.redress.quickstart.cli;

import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.http.HttpJson;
import io.redress.quickstart.suite.Instance;
import io.redress.quickstart.suite.ProcessTable;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the suite of a data directory and the ports to talk to it. */
final class SuiteAccess {

    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(15);

    private final Path dataDirectory;

    SuiteAccess(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    /** The process, whether ready or still starting. */
    Optional<SuiteFile> process() {
        return SuiteFile.read(dataDirectory).filter(SuiteFile::alive);
    }

    /** @throws NotRunning if there is none */
    SuiteFile running() {
        return process().orElseThrow(() -> new NotRunning(dataDirectory));
    }

    /** The control port; clock movements may take long. */
    HttpJson control() {
        return new HttpJson(running().ports().controlUrl(), LONG);
    }

    HttpJson gateway() {
        return new HttpJson(running().ports().url(ServiceName.GATEWAY), Duration.ofSeconds(30));
    }

    HttpJson management(ServiceName service) {
        return management(running().ports().management(service));
    }

    HttpJson management(Instance instance) {
        return management(instance.management());
    }

    private static HttpJson management(int port) {
        return new HttpJson("http://127.0.0.1:" + port, SHORT);
    }

    /** The processes of the suite beside its own; none if everything is in one. */
    List<ProcessTable.Row> processes() {
        return ProcessTable.read(dataDirectory);
    }

    /** How far a starting suite is, or empty if its control port does not answer yet. */
    static Optional<HttpAnswer> status(SuiteFile suite) {
        try {
            HttpAnswer answer = new HttpJson(suite.ports().controlUrl(), SHORT).get("/control/status", Map.of());
            return answer.succeeded() ? Optional.of(answer) : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
