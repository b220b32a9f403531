package io.redress.benchmarks.machine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * CPU time of a process and everything beneath it, user and system, in microseconds. Children that have ended count
 * with whoever waited for them, so that a server's backends are never lost. The system counts in steps of 10 ms: what is
 * measured must be long beside that. Linux only.
 */
public final class CpuClock {

    /** USER_HZ is 100 on every architecture that the suite runs on. */
    private static final long MICROS_PER_TICK = 10_000;

    private final Path proc;

    CpuClock(Path proc) {
        this.proc = proc;
    }

    public static CpuClock ofThisMachine() {
        return new CpuClock(Path.of("/proc"));
    }

    /** What the process and its descendants have used since they began. */
    public long micros(long pid) {
        Map<Long, ProcStat> all = read();
        if (!all.containsKey(pid)) {
            throw new IllegalStateException("process " + pid + " has ended");
        }
        long ticks = 0;
        for (Map.Entry<Long, ProcStat> each : all.entrySet()) {
            if (isBeneath(each.getKey(), pid, all)) {
                ticks += each.getValue().ownTicks() + each.getValue().reapedTicks();
            }
        }
        return ticks * MICROS_PER_TICK;
    }

    private static boolean isBeneath(long pid, long ancestor, Map<Long, ProcStat> all) {
        long at = pid;
        while (at != ancestor) {
            ProcStat stat = all.get(at);
            if (stat == null || stat.parent() == at) {
                return false;
            }
            at = stat.parent();
        }
        return true;
    }

    private Map<Long, ProcStat> read() {
        Map<Long, ProcStat> all = new HashMap<>();
        try (Stream<Path> entries = Files.list(proc)) {
            entries.filter(entry -> entry.getFileName().toString().chars().allMatch(Character::isDigit))
                    .forEach(entry -> readOne(entry, all));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + proc, e);
        }
        return all;
    }

    private static void readOne(Path entry, Map<Long, ProcStat> all) {
        try {
            all.put(
                    Long.parseLong(entry.getFileName().toString()),
                    ProcStat.parse(Files.readString(entry.resolve("stat")).strip()));
        } catch (IOException ended) {
            // between the listing and now: its time is its parent's at the next reading
            all.remove(Long.parseLong(entry.getFileName().toString()));
        }
    }
}
