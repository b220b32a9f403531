package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.crash.CrashMatrix;
import io.redress.e2e.planted.PlantedRun;
import io.redress.e2e.planted.Planter;
import io.redress.quickstart.suite.ServiceName;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
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

    private static final int HELD = 0;
    private static final int FAILED = 1;
    private static final int UNUSABLE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

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
            names = "--crash-matrix",
            description = "Instead: a command and a consumer of each service, ended at every crash point.")
    private boolean crashMatrix;

    @Option(
            names = "--planted-bugs",
            arity = "0..*",
            paramLabel = "BUG",
            description =
                    "Instead: bugs are planted one after the other, all of them unless some are named, and each has"
                            + " to be found.")
    private List<String> plantedBugs;

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
        Path data = TortureData.directory(keep);
        try {
            return run(data);
        } finally {
            if (keep == null) {
                TortureData.delete(data);
            }
        }
    }

    private int run(Path data) {
        if (plantedBugs != null) {
            return new PlantedRun(Planter.ofThisProcess(), data, new PlantedExperiment(data), out)
                    .run(PlantedExperiment.chosen(plantedBugs));
        }
        if (crashMatrix) {
            return crashMatrix(data);
        }
        long drawn = seed == null ? ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE) : seed;
        out.println("seed " + drawn);
        try (ProcessSuite suite = ProcessSuite.start(TortureData.root(), data, settings())) {
            return torture(suite, drawn);
        }
    }

    private int crashMatrix(Path data) {
        Map<ServiceName, Map<String, String>> environment = new EnumMap<>(ServiceName.class);
        for (ServiceName service : ServiceName.values()) {
            environment.put(service, CrashMatrix.environment());
        }
        ProcessSuite.Settings faulty = new ProcessSuite.Settings(Map.of(), environment, Map.of());
        try (ProcessSuite suite = ProcessSuite.start(TortureData.root(), data, faulty)) {
            List<String> wrong = new CrashMatrix(
                            suite.address(), service -> suite.part(service.service()), "matrix", out)
                    .run(EnumSet.allOf(ServiceName.class));
            out.println("crash matrix: " + wrong.size() + " violations");
            return wrong.isEmpty() ? HELD : FAILED;
        }
    }

    /** Two instances of the services with the most to lose. */
    private static ProcessSuite.Settings settings() {
        return new ProcessSuite.Settings(Map.of(ServiceName.CASES, 2, ServiceName.PENALTIES, 2), Map.of(), Map.of());
    }

    private int torture(ProcessSuite suite, long drawn) {
        HarmSource source =
                new HarmSource(drawn, suite.serviceParts(), suite.links().links());
        Rounds rounds = new Rounds(suite, drawn, clients, PATIENCE);
        long end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        Round calm = rounds.warmUp();
        calm.lines().forEach(out::println);
        Summary summary = new Summary(calm);
        for (int number = 1; System.nanoTime() < end; number++) {
            Round round = rounds.run(number, source.next(number - 1));
            round.lines().forEach(out::println);
            summary.add(round);
        }
        summary.lines().forEach(out::println);
        out.println("torture: seed " + drawn + ", " + summary.faults() + " faults, " + summary.commands()
                + " commands, " + summary.violations() + " violations");
        return summary.violations() == 0 ? HELD : FAILED;
    }
}
