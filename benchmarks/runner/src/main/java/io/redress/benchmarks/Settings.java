package io.redress.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked for.
 *
 * @param rounds of each contender, two legs each
 * @param scale by which operations are divided: 1, or more for a quick look that proves nothing
 * @param jobs names in lower case: j1, j3, j6, j7, j9, p1, p2, p3
 * @param chosenOptions of every JVM that is measured; empty for those of each job
 * @param root of the repository
 */
public record Settings(int rounds, int scale, Set<String> jobs, List<String> chosenOptions, Path root) {

    static final String USAGE =
            "usage: ./redress bench [--rounds N] [--quick] [--jvm \"OPTIONS\"] [J1] [J3] [J6] [J7] [J9] [P1] [P2] [P3]";

    private static final Set<String> ALL = Set.of("j1", "j3", "j6", "j7", "j9", "p1", "p2", "p3");
    private static final List<String> JVM_OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx256m");
    /** As {@code ./redress up --processes} starts its services. */
    private static final List<String> SMALL_JVM_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m");

    private static final int ROUNDS = 7;
    private static final int QUICK_ROUNDS = 2;
    private static final int QUICK_SCALE = 5;

    public Settings {
        jobs = Set.copyOf(jobs);
        chosenOptions = List.copyOf(chosenOptions);
    }

    /** Options of every JVM that is measured in this job, ours and the peers' alike. */
    public List<String> jvmOptions(String job) {
        if (!chosenOptions.isEmpty()) {
            return chosenOptions;
        }
        return job.equals("j9") ? SMALL_JVM_OPTIONS : JVM_OPTIONS;
    }

    /** @throws IllegalArgumentException with what is wrong */
    static Settings of(List<String> arguments, Path root) {
        int rounds = 0;
        boolean quick = false;
        List<String> chosenOptions = List.of();
        Set<String> jobs = new TreeSet<>();
        List<String> left = new ArrayList<>(arguments);
        while (!left.isEmpty()) {
            String argument = left.remove(0);
            switch (argument) {
                case "--quick" -> quick = true;
                case "--rounds" -> rounds = number(value(argument, left));
                case "--jvm" -> chosenOptions = List.of(value(argument, left).split(" +"));
                default -> jobs.add(job(argument));
            }
        }
        int wanted = rounds > 0 ? rounds : quick ? QUICK_ROUNDS : ROUNDS;
        return new Settings(wanted, quick ? QUICK_SCALE : 1, jobs.isEmpty() ? ALL : jobs, chosenOptions, root);
    }

    private static String job(String argument) {
        String job = argument.toLowerCase(Locale.ROOT);
        if (!ALL.contains(job)) {
            throw new IllegalArgumentException("no job " + argument);
        }
        return job;
    }

    private static String value(String option, List<String> left) {
        if (left.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return left.remove(0);
    }

    private static int number(String text) {
        if (!text.matches("[1-9]\\d{0,2}")) {
            throw new IllegalArgumentException("--rounds takes a number from 1 to 999, not " + text);
        }
        return Integer.parseInt(text);
    }
}
