package io.redress.testkit.eventloop;

import io.vertx.core.impl.VertxThread;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;

/**
 * The calls on event loops of Vert.x that could have made one wait: sleeping, parking, waiting for a monitor's notice,
 * and reading or writing a file or a blocking socket, whether they took long or not. Each place in the code is kept
 * once.
 *
 * <p>Limit: waiting to enter a {@code synchronized} block or to have a {@link ReentrantLock}, as libraries do for a
 * moment, and mere computing are not seen; Vert.x itself warns of an event loop that is busy for two seconds.
 */
public final class BlockingCalls {

    private static final String JVM_OPTION = "-XX:+AllowRedefinitionToAddDeleteMethods";
    private static final int FRAMES_COMPARED = 12;
    private static final int MOST = 100;

    private static final Map<List<StackTraceElement>, BlockingCall> SEEN = new LinkedHashMap<>();
    private static final boolean WATCHED = watch();

    private BlockingCalls() {}

    /** Whether this JVM is watched; it is not if it was started without the options of the build. */
    public static boolean watched() {
        return WATCHED;
    }

    /** What was seen since the last time, and forgets it. */
    public static List<BlockingCall> take() {
        synchronized (SEEN) {
            List<BlockingCall> taken = new ArrayList<>(SEEN.values());
            SEEN.clear();
            return taken;
        }
    }

    private static boolean watch() {
        if (!ManagementFactory.getRuntimeMXBean().getInputArguments().contains(JVM_OPTION)) {
            System.err.println("Event loops are not watched for blocking calls: that needs " + JVM_OPTION);
            return false;
        }
        BlockHound.Builder hound = BlockHound.builder()
                .loadIntegrations()
                .nonBlockingThreadPredicate(others -> BlockingCalls::isEventLoop)
                .blockingMethodCallback(BlockingCalls::note);
        AllowedCalls.ALL.forEach(allowed -> hound.allowBlockingCallsInside(allowed.type(), allowed.method()));
        hound.install();
        return true;
    }

    private static boolean isEventLoop(Thread thread) {
        return thread instanceof VertxThread ofVertx && !ofVertx.isWorker();
    }

    private static void note(BlockingMethod method) {
        BlockingCall call =
                BlockingCall.of(method.toString(), Thread.currentThread().getStackTrace());
        if (call.passes(ReentrantLock.class)) {
            return;
        }
        List<StackTraceElement> place =
                call.stack().subList(0, Math.min(FRAMES_COMPARED, call.stack().size()));
        synchronized (SEEN) {
            if (SEEN.size() < MOST) {
                SEEN.putIfAbsent(place, call);
            }
        }
    }
}
