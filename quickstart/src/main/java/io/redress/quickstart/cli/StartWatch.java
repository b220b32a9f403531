package io.redress.quickstart.cli;

import io.redress.quickstart.http.HttpAnswer;
import io.redress.quickstart.suite.ServiceName;
import io.redress.quickstart.suite.SuiteConfig;
import io.redress.quickstart.suite.SuiteFile;
import io.redress.quickstart.suite.SuiteMain;
import io.redress.quickstart.suite.SuitePorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Starts the suite's process and shows how far it is until everything is ready. */
final class StartWatch {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int LAST_LINES = 20;

    private final PrintWriter out;
    private final Path data;
    private final long begin = System.nanoTime();
    private String shown = "";

    StartWatch(PrintWriter out, Path data) {
        this.out = out;
        this.data = data;
    }

    int start(SuiteConfig config) {
        Path log = data.resolve("logs").resolve("suite.log");
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command());
            builder.environment().putAll(config.toEnvironment());
            builder.redirectErrorStream(true);
            builder.redirectInput(
                    ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            Process process = builder.start();
            return waitFor(new SuiteFile(process.pid(), config.ports()), Optional.of(process));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the suite", e);
        }
    }

    /** Out of this terminal's reach, so that closing it does not stop the suite. */
    private List<String> command() {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String options = System.getenv("REDRESS_JAVA_OPTS");
        String given = options == null ? "-Xmx1g -XX:+UseSerialGC -XX:TieredStopAtLevel=1" : options;
        command.addAll(List.of(given.strip().split("\\s+")));
        command.add("-Dlogback.configurationFile=logback-suite.xml");
        command.add("-Dredress.root=" + System.getProperty("redress.root", "."));
        command.add("-cp");
        command.add(DataDirectory.copyOfClassPath(data, System.getProperty("java.class.path")));
        command.add(SuiteMain.class.getName());
        return command;
    }

    int waitFor(SuiteFile suite, Optional<Process> child) {
        while (System.nanoTime() - begin < LIMIT.toNanos()) {
            boolean dead = child.map(process -> !process.isAlive()).orElseGet(() -> !suite.alive());
            if (dead) {
                return failed("the suite's process has ended");
            }
            Optional<HttpAnswer> status = ownStatus(suite, child);
            if (status.isPresent()) {
                HttpAnswer answer = status.get();
                if (answer.body().has("failure")) {
                    return failed(answer.body().path("failure").asText());
                }
                if (answer.body().path("ready").asBoolean()) {
                    return ready(suite.ports());
                }
                progress(answer.body().path("phase").asText());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return failed("not ready after " + LIMIT.toSeconds() + " s");
    }

    /** Another process may sit on the control port: a freshly started suite is asked once it has left its file. */
    private Optional<HttpAnswer> ownStatus(SuiteFile suite, Optional<Process> child) {
        boolean own = child.isEmpty()
                || SuiteFile.read(data)
                        .filter(file -> file.pid() == suite.pid())
                        .isPresent();
        return own ? SuiteAccess.status(suite) : Optional.empty();
    }

    private void progress(String phase) {
        if (!phase.equals(shown)) {
            shown = phase;
            out.println("… " + phase + " (" + seconds() + " s)");
        }
    }

    private int ready(SuitePorts ports) {
        out.println("Redress is ready (" + seconds() + " s).");
        out.println("  API       " + ports.url(ServiceName.GATEWAY) + "/v1");
        out.println("  control   " + ports.controlUrl() + " (clock, development tokens)");
        out.println("  log       " + data.resolve("logs").resolve("suite.log"));
        out.println("  token     ./redress token advocate --as adv-1");
        out.println("  story     ./redress story S4");
        out.println("  stop      ./redress down");
        return Redress.HELD;
    }

    private int failed(String why) {
        out.println("The suite did not start: " + why);
        out.println("The end of its log (" + data.resolve("logs").resolve("suite.log") + "):");
        LogsCommand.lastLines(data.resolve("logs").resolve("suite.log"), LAST_LINES)
                .forEach(line -> out.println("  " + line));
        return Redress.FAILED;
    }

    private String seconds() {
        return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9);
    }
}
