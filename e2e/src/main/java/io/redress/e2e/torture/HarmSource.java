package io.redress.e2e.torture;

import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws what is done to a suite. The same seed draws the same, for a suite with the same parts. */
final class HarmSource {

    private static final int MOST_AT_ONCE = 2;
    private static final int KINDS = 11;
    private static final int MIN_MILLIS = 1_000;
    private static final int SPREAD_MILLIS = 4_000;
    private static final int RECORDS = 100;
    private static final int SLOW_CLIENTS = 40;
    private static final int RESET_AFTER = 4_000;
    /** One that every command of its service needs, and one that every consumer does. */
    private static final List<String> TABLES = List.of("cases.case_file", "penalties.shop", "notifications.inbox");

    private final Random random;
    private final List<String> services;
    private final List<Link> links;

    /**
     * @param services instances by name
     * @param links in a fixed order
     */
    HarmSource(long seed, List<String> services, List<Link> links) {
        this.random = new Random(seed);
        this.services = List.copyOf(services);
        this.links = List.copyOf(links);
    }

    /** What is done one after the other in the next round: first of all kinds in turn, then as it comes. */
    List<Harm> next(int round) {
        List<Harm> harms = new ArrayList<>();
        harms.add(draw(Math.floorMod(round, KINDS)));
        int more = random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < more; i++) {
            harms.add(draw(random.nextInt(KINDS)));
        }
        return List.copyOf(harms);
    }

    private Harm draw(int kind) {
        return switch (kind) {
            case 0 -> new Harm.Kill(any(services));
            case 1 -> new Harm.Outage("kafka", length());
            case 2 -> new Harm.Kill(random.nextBoolean() ? "postgres" : "kafka");
            case 3 -> new Harm.Cut(any(links), fault(), length());
            case 4 -> new Harm.Freeze(random.nextInt(3) == 0 ? "postgres" : any(services), length());
            case 5 -> random.nextBoolean() ? new Harm.Duplicate(RECORDS) : new Harm.Shuffle(RECORDS, random.nextLong());
            case 6 -> new Harm.Restart(any(services));
            case 7 -> new Harm.Disconnect();
            case 8 ->
                random.nextBoolean()
                        ? new Harm.SlowClients(SLOW_CLIENTS, length())
                        : new Harm.Freeze("kafka", length());
            case 9 -> new Harm.ReadOnly(length());
            case 10 -> new Harm.Lock(any(TABLES), length());
            default -> throw new IllegalArgumentException("no kind " + kind);
        };
    }

    private Fault fault() {
        return switch (random.nextInt(5)) {
            case 0 ->
                new Fault.Latency(
                        Duration.ofMillis(150), Duration.ofMillis(150), Duration.ofMillis(100), random.nextLong());
            case 1 -> Fault.HALF_OPEN;
            case 2 -> new Fault.Reset(random.nextInt(RESET_AFTER));
            case 3 -> Fault.TRICKLE;
            default -> Fault.REFUSE;
        };
    }

    private Duration length() {
        return Duration.ofMillis(MIN_MILLIS + random.nextInt(SPREAD_MILLIS));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
