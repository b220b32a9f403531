package io.redress.testkit;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A process of its own, mostly a main class of the test's class path. It inherits no setting of Redress: it has the
 * environment variables it is given. What it writes is kept in two files.
 */
public final class ChildProcess implements AutoCloseable {

    /** Exit code of a JVM that ended in order after SIGTERM. */
    public static final int ENDED_BY_SIGTERM = 143;

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LONG_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * @param directory its working directory, where its output is kept too
     * @param options of its JVM
     */
    public static ChildProcess java(
            Path directory, Class<?> main, Map<String, String> environment, List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return of(directory, environment, command);
    }

    /** Any program, in the same way. */
    public static ChildProcess of(Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path out = Files.createTempFile(directory, "process", ".out");
            Path err = Files.createTempFile(directory, "process", ".err");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("REDRESS_"));
            builder.environment().putAll(environment);
            Process process = builder.redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            return new ChildProcess(process, out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** @return the exit code; the test fails if there is none within three minutes */
    public int exit() {
        try {
            if (!process.waitFor(LONG_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("process " + pid() + " has not ended: " + out() + err());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until a service says on its management port that it is ready; fails at once if the process ends. */
    public void awaitReady(int managementPort) {
        Awaitility.await().atMost(LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError("ended with " + exit() + " before it was ready: " + out() + err());
            }
            return readiness(managementPort) == 200;
        });
    }

    /** The status of {@code /readyz}, or -1 if nobody listens there. */
    public static int readiness(int managementPort) {
        try {
            return ApiClient.of("http://127.0.0.1:" + managementPort)
                    .get("/readyz")
                    .status();
        } catch (UncheckedIOException e) {
            return -1;
        }
    }

    /** What it has written to its standard output so far. */
    public String out() {
        return read(out);
    }

    /** What it has written to its standard error so far. */
    public String err() {
        return read(err);
    }

    /** Its standard output, which must be one JSON object a line. */
    public List<JsonObject> jsonLines() {
        return out().lines().map(JsonObject::new).toList();
    }

    /** Ends it, in order or not. */
    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroyForcibly();
            exit();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
