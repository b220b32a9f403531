package io.redress.benchmarks.list;

import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.load.OpenLoop;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.stats.Estimate;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;

/**
 * How long 99 of 100 pages take at the most, among many cases and among few, both at the same rate, in turn (A B B A). The
 * service that is not asked rests.
 */
final class PageLatency {

    private static final double PERCENTILE = 99;
    private static final double MICROS_PER_MILLI = 1_000;
    private static final long SEED = 20180115;

    private final int calls;
    private final double perSecond;
    private final List<Double> many = new ArrayList<>();
    private final List<Double> few = new ArrayList<>();

    /** @param perSecond calls a second */
    PageLatency(int calls, double perSecond) {
        this.calls = calls;
        this.perSecond = perSecond;
    }

    /** One of the two sides. */
    record Side(Infrastructure infrastructure, ServiceProcess service, IntFunction<Call> pages) {}

    void measure(Side amongMany, Side amongFew, int rounds) {
        for (int round = 0; round < rounds; round++) {
            Histogram ofMany = leg(amongMany);
            Histogram ofFew = leg(amongFew);
            ofFew.add(leg(amongFew));
            ofMany.add(leg(amongMany));
            many.add(ofMany.getValueAtPercentile(PERCENTILE) / MICROS_PER_MILLI);
            few.add(ofFew.getValueAtPercentile(PERCENTILE) / MICROS_PER_MILLI);
        }
    }

    private Histogram leg(Side side) {
        side.service().program().resume();
        side.infrastructure().postgres().execute("CHECKPOINT");
        try (OpenLoop loop =
                new OpenLoop(side.infrastructure().vertx(), side.service().port())) {
            loop.run(calls / 4, perSecond, side.pages()); // connections and caches are warm before it counts
            return loop.run(calls, perSecond, side.pages());
        } finally {
            side.service().program().pause();
        }
    }

    Row row(String job, String other, double most) {
        double[] ours = figures(many);
        double[] theirs = figures(few);
        Comparison comparison = new Comparison(
                other,
                Optional.of(Estimate.of(theirs, SEED)),
                Optional.of(Estimate.ofRatios(ours, theirs, SEED)),
                most,
                most);
        JsonObject details = new JsonObject()
                .put("perSecond", perSecond)
                .put("p99MillisAmongMany", new JsonArray(many))
                .put("p99MillisAmongFew", new JsonArray(few));
        return new Row(job, "ms", Estimate.of(ours, SEED), List.of(comparison), details);
    }

    private static double[] figures(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
