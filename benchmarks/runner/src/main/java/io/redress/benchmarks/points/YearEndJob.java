package io.redress.benchmarks.points;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.stats.Estimate;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Rules;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.redress.kit.boot.MachineClock;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * P3, the reset at the end of a year: of a million shops in one run, beside ten thousand. A year ends once, so that there
 * are no rounds; the one before both warms up.
 */
public final class YearEndJob {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int QUICK_PARTS = 50;
    private static final double KIB_PER_MIB = 1_024;
    private static final double COST_FLOOR = 1.3;
    private static final double COST_TARGET = 1.1;
    private static final double HEAP_FLOOR = 1.5;
    private static final double HEAP_TARGET = 1.2;
    private static final long SEED = 20181231;
    /** The limits that a service has by itself count here. */
    private static final Map<String, String> LIMITS =
            Map.of("REDRESS_PG_STATEMENT_TIMEOUT_MILLIS", "5000", "REDRESS_PG_LOCK_TIMEOUT_MILLIS", "2000");

    private final Infrastructure infrastructure;
    private final int few;
    private final int many;

    public YearEndJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.few = settings.scale() > 1 ? FEW / settings.scale() : FEW;
        this.many = settings.scale() > 1 ? MANY / QUICK_PARTS : MANY;
    }

    /** Fails if the work was not done, never for a figure. */
    public List<Row> run() {
        int year = MachineClock.system().now().atZone(ZoneOffset.UTC).getYear();
        try (ServiceProcess service = infrastructure.start(Service.PENALTIES, LIMITS)) {
            Rules.register(infrastructure, service);
            end(service, year - 3, "003", few);
            YearEnd.Used small = end(service, year - 2, "002", few);
            YearEnd.Used large = end(service, year - 1, "001", many);
            return rows(small, large);
        }
    }

    private YearEnd.Used end(ServiceProcess service, int year, String series, int shops) {
        YearEnd end = new YearEnd(infrastructure, service, year, series, shops);
        end.prepare();
        YearEnd.Used used = end.run();
        System.out.printf(
                "%d shops: %.1f s, %.0f CPU µs a shop, live heap %.1f MiB before, %.1f MiB at most%n",
                shops,
                used.seconds(),
                used.micros(),
                used.heapBeforeKibibytes() / KIB_PER_MIB,
                used.mostHeapKibibytes() / KIB_PER_MIB);
        return used;
    }

    private List<Row> rows(YearEnd.Used small, YearEnd.Used large) {
        JsonObject details =
                new JsonObject().put(few + " shops", details(small)).put(many + " shops", details(large));
        return List.of(
                new Row(
                        "P3 end of a year, " + many + " shops",
                        "CPU µs a shop",
                        one(large.micros()),
                        List.of(compared(few + " shops", large.micros(), small.micros(), COST_FLOOR, COST_TARGET)),
                        details),
                new Row(
                        "P3 most live heap in it",
                        "MiB",
                        one(large.mostHeapKibibytes() / KIB_PER_MIB),
                        List.of(compared(
                                "in that of " + few + " shops",
                                large.mostHeapKibibytes() / KIB_PER_MIB,
                                small.mostHeapKibibytes() / KIB_PER_MIB,
                                HEAP_FLOOR,
                                HEAP_TARGET)),
                        new JsonObject()));
    }

    private static Comparison compared(String other, double ours, double its, double floor, double target) {
        return new Comparison(
                other,
                Optional.of(one(its)),
                Optional.of(Estimate.ofRatios(new double[] {ours}, new double[] {its}, SEED)),
                floor,
                target);
    }

    private static Estimate one(double figure) {
        return Estimate.of(new double[] {figure}, SEED);
    }

    private static JsonObject details(YearEnd.Used used) {
        return new JsonObject()
                .put("seconds", used.seconds())
                .put("serviceMicrosPerShop", used.serviceMicros())
                .put("postgresMicrosPerShop", used.postgresMicros())
                .put("liveHeapBeforeKibibytes", used.heapBeforeKibibytes())
                .put("liveHeapKibibytes", new JsonArray(used.heapKibibytes()));
    }
}
