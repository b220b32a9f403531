package io.redress.quickstart.cli;

import io.redress.quickstart.suite.ProcessTable;
import io.redress.quickstart.suite.SuiteFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "down", description = "Stops the suite; its data stays.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration GRACE = Duration.ofSeconds(45);

    @ParentCommand
    private Redress redress;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Optional<SuiteFile> running = redress.suite().process();
        if (running.isEmpty()) {
            ProcessTable.endLeftovers(redress.dataDirectory());
            out.println("No suite is running in " + redress.dataDirectory() + ".");
            return Redress.HELD;
        }
        return stop(running.get(), redress.dataDirectory(), out) ? Redress.HELD : Redress.FAILED;
    }

    /** @return whether it ended by itself within its grace period; it has ended in any case */
    static boolean stop(SuiteFile suite, Path dataDirectory, PrintWriter out) {
        Optional<ProcessHandle> process = ProcessHandle.of(suite.pid());
        if (process.isEmpty()) {
            return true;
        }
        process.get().destroy();
        boolean clean = ended(process.get());
        if (!clean) {
            process.get().destroyForcibly();
            ended(process.get());
        }
        ProcessTable.endLeftovers(dataDirectory);
        SuiteFile.remove(dataDirectory);
        out.println(clean ? "Stopped." : "Killed: it did not stop within " + GRACE.toSeconds() + " s.");
        return clean;
    }

    private static boolean ended(ProcessHandle process) {
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
