package io.redress.benchmarks.list;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.limit.RawReads;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.machine.Tools;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.stats.Medians;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.redress.testkit.TestIssuer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * J6, a page of the cases that wait to be claimed, among a million: anywhere in the list, beside the same rows by key and
 * by OFFSET with a count; its first page beside a page anywhere; and a merchant's own cases, beside the same among ten
 * thousand in a database of its own.
 */
public final class ListJob {

    private static final int FEW = 10_000;
    private static final int MANY = 1_000_000;
    private static final int QUICK_PARTS = 10;
    private static final int OPERATIONS = 3_000;
    private static final int LATENCY_OPERATIONS = 4_000;
    private static final int LIMIT_OPERATIONS = 8_000;
    private static final int OFFSET_OPERATIONS = 80;
    private static final double LIMIT_FLOOR = 1 / 0.3;
    private static final double LIMIT_TARGET = 1 / 0.5;
    private static final double NOT_MORE = 1.0;
    private static final double AS_MUCH = 1.15;
    private static final String KEYSET = "pgbench, by key";
    private static final String OFFSET = "pgbench, OFFSET and count";

    private final Infrastructure infrastructure;
    private final Settings settings;

    public ListJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** Fails if a page did not have its items, never for a figure. */
    public List<Row> run() {
        CaseLists few = new CaseLists(FEW);
        CaseLists many = new CaseLists(settings.scale() > 1 ? MANY / QUICK_PARTS : MANY);
        try (Infrastructure small = Infrastructure.start(directory(), infrastructure.jvm());
                ServiceProcess ofSmall = small.start(Service.CASES, Map.of());
                ServiceProcess ofLarge = infrastructure.start(Service.CASES, Map.of())) {
            few.prepare(small.postgres());
            many.prepare(infrastructure.postgres());
            Pages pages = waiting(infrastructure, ofLarge, many);
            Pages pagesOfFew = waiting(small, ofSmall, few);
            Pages queue = queue(infrastructure, ofLarge, many);
            Pages queueOfFew = queue(small, ofSmall, few);
            Pages tagged = tagged(infrastructure, ofLarge, many);
            Pages taggedOfFew = tagged(small, ofSmall, few);
            try (ListReads anywhere = staff("anywhere", infrastructure, ofLarge, pages::anywhere);
                    ListReads first = staff("the first", infrastructure, ofLarge, number -> pages.first());
                    ListReads amongFew = staff("anywhere among few", small, ofSmall, pagesOfFew::anywhere);
                    ListReads queued = staff("a queue", infrastructure, ofLarge, queue::anywhere);
                    ListReads queuedAmongFew = staff("a queue among few", small, ofSmall, queueOfFew::anywhere);
                    ListReads search = staff("a search", infrastructure, ofLarge, tagged::anywhere);
                    ListReads searchAmongFew = staff("a search among few", small, ofSmall, taggedOfFew::anywhere);
                    ListReads own = merchant("a merchant's own", infrastructure, ofLarge, many);
                    ListReads ownAmongFew = merchant("a merchant's own among few", small, ofSmall, few)) {
                List<Contender> contenders = new ArrayList<>(List.of(
                        anywhere, first, amongFew, own, ownAmongFew, queued, queuedAmongFew, search, searchAmongFew));
                Optional<Path> pgbench = Tools.pgbench();
                if (pgbench.isEmpty()) {
                    System.out.println("pgbench is missing (Debian: postgresql-15): J6 has no limit");
                }
                pgbench.ifPresent(found -> contenders.addAll(raw(found, many)));
                List<Measured> measured = new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(contenders);
                List<Row> rows = new ArrayList<>(rows(measured, many));
                rows.add(latency(
                        perSecond(measured.get(0), measured.get(2)),
                        new PageLatency.Side(infrastructure, ofLarge, pages::anywhere),
                        new PageLatency.Side(small, ofSmall, pagesOfFew::anywhere),
                        many));
                return rows;
            }
        }
    }

    private Path directory() {
        try {
            return Files.createDirectory(infrastructure.directory().resolve("small"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cases that wait to be claimed, as an adjudicator asks for them. */
    private static Pages waiting(Infrastructure where, ServiceProcess service, CaseLists lists) {
        String token = where.issuer().staff("adj-1", "adjudicator");
        return Pages.of(where, service, "/v1/cases?status=" + CaseLists.STATUS, token, lists.submitted());
    }

    /** The cases of the queue that anybody could take, the most urgent first. */
    private static Pages queue(Infrastructure where, ServiceProcess service, CaseLists lists) {
        String token = where.issuer().staff("adj-1", "adjudicator");
        String path = "/v1/queues/" + CaseLists.QUEUE + "/items?show=FREE";
        return Pages.of(where, service, path, token, lists.queued());
    }

    /** The cases with a tag, as staff search for them. */
    private static Pages tagged(Infrastructure where, ServiceProcess service, CaseLists lists) {
        String token = where.issuer().staff("adj-1", "adjudicator");
        return Pages.of(where, service, "/v1/cases?tag=" + CaseLists.TAG, token, lists.tagged());
    }

    private ListReads staff(String name, Infrastructure where, ServiceProcess service, IntFunction<Call> pages) {
        return new ListReads(name, where, service, OPERATIONS / settings.scale(), CaseLists.PAGE, pages);
    }

    /** All cases of a merchant, another one each time; of a few of them, since each needs a token. */
    private ListReads merchant(String name, Infrastructure where, ServiceProcess service, CaseLists lists) {
        TestIssuer issuer = where.issuer();
        List<String> tokens = new ArrayList<>();
        for (int number = 0; number < Math.min(64, lists.merchants()); number++) {
            String merchant = lists.merchant(number);
            tokens.add(issuer.merchant("user-of-" + merchant, merchant, "merchant"));
        }
        return new ListReads(
                name,
                where,
                service,
                OPERATIONS / settings.scale(),
                CaseLists.PAGE,
                number -> Call.get("/v1/cases?limit=" + CaseLists.PAGE, tokens.get(number % tokens.size())));
    }

    /** Half of what the slower side has answered a second when it was asked without a pause. */
    private static double perSecond(Measured one, Measured other) {
        return Math.min(Medians.of(one.perSecond()), Medians.of(other.perSecond())) / 2;
    }

    private Row latency(double perSecond, PageLatency.Side amongMany, PageLatency.Side amongFew, CaseLists lists) {
        PageLatency latency = new PageLatency(LATENCY_OPERATIONS / settings.scale(), perSecond);
        latency.measure(amongMany, amongFew, settings.rounds());
        return latency.row("J6 p99 of a page among " + lists.count(), "among " + FEW, AS_MUCH);
    }

    private List<RawReads> raw(Path pgbench, CaseLists lists) {
        return List.of(
                new RawReads(
                        infrastructure,
                        "cases",
                        pgbench,
                        "keyset",
                        lists.keyset(),
                        LIMIT_OPERATIONS / settings.scale()),
                new RawReads(
                        infrastructure,
                        "cases",
                        pgbench,
                        "offset",
                        lists.offset(),
                        OFFSET_OPERATIONS / settings.scale()),
                new RawReads(
                        infrastructure, "cases", pgbench, "queue", lists.queue(), LIMIT_OPERATIONS / settings.scale()),
                new RawReads(
                        infrastructure,
                        "cases",
                        pgbench,
                        "search",
                        lists.search(),
                        LIMIT_OPERATIONS / settings.scale()));
    }

    private static List<Row> rows(List<Measured> measured, CaseLists lists) {
        Measured anywhere = measured.get(0);
        Measured first = measured.get(1);
        Measured amongFew = measured.get(2);
        Measured own = measured.get(3);
        Measured ownAmongFew = measured.get(4);
        Measured queued = measured.get(5);
        Measured queuedAmongFew = measured.get(6);
        Measured search = measured.get(7);
        Measured searchAmongFew = measured.get(8);
        boolean limited = measured.size() > 9;
        String among = "J6 a page among " + lists.count();
        return List.of(
                new Row(
                        among,
                        "CPU µs",
                        anywhere.estimate(),
                        List.of(
                                limited
                                        ? Comparison.of(anywhere, measured.get(9), KEYSET, LIMIT_FLOOR, LIMIT_TARGET)
                                        : Comparison.missing(KEYSET, LIMIT_FLOOR, LIMIT_TARGET),
                                limited
                                        ? Comparison.of(anywhere, measured.get(10), OFFSET, NOT_MORE, NOT_MORE)
                                        : Comparison.missing(OFFSET, NOT_MORE, NOT_MORE),
                                Comparison.of(anywhere, amongFew, "among " + FEW, AS_MUCH, AS_MUCH),
                                Comparison.of(anywhere, first, "the first page", AS_MUCH, AS_MUCH)),
                        ResultFile.details(measured)),
                new Row(
                        among + ", of a queue",
                        "CPU µs",
                        queued.estimate(),
                        List.of(
                                limited
                                        ? Comparison.of(queued, measured.get(11), KEYSET, LIMIT_FLOOR, LIMIT_TARGET)
                                        : Comparison.missing(KEYSET, LIMIT_FLOOR, LIMIT_TARGET),
                                Comparison.of(queued, queuedAmongFew, "among " + FEW, AS_MUCH, AS_MUCH)),
                        new JsonObject()),
                new Row(
                        among + ", of a tag",
                        "CPU µs",
                        search.estimate(),
                        List.of(
                                limited
                                        ? Comparison.of(search, measured.get(12), KEYSET, LIMIT_FLOOR, LIMIT_TARGET)
                                        : Comparison.missing(KEYSET, LIMIT_FLOOR, LIMIT_TARGET),
                                Comparison.of(search, searchAmongFew, "among " + FEW, AS_MUCH, AS_MUCH)),
                        new JsonObject()),
                new Row(
                        among + ", a merchant's own",
                        "CPU µs",
                        own.estimate(),
                        List.of(Comparison.of(own, ownAmongFew, "among " + FEW, AS_MUCH, AS_MUCH)),
                        new JsonObject()));
    }
}
