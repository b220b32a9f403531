package io.redress.kit.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;

/**
 * Memory for request bodies: as many connections as a server bears could otherwise fill it with bodies, each of which is
 * small enough. One sender has half of it at the most.
 */
final class BodyRoom {

    private final long most;
    private final Map<String, Long> taken = new HashMap<>();
    private final Counter refused;
    private long inAll;

    BodyRoom(long most, MeterRegistry metrics) {
        this.most = most;
        this.refused = metrics.counter("redress.bodies.refused");
        Gauge.builder("redress.bodies.bytes", this, BodyRoom::inAll).register(metrics);
    }

    synchronized boolean take(String sender, int bytes) {
        long ofSender = taken.getOrDefault(sender, 0L) + bytes;
        if (inAll + bytes > most || ofSender > most / 2) {
            refused.increment();
            return false;
        }
        inAll += bytes;
        taken.put(sender, ofSender);
        return true;
    }

    synchronized void giveBack(String sender, int bytes) {
        inAll -= bytes;
        taken.computeIfPresent(sender, (same, held) -> held <= bytes ? null : held - bytes);
    }

    private synchronized double inAll() {
        return inAll;
    }
}
