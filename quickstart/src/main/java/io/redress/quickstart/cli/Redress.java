package io.redress.quickstart.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The command line of a development suite. Exit code 0: all held; 1: something did not hold; 2: wrong usage, or the
 * suite is not running.
 */
@Command(
        name = "redress",
        description = "Runs and drives a Redress development suite.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            ClockCommand.class,
            VerifyAuditCommand.class,
            StoryCommand.class,
            DemoCommand.class,
            TraceCommand.class,
            DeadLettersCommand.class
        })
public final class Redress {

    static final int HELD = 0;
    static final int FAILED = 1;
    static final int UNUSABLE = 2;

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            description = "Where the suite keeps its data; default .redress, or REDRESS_DATA_DIR.")
    private Path dataDirectory;

    /** The command line's entry point. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String[] args) {
        CommandLine line = new CommandLine(new Redress());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(explain(e));
            return e instanceof NotRunning || e instanceof IllegalArgumentException ? UNUSABLE : FAILED;
        });
        if (args.length == 0) {
            line.usage(System.err);
            return UNUSABLE;
        }
        return line.execute(args);
    }

    SuiteAccess suite() {
        return new SuiteAccess(dataDirectory());
    }

    Path dataDirectory() {
        if (dataDirectory != null) {
            return dataDirectory.toAbsolutePath().normalize();
        }
        String fromEnvironment = System.getenv("REDRESS_DATA_DIR");
        Path root = Path.of(System.getProperty("redress.root", "."));
        Path kept = fromEnvironment == null ? root.resolve(".redress") : Path.of(fromEnvironment);
        return kept.toAbsolutePath().normalize();
    }

    private static String explain(Exception e) {
        if (e instanceof UncheckedIOException && e.getCause() != null) {
            return e.getMessage();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }
}
