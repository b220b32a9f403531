package io.redress.benchmarks.points;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.suite.BenchPostgres;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Ours;
import io.redress.benchmarks.suite.Rules;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * P2, the standing of a shop with ten entries: among ten million entries and, in a database of its own, among ten
 * thousand; and of one shop with five thousand entries among the ten million.
 */
public final class StandingJob {

    private static final int PENALTIES = 2;
    private static final int ENTRIES = 5;
    private static final int TARIFF = 12;
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int QUICK_PARTS = 50;
    private static final int WARM_UPS = 4;

    /** Prime, so that every shop has its turn and neighbours do not follow each other. */
    private static final long STRIDE = 7_368_787;

    /** When all that was booked still counts. */
    private static final String AT = "2018-12-01T00:00:00Z";

    private static final int ENTRIES_OF_ONE = 5_000;
    private static final int OPERATIONS = 4_000;
    private static final int OPERATIONS_OF_ONE = 60;
    private static final double SIZE_FLOOR = 1.3;
    private static final double SIZE_TARGET = 1.1;
    private static final String NOVEMBER = "timestamptz '2018-11-15T12:00Z'";
    private static final String COUNTED = "GENERAL";

    private final Infrastructure infrastructure;
    private final Settings settings;

    public StandingJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** Fails if an answer was not the one that the entries make, never for a figure. */
    public List<Row> run() {
        int many = settings.scale() > 1 ? MANY / QUICK_PARTS : MANY;
        int operations = OPERATIONS / settings.scale();
        int operationsOfOne = OPERATIONS_OF_ONE / settings.scale();
        Ledgers ten = new Ledgers("c000", PENALTIES, ENTRIES, "G-05", COUNTED, TARIFF, NOVEMBER);
        Ledgers thousands = new Ledgers("d000", ENTRIES_OF_ONE / ENTRIES, ENTRIES, "G-05", COUNTED, TARIFF, NOVEMBER);
        try (Infrastructure small = Infrastructure.start(directory(), infrastructure.jvm());
                ServiceProcess ofSmall = small.start(Service.PENALTIES, Map.of());
                ServiceProcess ofLarge = infrastructure.start(Service.PENALTIES, Map.of())) {
            Rules.register(small, ofSmall);
            Rules.register(infrastructure, ofLarge);
            prepare(small.postgres(), () -> ten.prepare(small.postgres(), 0, FEW));
            prepare(infrastructure.postgres(), () -> {
                ten.prepare(infrastructure.postgres(), 0, many);
                thousands.prepare(infrastructure.postgres(), 0, 1);
            });
            try (Ours few = reads("among few", small, ofSmall, ten, FEW, operations);
                    Ours among = reads("among many", infrastructure, ofLarge, ten, many, operations);
                    Ours one = reads("one large shop", infrastructure, ofLarge, thousands, 1, operationsOfOne)) {
                check(few, PENALTIES);
                check(among, PENALTIES);
                check(one, ENTRIES_OF_ONE / ENTRIES);
                return rows(
                        new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(List.of(few, among, one)),
                        many);
            }
        }
    }

    /** Standings asked for by staff, of another shop each time. */
    private static Ours reads(
            String name, Infrastructure where, ServiceProcess service, Ledgers ledgers, int shops, int operations) {
        String token = where.issuer().staff("ops-1", "operator");
        Callers callers = new Callers(where, service, 200, number -> {
            String shop = ledgers.shop((int) (number * STRIDE % shops));
            return Call.get("/v1/shops/" + shop + "/standing?at=" + AT, token);
        });
        return Ours.reads(name, callers, new Ours.Size(operations, WARM_UPS), answer -> {});
    }

    private Path directory() {
        try {
            return Files.createDirectory(infrastructure.directory().resolve("small"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void prepare(BenchPostgres postgres, Runnable shops) {
        shops.run();
        postgres.execute("VACUUM ANALYZE");
        postgres.execute("CHECKPOINT");
    }

    /** What was booked and not taken off again. */
    private static void check(Ours reads, int penalties) {
        JsonArray buckets = new JsonObject(reads.one()).getJsonArray("buckets");
        Demand.equal("points of " + penalties + " penalties", penalties * (TARIFF - ENTRIES + 1L), points(buckets));
    }

    private static long points(JsonArray buckets) {
        return buckets.stream()
                .map(JsonObject.class::cast)
                .filter(bucket -> bucket.getString("bucket").equals(COUNTED))
                .mapToLong(bucket -> bucket.getInteger("points"))
                .sum();
    }

    private List<Row> rows(List<Measured> measured, int many) {
        Measured few = measured.get(0);
        Measured among = measured.get(1);
        Measured one = measured.get(2);
        int each = PENALTIES * ENTRIES;
        double linear = (double) ENTRIES_OF_ONE / each;
        return List.of(
                new Row(
                        "P2 standing among " + many * each + " entries",
                        "CPU µs",
                        among.estimate(),
                        List.of(Comparison.of(among, few, "among " + FEW * each, SIZE_FLOOR, SIZE_TARGET)),
                        ResultFile.details(measured)),
                new Row(
                        "P2 standing of a shop with " + ENTRIES_OF_ONE,
                        "CPU µs",
                        one.estimate(),
                        List.of(Comparison.of(one, among, "of a shop with " + each, linear, linear)),
                        new JsonObject()));
    }
}
