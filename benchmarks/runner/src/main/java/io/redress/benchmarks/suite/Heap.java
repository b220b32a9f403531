package io.redress.benchmarks.suite;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is live in the heap of a JVM: asked of it by {@code jcmd}, which has it collect its garbage first. */
public final class Heap {

    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private Heap() {}

    /** Stops the JVM for as long as a full collection takes. */
    public static long liveKibibytes(Path directory, long pid) {
        jcmd(directory, pid, "GC.run");
        return parse(jcmd(directory, pid, "GC.heap_info"));
    }

    /** @param info what {@code GC.heap_info} answers, one line for each generation and what is no heap */
    static long parse(String info) {
        return info.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .map(USED::matcher)
                .filter(Matcher::find)
                .mapToLong(used -> Long.parseLong(used.group(1)))
                .sum();
    }

    private static String jcmd(Path directory, long pid, String order) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        return Program.output(directory, Map.of(), List.of(jcmd, Long.toString(pid), order));
    }
}
