package io.redress.benchmarks.report;

import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.stats.Estimate;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A run as JSON, so that ratios can be followed from run to run. */
public final class ResultFile {

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private ResultFile() {}

    /**
     * @param jvmOptions of the JVMs measured, by job
     * @return the file, named by the time of the run
     */
    public static Path write(
            Path directory, Instant at, String machine, Map<String, String> jvmOptions, int rounds, List<Row> rows) {
        JsonArray all = new JsonArray();
        rows.forEach(row -> all.add(row(row)));
        JsonObject run = new JsonObject()
                .put("at", at.toString())
                .put("machine", machine)
                .put("jvmOptions", new JsonObject(new LinkedHashMap<String, Object>(jvmOptions)))
                .put("rounds", rounds)
                .put("rows", all);
        Path file = directory.resolve(NAME.format(at) + ".json");
        try {
            Files.createDirectories(directory);
            Files.writeString(file, run.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** What a contender used, by round, for a row's details. */
    public static JsonObject details(List<Measured> measured) {
        JsonObject all = new JsonObject();
        for (Measured one : measured) {
            JsonObject parts = new JsonObject();
            one.parts().forEach((part, micros) -> parts.put(part, array(micros)));
            all.put(
                    one.name(),
                    new JsonObject()
                            .put("microsPerOperation", array(one.micros()))
                            .put("parts", parts)
                            .put("operationsPerSecond", array(one.perSecond())));
        }
        return all;
    }

    private static JsonObject row(Row row) {
        JsonArray comparisons = new JsonArray();
        for (Comparison comparison : row.comparisons()) {
            JsonObject one = new JsonObject()
                    .put("other", comparison.other())
                    .put("floor", comparison.floor())
                    .put("target", comparison.target())
                    .put("verdict", comparison.verdict());
            comparison.value().ifPresent(value -> one.put("value", estimate(value)));
            comparison.ratio().ifPresent(ratio -> one.put("ratio", estimate(ratio)));
            comparisons.add(one);
        }
        return new JsonObject()
                .put("job", row.job())
                .put("unit", row.unit())
                .put("ours", estimate(row.ours()))
                .put("comparisons", comparisons)
                .put("details", row.details());
    }

    private static JsonObject estimate(Estimate estimate) {
        return new JsonObject()
                .put("median", estimate.median())
                .put("low", estimate.low())
                .put("high", estimate.high());
    }

    private static JsonArray array(double[] figures) {
        return new JsonArray(Arrays.stream(figures).boxed().toList());
    }
}
