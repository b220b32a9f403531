package io.redress.simulators.transparency;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** So many requests in a second and in a minute; safe for several threads. */
final class RequestLimit {

    private final int perSecond;
    private final int perMinute;
    private final LongSupplier nanos;
    private long second;
    private long minute;
    private int inSecond;
    private int inMinute;

    /** @param nanos a clock that never goes back, such as {@link System#nanoTime()} */
    RequestLimit(int perSecond, int perMinute, LongSupplier nanos) {
        this.perSecond = perSecond;
        this.perMinute = perMinute;
        this.nanos = nanos;
        this.second = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
        this.minute = second / 60;
    }

    /** Counts a request; false when it is one too many. */
    synchronized boolean admits() {
        long now = TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong());
        if (now != second) {
            second = now;
            inSecond = 0;
        }
        if (now / 60 != minute) {
            minute = now / 60;
            inMinute = 0;
        }
        inSecond++;
        inMinute++;
        return inSecond <= perSecond && inMinute <= perMinute;
    }
}
