package io.redress.e2e.faults;

import java.time.Duration;

/** What a {@link FaultProxy} does to the connections that go through it. */
public sealed interface Fault {

    /** Passes everything on as it comes. */
    record Clean() implements Fault {}

    /**
     * Passes everything on later, in order: each piece after the delay of its direction, give or take up to the jitter.
     *
     * @param seed of the jitter: the same seed gives the nth connection the same delays
     */
    record Latency(Duration toServer, Duration toClient, Duration jitter, long seed) implements Fault {
        public Latency {
            if (toServer.isNegative() || toClient.isNegative() || jitter.isNegative()) {
                throw new IllegalArgumentException("a delay is negative");
            }
        }
    }

    /**
     * Takes connections and then nothing ever comes through, no end and no reset either. What is sent meanwhile waits in
     * the buffers of the sender's kernel and goes on when another fault is set.
     */
    record HalfOpen() implements Fault {}

    /**
     * Resets the connection at both ends.
     *
     * @param afterBytes that are still passed on first, both directions together; 0 for at once
     */
    record Reset(long afterBytes) implements Fault {
        public Reset {
            if (afterBytes < 0) {
                throw new IllegalArgumentException("after fewer than no bytes");
            }
        }
    }

    /** Passes on one byte, then none until the pause is over, in each direction. */
    record Trickle(Duration pause) implements Fault {
        public Trickle {
            if (pause.isNegative() || pause.isZero()) {
                throw new IllegalArgumentException("no pause between bytes");
            }
        }
    }

    /** Does not listen: a client that connects is refused. Present connections are reset. */
    record Refuse() implements Fault {}

    Fault CLEAN = new Clean();
    Fault HALF_OPEN = new HalfOpen();
    Fault RESET = new Reset(0);
    Fault TRICKLE = new Trickle(Duration.ofSeconds(1));
    Fault REFUSE = new Refuse();
}
