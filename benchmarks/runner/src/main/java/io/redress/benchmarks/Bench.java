package io.redress.benchmarks;

import io.redress.benchmarks.hop.GatewayHopJob;
import io.redress.benchmarks.list.ListJob;
import io.redress.benchmarks.lodge.LodgeJob;
import io.redress.benchmarks.machine.MachineFacts;
import io.redress.benchmarks.memory.MemoryJob;
import io.redress.benchmarks.opencase.OpenCaseJob;
import io.redress.benchmarks.points.StandingJob;
import io.redress.benchmarks.points.YearEndJob;
import io.redress.benchmarks.propose.ProposeJob;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.report.Table;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Jvm;
import io.redress.kit.boot.MachineClock;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the jobs, prints the table and writes the JSON. Exits 0 whatever the figures are, 1 if work was not done. */
public final class Bench {

    private Bench() {}

    /** The property {@code redress.root} is the repository. */
    public static void main(String[] arguments) {
        Settings settings;
        try {
            settings = Settings.of(List.of(arguments), Path.of(System.getProperty("redress.root", ".")));
        } catch (IllegalArgumentException e) {
            System.err.println("redress: " + e.getMessage() + "\n" + Settings.USAGE);
            System.exit(2);
            return;
        }
        Instant began = MachineClock.system().now();
        List<Row> rows = new ArrayList<>();
        boolean done = run(settings, rows);
        System.out.println();
        System.out.println(MachineFacts.describe() + ", " + settings.rounds() + " rounds");
        Map<String, String> options = new TreeMap<>();
        settings.jobs()
                .forEach(job -> options.put(job.toUpperCase(Locale.ROOT), String.join(" ", settings.jvmOptions(job))));
        options.forEach((job, all) -> System.out.println("JVMs of " + job + ": " + all));
        System.out.println(Table.of(rows));
        System.out.println(ResultFile.write(
                settings.root().resolve("benchmarks/results"),
                began,
                MachineFacts.describe(),
                options,
                settings.rounds(),
                rows));
        System.exit(done ? 0 : 1);
    }

    /** Adds the figures of each job; one that fails is told and leaves the others theirs. False if one did. */
    private static boolean run(Settings settings, List<Row> rows) {
        boolean done = true;
        for (String job : List.of("j1", "j3", "j6", "j7", "j9", "p1", "p2", "p3")) {
            if (settings.jobs().contains(job)) {
                System.out.println(job.toUpperCase(Locale.ROOT) + " …");
                done &= run(job, settings, rows);
            }
        }
        return done;
    }

    private static boolean run(String job, Settings settings, List<Row> rows) {
        try {
            rows.addAll(run(job, settings));
            return true;
        } catch (RuntimeException e) {
            System.out.println(job.toUpperCase(Locale.ROOT) + " FAILED");
            e.printStackTrace();
            return false;
        }
    }

    /** Each job begins with an empty database and an empty broker. */
    private static List<Row> run(String job, Settings settings) {
        Path directory = temporaryDirectory();
        try (Infrastructure infrastructure =
                Infrastructure.start(directory, new Jvm(settings.jvmOptions(job), settings.root()))) {
            return switch (job) {
                case "j1" -> List.of(new OpenCaseJob(infrastructure, settings).run());
                case "j3" -> List.of(new LodgeJob(infrastructure, settings).run());
                case "j6" -> new ListJob(infrastructure, settings).run();
                case "j7" -> new GatewayHopJob(infrastructure, settings).run();
                case "j9" -> new MemoryJob(infrastructure, settings).run();
                case "p1" -> List.of(new ProposeJob(infrastructure, settings).run());
                case "p2" -> new StandingJob(infrastructure, settings).run();
                case "p3" -> new YearEndJob(infrastructure, settings).run();
                default -> throw new IllegalArgumentException(job);
            };
        } finally {
            delete(directory);
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("redress-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("left behind: " + directory, e);
        }
    }
}
