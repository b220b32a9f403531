package io.redress.benchmarks.list;

import io.redress.benchmarks.Settings;
import io.redress.benchmarks.limit.Raw;
import io.redress.benchmarks.load.Call;
import io.redress.benchmarks.machine.CpuClock;
import io.redress.benchmarks.report.Comparison;
import io.redress.benchmarks.report.ResultFile;
import io.redress.benchmarks.report.Row;
import io.redress.benchmarks.rounds.Contender;
import io.redress.benchmarks.rounds.Measured;
import io.redress.benchmarks.rounds.Rounds;
import io.redress.benchmarks.stats.Medians;
import io.redress.benchmarks.suite.Callers;
import io.redress.benchmarks.suite.Demand;
import io.redress.benchmarks.suite.Infrastructure;
import io.redress.benchmarks.suite.Ours;
import io.redress.benchmarks.suite.Service;
import io.redress.benchmarks.suite.ServiceProcess;
import io.redress.testkit.TestIssuer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * J6, a page of a list among a million cases: of those that wait to be claimed, of a queue, and of those with a tag, each
 * anywhere in the list, beside the same rows by key and by OFFSET with a count, and beside the same among ten thousand in a
 * database of its own; the first page of a list beside a page anywhere; and a merchant's own cases.
 */
public final class ListJob {

    static final int FEW = 10_000;

    private static final int MANY = 1_000_000;
    private static final int QUICK_PARTS = 10;
    private static final int OPERATIONS = 3_000;
    private static final int WARM_UPS = 4;
    private static final int LATENCY_OPERATIONS = 4_000;
    private static final int LIMIT_OPERATIONS = 8_000;
    private static final int OFFSET_OPERATIONS = 40;

    private final Infrastructure infrastructure;
    private final Settings settings;

    public ListJob(Infrastructure infrastructure, Settings settings) {
        this.infrastructure = infrastructure;
        this.settings = settings;
    }

    /** The cases among which lists are asked for. */
    private record Among(Infrastructure where, ServiceProcess service, CaseLists lists) {

        Pages waiting() {
            return pages("/v1/cases?status=" + CaseLists.STATUS, lists.submitted());
        }

        /** Of the queue, what anybody could take, the most urgent first. */
        Pages queue() {
            return pages("/v1/queues/" + CaseLists.QUEUE + "/items?show=FREE", lists.queued());
        }

        Pages tagged() {
            return pages("/v1/cases?tag=" + CaseLists.TAG, lists.tagged());
        }

        private Pages pages(String path, int rows) {
            String token = where.issuer().staff("adj-1", "adjudicator");
            return Pages.of(where, service, path, token, rows);
        }
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
            return run(new Among(infrastructure, ofLarge, many), new Among(small, ofSmall, few));
        }
    }

    private List<Row> run(Among many, Among few) {
        Pages pages = many.waiting();
        Pages pagesOfFew = few.waiting();
        CaseLists raw = many.lists();
        String among = "J6 a page among " + raw.count();
        try (Listed waiting = listed(
                        among,
                        reads("anywhere", many, pages::anywhere),
                        reads("anywhere among few", few, pagesOfFew::anywhere),
                        raw.waiting());
                Listed queue = listed(
                        among + ", of a queue",
                        reads("a queue", many, many.queue()::anywhere),
                        reads("a queue among few", few, few.queue()::anywhere),
                        raw.queue());
                Listed search = listed(
                        among + ", of a tag",
                        reads("a search", many, many.tagged()::anywhere),
                        reads("a search among few", few, few.tagged()::anywhere),
                        raw.search());
                Ours first = reads("the first", many, number -> pages.first());
                Ours own = merchant("a merchant's own", many);
                Ours ownAmongFew = merchant("a merchant's own among few", few)) {
            List<Contender> contenders = Stream.of(
                            waiting.contenders(),
                            Stream.<Contender>of(first, own, ownAmongFew),
                            queue.contenders(),
                            search.contenders())
                    .flatMap(some -> some)
                    .toList();
            List<Measured> all = new Rounds(CpuClock.ofThisMachine(), settings.rounds()).measure(contenders);
            Map<Contender, Measured> measured = new IdentityHashMap<>();
            contenders.forEach(contender -> measured.put(contender, all.get(contenders.indexOf(contender))));
            Comparison ofTheFirst = Comparison.of(
                    measured.get(waiting.many()),
                    measured.get(first),
                    "the first page",
                    Listed.AS_MUCH,
                    Listed.AS_MUCH);
            return List.of(
                    waiting.row(measured::get, List.of(ofTheFirst), ResultFile.details(all)),
                    queue.row(measured::get, List.of(), new JsonObject()),
                    search.row(measured::get, List.of(), new JsonObject()),
                    ofOneMerchant(among, measured.get(own), measured.get(ownAmongFew)),
                    latency(
                            perSecond(measured.get(waiting.many()), measured.get(waiting.few())),
                            new PageLatency.Side(many.where(), many.service(), pages::anywhere),
                            new PageLatency.Side(few.where(), few.service(), pagesOfFew::anywhere),
                            raw));
        }
    }

    private Path directory() {
        try {
            return Files.createDirectory(infrastructure.directory().resolve("small"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Pages, each answer looked at. */
    private Ours reads(String name, Among among, IntFunction<Call> pages) {
        return Ours.reads(
                name,
                new Callers(among.where(), among.service(), 200, pages),
                new Ours.Size(OPERATIONS / settings.scale(), WARM_UPS),
                answer -> Demand.equal(
                        "items of a page of " + name,
                        CaseLists.PAGE,
                        new JsonObject(answer).getJsonArray("items").size()));
    }

    private Listed listed(String name, Ours many, Ours few, CaseLists.Raw raw) {
        return new Listed(
                name,
                many,
                few,
                raw(many.name() + " by key", raw.keyset(), LIMIT_OPERATIONS),
                raw(many.name() + " by offset", raw.offset(), OFFSET_OPERATIONS));
    }

    private Optional<Raw> raw(String name, String script, int operations) {
        return Raw.reads(infrastructure, "cases", name, script, operations / settings.scale());
    }

    /** All cases of a merchant, another one each time; of a few of them, since each needs a token. */
    private Ours merchant(String name, Among among) {
        TestIssuer issuer = among.where().issuer();
        List<String> tokens = new ArrayList<>();
        for (int number = 0; number < Math.min(64, among.lists().merchants()); number++) {
            String merchant = among.lists().merchant(number);
            tokens.add(issuer.merchant("user-of-" + merchant, merchant, "merchant"));
        }
        return reads(
                name,
                among,
                number -> Call.get("/v1/cases?limit=" + CaseLists.PAGE, tokens.get(number % tokens.size())));
    }

    private static Row ofOneMerchant(String among, Measured own, Measured ownAmongFew) {
        return new Row(
                among + ", a merchant's own",
                "CPU µs",
                own.estimate(),
                List.of(Comparison.of(own, ownAmongFew, "among " + FEW, Listed.AS_MUCH, Listed.AS_MUCH)),
                new JsonObject());
    }

    /** Half of what the slower side has answered a second when it was asked without a pause. */
    private static double perSecond(Measured one, Measured other) {
        return Math.min(Medians.of(one.perSecond()), Medians.of(other.perSecond())) / 2;
    }

    private Row latency(double perSecond, PageLatency.Side amongMany, PageLatency.Side amongFew, CaseLists lists) {
        PageLatency latency = new PageLatency(LATENCY_OPERATIONS / settings.scale(), perSecond);
        latency.measure(amongMany, amongFew, settings.rounds());
        return latency.row("J6 p99 of a page among " + lists.count(), "among " + FEW, Listed.AS_MUCH);
    }
}
