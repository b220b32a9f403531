package io.redress.benchmarks.list;

import io.redress.benchmarks.limit.Raw;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.suite.Ours;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A list: pages of it from anywhere among many cases and among few, and the pages among many by pgbench, by the key and by
 * {@code OFFSET} with a count.
 */
record Listed(String name, Ours many, Ours few, Optional<Raw> keyset, Optional<Raw> offset) implements AutoCloseable {

    static final double AS_MUCH = 1.15;

    private static final double LIMIT_FLOOR = 1 / 0.3;
    private static final double LIMIT_TARGET = 1 / 0.5;
    private static final double NOT_MORE = 1.0;
    private static final String KEYSET = "pgbench, by key";
    private static final String OFFSET = "pgbench, OFFSET and count";

    Stream<Contender> contenders() {
        return Stream.of(Optional.of(many), Optional.of(few), keyset, offset).flatMap(Optional::stream);
    }

    /** @param further comparisons of a page among many */
    Row row(Function<Contender, Measured> measured, List<Comparison> further, JsonObject details) {
        Measured ours = measured.apply(many);
        List<Comparison> comparisons = new ArrayList<>(List.of(
                Raw.beside(ours, keyset.map(measured), KEYSET, LIMIT_FLOOR, LIMIT_TARGET),
                Raw.beside(ours, offset.map(measured), OFFSET, NOT_MORE, NOT_MORE),
                Comparison.of(ours, measured.apply(few), "among " + ListJob.FEW, AS_MUCH, AS_MUCH)));
        comparisons.addAll(further);
        return new Row(name, "CPU µs", ours.estimate(), comparisons, details);
    }

    @Override
    public void close() {
        many.close();
        few.close();
    }
}
