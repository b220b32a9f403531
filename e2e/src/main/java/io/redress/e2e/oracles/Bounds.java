package io.redress.e2e.oracles;

import io.redress.e2e.SuiteAddress;
import io.redress.quickstart.http.HttpJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * I11: what a fault made grow comes back. Compares a sample of the suite at rest from before with one of now: nothing
 * is under way or waiting, and heap after a collection, connections, streams and descriptors are about what
 * they were. Where a process is not known its heap cannot be collected and its descriptors cannot be counted; both are
 * left out then, and {@link #leftOut} says so.
 */
public final class Bounds implements Oracle {

    private static final Duration ONE_PAGE = Duration.ofSeconds(30);
    private static final int GC_SECONDS = 60;
    private static final double MEBIBYTE = 1024 * 1024;
    private static final String HEAP = "heap";
    private static final String DESCRIPTORS = "open descriptors";

    private final SuiteAddress suite;
    private final Map<String, Long> processes;
    private final Sample baseline;

    /** Figures by instance and name. */
    public record Sample(Map<String, Double> figures) {
        public Sample {
            figures = Map.copyOf(figures);
        }
    }

    /**
     * @param processes ids of the processes by management origin, as far as they are known and on this machine
     * @param baseline taken from the same processes, warm and at rest
     */
    public Bounds(SuiteAddress suite, Map<String, Long> processes, Sample baseline) {
        this.suite = suite;
        this.processes = Map.copyOf(processes);
        this.baseline = baseline;
    }

    @Override
    public String id() {
        return "I11";
    }

    @Override
    public String guarantees() {
        return "nothing is under way or waiting at rest; heap, connections and descriptors are what they were";
    }

    @Override
    public List<Violation> check() {
        return compare(baseline, sample(suite, processes)).stream()
                .map(what -> new Violation(id(), what))
                .toList();
    }

    /** What cannot be looked at, one line for each process that is not known. */
    public List<String> leftOut() {
        return origins(suite)
                .filter(origin -> !processes.containsKey(origin))
                .map(origin -> origin + ": process unknown, heap and descriptors not compared")
                .toList();
    }

    /** Looks at every instance now; collects garbage in the processes that are known. */
    public static Sample sample(SuiteAddress suite, Map<String, Long> processes) {
        Map<String, Double> figures = new TreeMap<>();
        origins(suite).forEach(origin -> {
            Optional<Long> process = Optional.ofNullable(processes.get(origin));
            process.ifPresent(Bounds::collectGarbage);
            String page = new HttpJson(origin, ONE_PAGE)
                    .get("/metrics", Map.of())
                    .body()
                    .asText();
            read(page).forEach((name, value) -> {
                if (!name.equals(HEAP) || process.isPresent()) {
                    figures.put(origin + " " + name, value);
                }
            });
            process.ifPresent(pid -> figures.put(origin + " " + DESCRIPTORS, descriptors(pid)));
        });
        return new Sample(figures);
    }

    /** The figures of a page of metrics that say whether something is bounded. */
    static Map<String, Double> read(String page) {
        Map<String, Double> figures = new TreeMap<>();
        page.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int space = line.lastIndexOf(' ');
            String series = line.substring(0, Math.max(0, space));
            if (series.startsWith("jvm_memory_used_bytes{area=\"heap\"")) {
                figures.merge(HEAP, Double.parseDouble(line.substring(space + 1)), Double::sum);
            } else if (atRestZero(series) || comesBack(series)) {
                figures.put(series, Double.parseDouble(line.substring(space + 1)));
            }
        });
        return figures;
    }

    /** What is wrong with the later sample, given the earlier one. */
    static List<String> compare(Sample before, Sample now) {
        List<String> found = new ArrayList<>();
        new TreeMap<>(now.figures()).forEach((name, value) -> {
            String figure = name.substring(name.indexOf(' ') + 1);
            Double was = before.figures().get(name);
            if (atRestZero(figure) && value != 0) {
                found.add(name + " is " + value + " at rest");
            } else if (!atRestZero(figure) && was != null && value > allowed(figure, was)) {
                found.add(name + " was " + was + ", is " + value + ", more than " + allowed(figure, was));
            }
        });
        return found;
    }

    private static boolean atRestZero(String series) {
        return series.startsWith("redress_requests_under_way")
                || (series.startsWith("redress_") && series.contains("_waiting"))
                || series.startsWith("redress_outbox_oldest_seconds");
    }

    private static boolean comesBack(String series) {
        return (series.startsWith("redress_connections") && !series.contains("_total"))
                || series.startsWith("redress_streams")
                || series.startsWith("redress_gateway_streams");
    }

    /** Caches fill and idle connections linger; what leaks goes far beyond. */
    private static double allowed(String figure, double was) {
        return switch (figure) {
            case HEAP -> was * 1.5 + 32 * MEBIBYTE;
            case DESCRIPTORS -> was + 256;
            default -> was + 64;
        };
    }

    private static Stream<String> origins(SuiteAddress suite) {
        return suite.management().values().stream().flatMap(List::stream).sorted();
    }

    private static double descriptors(long pid) {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException("descriptors of process " + pid, e);
        }
    }

    private static void collectGarbage(long pid) {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        try {
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.run")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectErrorStream(true)
                    .start();
            if (!process.waitFor(GC_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("process " + pid + " does not collect its garbage");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
