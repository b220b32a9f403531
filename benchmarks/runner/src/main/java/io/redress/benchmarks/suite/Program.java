package io.redress.benchmarks.suite;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A process of the benchmark, which takes orders on its standard input if it wants to. It can be stopped for a while, so
 * that it uses nothing while others are measured.
 */
public final class Program implements AutoCloseable {

    private static final int STOP_SECONDS = 30;

    private final String name;
    private final Process process;
    private final Path log;

    private Program(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** One that writes its output to a file in the directory. */
    public static Program start(String name, Path directory, Map<String, String> environment, List<String> command) {
        return start(name, directory, environment, command, false);
    }

    /** One that answers on its standard output; its errors go to a file. */
    public static Program startTalking(
            String name, Path directory, Map<String, String> environment, List<String> command) {
        return start(name, directory, environment, command, true);
    }

    private static Program start(
            String name, Path directory, Map<String, String> environment, List<String> command, boolean talks) {
        try {
            Path log = Files.createTempFile(directory, name, ".log");
            ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
            builder.environment().keySet().removeIf(variable -> variable.startsWith("REDRESS_"));
            builder.environment().putAll(environment);
            if (talks) {
                builder.redirectError(log.toFile());
            } else {
                builder.redirectErrorStream(true).redirectOutput(log.toFile());
            }
            Process process = builder.start();
            // a benchmark that is broken off leaves nobody behind
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-" + name));
            return new Program(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command.get(0), e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** The whole answer of a program that ends by itself. */
    public static String output(Path directory, Map<String, String> environment, List<String> command) {
        try (Program program = start("once", directory, environment, command)) {
            int code = program.process.waitFor();
            String text = Files.readString(program.log);
            if (code != 0) {
                throw new IllegalStateException(command.get(0) + " ended with " + code + ": " + text);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Fails with what it has written if it has ended. */
    public void demandAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " has ended with " + process.exitValue() + ":\n" + written());
        }
    }

    /** Gives an order and returns the line that answers it. */
    public String ask(String order) {
        try {
            process.outputWriter(StandardCharsets.UTF_8).write(order + "\n");
            process.outputWriter(StandardCharsets.UTF_8).flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " takes no orders:\n" + written(), e);
        }
        return nextLine();
    }

    /** The next line it says; waits for it. */
    public String nextLine() {
        try {
            BufferedReader answers = process.inputReader(StandardCharsets.UTF_8);
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException(name + " says nothing any more:\n" + written());
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It stands still until {@link #resume()}. */
    public void pause() {
        signal("STOP");
    }

    public void resume() {
        signal("CONT");
    }

    private void signal(String signal) {
        demandAlive();
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("SIG" + signal + " did not reach " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private String written() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, in order if it does. */
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        signal("CONT");
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
