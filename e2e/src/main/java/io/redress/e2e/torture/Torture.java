package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.planted.Planted;
import io.redress.e2e.planted.PlantedBugs;
import io.redress.e2e.planted.PlantedRun;
import io.redress.e2e.planted.Planter;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Starts a suite of processes of its own, harms it for a while and says what did not hold. Exit code 0: everything
 * held; 1: something did not; 2: wrong usage.
 */
@Command(
        name = "torture",
        description =
                "Starts a suite of processes, kills, holds, cuts and floods it while clients work, and checks what"
                        + " must hold.",
        mixinStandardHelpOptions = true)
public final class Torture implements Callable<Integer> {

    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final String ALL = "all";
    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;

    @Option(names = "--minutes", defaultValue = "10", description = "How long; default ${DEFAULT-VALUE}.")
    private int minutes;

    @Option(names = "--seed", description = "Draws the same harms and commands again; printed if not given.")
    private Long seed;

    @Option(names = "--clients", defaultValue = "4", description = "Clients at a time; default ${DEFAULT-VALUE}.")
    private int clients;

    @Option(
            names = "--keep",
            description = "Keep the suite's data and logs, in this directory, which must be empty or absent.")
    private Path keep;

    @Option(
            names = "--planted",
            arity = "0..1",
            fallbackValue = ALL,
            description = "Instead: plant bugs, one of this name or all, each in a suite of its own, and fail unless"
                    + " every one is found.")
    private String planted;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    /** The command line's entry point. */
    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Torture());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((e, command, result) -> {
            command.getErr().println(e);
            return e instanceof IllegalArgumentException ? UNUSABLE : FAILED;
        });
        System.exit(line.execute(arguments));
    }

    @Override
    public Integer call() {
        if (minutes < 1 || clients < 1) {
            throw new IllegalArgumentException("--minutes and --clients are at least 1");
        }
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        out.println("seed " + drawn);
        Path data = TortureData.directory(keep);
        if (planted != null) {
            return plant(data, drawn);
        }
        try (ProcessSuite suite = ProcessSuite.start(TortureData.root(), data, settings())) {
            return torture(suite, drawn);
        } finally {
            if (keep == null) {
                TortureData.delete(data);
            }
        }
    }

    private int plant(Path data, long drawn) {
        List<Planted> bugs = planted.equals(ALL)
                ? PlantedBugs.all()
                : List.of(
                        PlantedBugs.find(planted).orElseThrow(() -> new IllegalArgumentException("no bug " + planted)));
        try {
            PlantedTorture torture = new PlantedTorture(TortureData.root(), data, drawn, clients);
            return new PlantedRun(Planter.ofThisProcess(), data.resolve("planted"), torture, out).run(bugs);
        } finally {
            if (keep == null) {
                TortureData.delete(data);
            }
        }
    }

    /** Two instances of the service with the most to lose. */
    private static ProcessSuite.Settings settings() {
        return new ProcessSuite.Settings(Map.of(ServiceName.CASES, 2), Map.of(), Map.of());
    }

    private int torture(ProcessSuite suite, long drawn) {
        HarmSource source =
                new HarmSource(drawn, suite.serviceParts(), suite.links().links());
        Rounds rounds = new Rounds(suite, drawn, clients, PATIENCE);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        int harms = 0;
        int commands = 0;
        int violations = 0;
        for (int number = 0; System.nanoTime() < end; number++) {
            Round round = rounds.run(number, source.next(number));
            round.lines().forEach(out::println);
            harms += round.harms().size();
            commands += round.commands();
            violations += round.violations().size();
        }
        out.println("torture: seed " + drawn + ", " + harms + " faults, " + commands + " commands, " + violations
                + " violations");
        return violations == 0 ? HELD : FAILED;
    }
}
