package io.redress.quickstart.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Signals to a process and its children. A process that is not there any more is left alone. */
final class Signals {

    private Signals() {}

    static void kill(long pid) {
        withChildren(pid).forEach(ProcessHandle::destroyForcibly);
    }

    static void pause(long pid) {
        send("-STOP", pid);
    }

    static void resume(long pid) {
        send("-CONT", pid);
    }

    private static void send(String signal, long pid) {
        withChildren(pid).forEach(process -> run("kill", signal, Long.toString(process.pid())));
    }

    private static Stream<ProcessHandle> withChildren(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()));
    }

    private static void run(String... command) {
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
