package io.redress.kit.faults;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The points of one process at which it is to end. A point that is reached as often as it was armed for ends it once:
 * no hook runs, nothing is flushed, no connection is closed in order, as after SIGKILL. Thread-safe.
 */
public final class CrashPoints {

    /** What a shell reports of a process that SIGKILL ended. */
    public static final int EXIT_CODE = 137;

    private static final Logger LOG = LoggerFactory.getLogger(CrashPoints.class);

    private record Place(CrashPoint point, String scope) {}

    private final Map<Place, AtomicInteger> left = new ConcurrentHashMap<>();
    private final Runnable ending;

    /** @param ending what happens at an armed point; does not return where a process really ends */
    public CrashPoints(Runnable ending) {
        this.ending = ending;
    }

    /** Replaces what was armed for the same point and scope. */
    public void arm(Armed armed) {
        left.put(new Place(armed.point(), armed.scope()), new AtomicInteger(armed.count()));
    }

    public void disarm() {
        left.clear();
    }

    /** What is armed now, with the counts that are left. */
    public List<Armed> armed() {
        return left.entrySet().stream()
                .map(entry -> new Armed(
                        entry.getKey().point(),
                        entry.getKey().scope(),
                        Math.max(1, entry.getValue().get())))
                .sorted(Comparator.comparing(Armed::point).thenComparing(Armed::scope))
                .toList();
    }

    /** Called by the decorators when the process is there. */
    public void reach(CrashPoint point, String scope) {
        Place place = new Place(point, scope);
        AtomicInteger times = left.get(place);
        if (times != null && times.decrementAndGet() == 0) {
            left.remove(place, times);
            LOG.warn("ends at {} of {}", point, scope);
            ending.run();
        }
    }
}
