package io.redress.benchmarks.points;

import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Heap;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * The end of a year for so many shops, of which every tenth is under a measure without an end: every penalty expires,
 * the measures are lifted, each is written, chained into the history and sent to the broker. It begins when its deadline
 * is set and ends when the outbox is empty.
 */
final class YearEnd {

    static final int UNDER_MEASURE = 10;

    private static final Duration LIMIT = Duration.ofHours(4);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOOKS_AT_HEAP = 4;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Infrastructure infrastructure;
    private final ServiceProcess service;
    private final CpuClock cpu = CpuClock.ofThisMachine();
    private final Instant reset;
    private final Ledgers light;
    private final Ledgers heavy;
    private final int shops;

    /**
     * @param year that ends; what expires is of its November, what is lifted of the November before: points for
     *     counterfeits outlive one reset
     */
    YearEnd(Infrastructure infrastructure, ServiceProcess service, int year, String series, int shops) {
        this.infrastructure = infrastructure;
        this.service = service;
        this.shops = shops;
        this.reset = LocalDate.of(year + 1, 1, 1).atStartOfDay(ZONE).toInstant();
        this.light = new Ledgers("a" + series, 1, 1, "G-01", "GENERAL", 3, november(year));
        this.heavy = new Ledgers("b" + series, 1, 1, "C-02", "COUNTERFEIT", 24, november(year - 1));
    }

    /** What a run used. */
    record Used(
            double seconds,
            double serviceMicros,
            double postgresMicros,
            double heapBeforeKibibytes,
            List<Double> heapKibibytes) {

        double micros() {
            return serviceMicros + postgresMicros;
        }

        double mostHeapKibibytes() {
            return heapKibibytes.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }
    }

    void prepare() {
        BenchPostgres postgres = infrastructure.postgres();
        int lifted = shops / UNDER_MEASURE;
        light.prepare(postgres, 0, shops - lifted);
        heavy.prepare(postgres, 0, lifted);
        heavy.restrict(postgres, 0, lifted, "LISTINGS_REMOVED", 24);
        postgres.execute("VACUUM ANALYZE");
        postgres.execute("CHECKPOINT");
    }

    /** Figures are of one shop. */
    Used run() {
        BenchPostgres postgres = infrastructure.postgres();
        long published = infrastructure.published("penalties.events.v1");
        double heapBefore = heap();
        List<Double> heap = new ArrayList<>();
        long serviceBefore = cpu.micros(service.program().pid());
        long postgresBefore = cpu.micros(postgres.pid());
        long began = System.nanoTime();
        postgres.execute("INSERT INTO penalties.deadline (kind, subject, due_at) VALUES ('points-cleared', '" + reset
                + "', '" + reset + "') ON CONFLICT (kind, subject) DO UPDATE SET state = 'PENDING'");
        Awaitility.await("the year ends")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    service.program().demandAlive();
                    long done = looked();
                    if (done * LOOKS_AT_HEAP >= (heap.size() + 1L) * shops) {
                        heap.add(heap());
                    }
                    return number("done::integer") == 1;
                });
        Awaitility.await("events are with the broker")
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> postgres.number("SELECT count(*) FROM (SELECT FROM penalties.outbox LIMIT 1) o") == 0);
        double nanos = System.nanoTime() - began;
        Used used = new Used(
                nanos / NANOS_PER_SECOND,
                (double) (cpu.micros(service.program().pid()) - serviceBefore) / shops,
                (double) (cpu.micros(postgres.pid()) - postgresBefore) / shops,
                heapBefore,
                heap);
        heap.add(heap());
        check(published);
        return used;
    }

    private void check(long published) {
        BenchPostgres postgres = infrastructure.postgres();
        int lifted = shops / UNDER_MEASURE;
        String instant = "'" + reset + "'";
        Demand.equal("shops of the run", shops, looked());
        Demand.equal("measures of the run", lifted, number("measures"));
        Demand.equal(
                "penalties that have not expired",
                0,
                postgres.number("SELECT count(*) FROM penalties.penalty WHERE status <> 'EXPIRED'"));
        Demand.equal(
                "PenaltyExpired in the history",
                shops,
                postgres.number("SELECT count(*) FROM penalties.history WHERE event_type = 'PenaltyExpired'"
                        + " AND business_time = " + instant));
        Demand.equal(
                "MeasureLifted in the history",
                lifted,
                postgres.number("SELECT count(*) FROM penalties.history WHERE event_type = 'MeasureLifted'"
                        + " AND business_time = " + instant));
        Demand.equal(
                "events with the broker", shops + lifted, infrastructure.published("penalties.events.v1") - published);
    }

    private long looked() {
        return number("shops");
    }

    /** A column of the run's row; 0 before there is one. */
    private long number(String column) {
        return infrastructure
                .postgres()
                .number("SELECT coalesce((SELECT " + column + " FROM penalties.points_clearing WHERE at = '" + reset
                        + "'), 0)");
    }

    private double heap() {
        return Heap.liveKibibytes(infrastructure.directory(), service.program().pid());
    }

    private static String november(int year) {
        return "timestamptz '" + year + "-11-15T12:00Z'";
    }
}
