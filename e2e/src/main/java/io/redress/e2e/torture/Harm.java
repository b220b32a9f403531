package io.redress.e2e.torture;

import io.redress.e2e.faults.Fault;
import io.redress.e2e.faults.FaultLinks.Link;
import io.redress.quickstart.suite.ServiceName;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** One thing that is done to a suite while clients send commands. What it leaves behind is healed afterwards. */
public sealed interface Harm {

    /** SIGKILL; the process is started again. */
    record Kill(String part) implements Harm {}

    /** SIGTERM, and a new start. */
    record Restart(String part) implements Harm {}

    /** SIGTERM, a pause, and a new start. */
    record Outage(String part, Duration length) implements Harm {}

    /** SIGSTOP, a pause, and SIGCONT. */
    record Freeze(String part, Duration length) implements Harm {}

    /** A fault on the link between a service and what it reaches. */
    record Cut(Link link, Fault fault, Duration length) implements Harm {}

    /** Nothing: clients work for that long. */
    record Calm(Duration length) implements Harm {}

    /** Latency on the links of some services to Postgres, so that what can come in between does. */
    record SlowPostgres(Set<String> services, Duration length) implements Harm {}

    /** A service's events are held back for that long, and then come in an order that is not theirs. */
    record Overtake(ServiceName service, Duration length, long seed) implements Harm {}

    /** Postgres ends every connection of the services. */
    record Disconnect() implements Harm {}

    /** The last records of every topic come once more. */
    record Duplicate(int last) implements Harm {}

    /** The last records of every topic come once more, out of order. */
    record Shuffle(int last, long seed) implements Harm {}

    /** Postgres takes no write, as after a failover to a replica or with a full disk. */
    record ReadOnly(Duration length) implements Harm {}

    /** A table that everybody needs is locked: statements wait, then connections are waited for. */
    record Lock(String table, Duration length) implements Harm {}

    /** Clients that send one byte a second to the gateway, from many connections. */
    record SlowClients(int connections, Duration length) implements Harm {}

    /** For a line of the report. */
    default String text() {
        if (this instanceof Kill kill) {
            return "SIGKILL " + kill.part();
        }
        if (this instanceof Restart restart) {
            return "SIGTERM " + restart.part();
        }
        if (this instanceof Outage outage) {
            return outage.part() + " down for " + seconds(outage.length());
        }
        if (this instanceof Freeze freeze) {
            return "SIGSTOP " + freeze.part() + " for " + seconds(freeze.length());
        }
        if (this instanceof Cut cut) {
            return cut.link() + " " + cut.fault() + " for " + seconds(cut.length());
        }
        if (this instanceof Calm calm) {
            return "nothing for " + seconds(calm.length());
        }
        if (this instanceof SlowPostgres slow) {
            return "slow Postgres of " + String.join(", ", new TreeSet<>(slow.services())) + " for "
                    + seconds(slow.length());
        }
        if (this instanceof Overtake overtake) {
            return "events of " + overtake.service().service() + " out of order after " + seconds(overtake.length());
        }
        if (this instanceof Duplicate duplicate) {
            return "the last " + duplicate.last() + " records of each topic again";
        }
        if (this instanceof Shuffle shuffle) {
            return "the last " + shuffle.last() + " records of all topics again, shuffled";
        }
        if (this instanceof ReadOnly readOnly) {
            return "Postgres read-only for " + seconds(readOnly.length());
        }
        if (this instanceof Lock lock) {
            return lock.table() + " locked for " + seconds(lock.length());
        }
        if (this instanceof SlowClients slow) {
            return slow.connections() + " slow clients for " + seconds(slow.length());
        }
        return "all database connections terminated";
    }

    /** Under what it is counted. */
    default String kind() {
        if (this instanceof Kill kill) {
            return "SIGKILL of " + sort(kill.part());
        }
        if (this instanceof Restart) {
            return "SIGTERM of a service";
        }
        if (this instanceof Outage outage) {
            return "outage of " + sort(outage.part());
        }
        if (this instanceof Freeze freeze) {
            return "SIGSTOP of " + sort(freeze.part());
        }
        if (this instanceof Cut cut) {
            return "link: " + cut.fault().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        }
        return text().replaceAll("\\d+\\.\\d s|\\b\\d+ ", "").strip().replaceAll(" (for|after)$", "");
    }

    private static String sort(String part) {
        return part.equals("postgres") || part.equals("kafka") ? part : "a service";
    }

    private static String seconds(Duration length) {
        return String.format(java.util.Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
