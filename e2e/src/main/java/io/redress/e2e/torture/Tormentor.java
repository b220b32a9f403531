package io.redress.e2e.torture;

import io.redress.e2e.ProcessSuite;
import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import io.redress.e2e.faults.HeldRelay;
import io.redress.e2e.faults.SlowClients;
import io.redress.e2e.faults.TopicChaos;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Does harm to a suite. Each call returns when the harm is over, not when the suite has recovered. Blocks. */
final class Tormentor {

    private static final Duration ONE_WAY = Duration.ofMillis(15);
    private final ProcessSuite suite;

    Tormentor(ProcessSuite suite) {
        this.suite = suite;
    }

    void inflict(Harm harm) {
        if (harm instanceof Harm.Kill kill) {
            suite.part(kill.part()).kill();
        } else if (harm instanceof Harm.Restart restart) {
            suite.part(restart.part()).stop();
            suite.part(restart.part()).start();
        } else if (harm instanceof Harm.Outage outage) {
            suite.part(outage.part()).stop();
            pause(outage.length());
            suite.part(outage.part()).start();
        } else if (harm instanceof Harm.Freeze freeze) {
            suite.part(freeze.part()).pause();
            pause(freeze.length());
            suite.part(freeze.part()).resume();
        } else if (harm instanceof Harm.Cut cut) {
            suite.links().set(cut.fault(), cut.link()::equals);
            pause(cut.length());
            suite.links().set(Fault.CLEAN, cut.link()::equals);
        } else if (harm instanceof Harm.Calm calm) {
            pause(calm.length());
        } else if (harm instanceof Harm.SlowPostgres slow) {
            slowPostgres(slow);
        } else if (harm instanceof Harm.Overtake overtake) {
            try (HeldRelay relay = HeldRelay.of(suite.address(), overtake.service())) {
                pause(overtake.length());
                new TopicChaos(suite.address()).overtakeOnce(relay, overtake.seed());
            }
        } else if (harm instanceof Harm.Duplicate duplicate) {
            suite.part("kafka").awaitReady();
            new TopicChaos(suite.address()).duplicate(TopicChaos.topics(), duplicate.last());
        } else if (harm instanceof Harm.Shuffle shuffle) {
            suite.part("kafka").awaitReady();
            new TopicChaos(suite.address()).shuffle(TopicChaos.topics(), shuffle.last(), shuffle.seed());
        } else if (harm instanceof Harm.SlowClients slow) {
            SlowClients clients = SlowClients.start(URI.create(suite.address().gateway()), slow.connections());
            pause(slow.length());
            clients.close();
        } else if (harm instanceof Harm.ReadOnly readOnly) {
            database().readOnly(readOnly.length());
        } else if (harm instanceof Harm.Lock lock) {
            database().lock(lock.table(), lock.length());
        } else {
            database().disconnect();
        }
    }

    private DatabaseHarm database() {
        return new DatabaseHarm(suite.address().superuser());
    }

    private void slowPostgres(Harm.SlowPostgres slow) {
        Predicate<Link> chosen =
                link -> link.to().equals("postgres") && slow.services().contains(link.from());
        suite.links().set(new Fault.Latency(ONE_WAY, ONE_WAY, ONE_WAY, 0), chosen);
        pause(slow.length());
        suite.links().set(Fault.CLEAN, chosen);
    }

    static void pause(Duration length) {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            LockSupport.parkNanos(Math.max(1, end - System.nanoTime()));
        }
    }
}
