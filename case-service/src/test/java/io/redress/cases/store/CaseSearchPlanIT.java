package io.redress.cases.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.app.CaseSight.Viewer;
import io.redress.cases.app.queue.QueueWork;
import io.redress.cases.app.queue.QueueWork.Show;
import io.redress.cases.app.search.CaseFilter;
import io.redress.cases.app.search.CasePosition;
import io.redress.cases.app.search.StaffFilter;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.CaseStatus;
import io.redress.kit.boot.ServiceConfig;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.config.Env;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Migrations;
import io.redress.kit.pg.PgConfig;
import io.redress.kit.pg.Tx;
import io.redress.testkit.TestInfrastructure;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * How many rows Postgres touches for a page among 40,000 cases, of which one in twenty is open: as many as the page needs,
 * first page or deep one, also by the plan that a statement gets which is sent again and again. What is inserted for it is
 * never committed.
 */
class CaseSearchPlanIT {

    private static final int PAGE = 51;
    /** A head of the page for each status, and what hangs on its rows. */
    private static final long MOST_ROWS = 12 * PAGE + 4 * PAGE;

    /** Postgres plans for the arguments so often before it looks whether a plan for any is as good. */
    private static final int LOOKED_AT = 5;

    private static final Instant NOW = Instant.parse("2018-06-01T00:00:00Z");

    private static final String CASES = """
            INSERT INTO case_file (case_id, kind, merchant_id, shop_id, language, status, opened_by, own_motion, opened_at,
                advocate_id, adjudicator_id, respondent_department, counted, ended_by, ended_at, version, event_sequence,
                chain_head)
            SELECT 'cas_plan' || lpad(i::text, 8, '0'), CASE WHEN i % 500 = 7 THEN 'SHOP_TRANSFER' ELSE 'COMPENSATION' END,
                   'm-plan-' || i % 1000, 's-plan-' || i % 2000, 'zh', CASE WHEN i % 20 = 0 THEN 'SUBMITTED' ELSE 'CLOSED' END,
                   'm', false, '2010-01-01T00:00:00Z'::timestamptz + i * interval '1 hour', 'adv-plan-' || i % 50,
                   'adj-plan-' || i % 40, CASE WHEN i % 3 = 0 THEN 'plan-few' ELSE 'plan-most' END, false,
                   CASE WHEN i % 20 <> 0 THEN 'x' END, CASE WHEN i % 20 <> 0 THEN '2018-01-01T00:00:00Z'::timestamptz END,
                   1, 0, decode(repeat('00', 32), 'hex')
            FROM generate_series(1, 40000) AS i""";

    private static final String TAGS = """
            INSERT INTO case_tag (case_id, tag, by, at)
            SELECT case_id, tag, 'x', opened_at FROM case_file, (VALUES ('plan-rare', 400), ('plan-often', 2)) AS t (tag, one_in)
            WHERE case_id LIKE 'cas\\_plan%' AND substr(case_id, 9)::int % one_in = 1""";

    private static final String CLAUSES = """
            INSERT INTO case_clause (clause_id, case_id) SELECT 'P-' || tag, case_id FROM case_tag WHERE tag LIKE 'plan-%'""";

    private static final String DUE = """
            INSERT INTO case_clocks (case_id, version, event_sequence, chain_head, due_at)
            SELECT case_id, 1, 0, chain_head, opened_at + interval '8 years' FROM case_file
            WHERE case_id LIKE 'cas\\_plan%' AND status = 'SUBMITTED'""";

    private static final String QUEUED = """
            INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, routed_under)
            SELECT case_id, CASE WHEN respondent_department = 'plan-few' THEN 'plan-queue' ELSE 'plan-other' END, 'ADJUDICATION', 3,
                   opened_at, opened_at, 0
            FROM case_file WHERE case_id LIKE 'cas\\_plan%' AND status = 'SUBMITTED'""";

    /** A quarter of the cases that have ended lie in a restricted queue, and stay hidden. */
    private static final String HIDDEN = """
            INSERT INTO queue_item (case_id, queue_id, phase, priority, entered_at, due_at, routed_under)
            SELECT case_id, 'plan-hidden', 'ENDED', 3, opened_at, opened_at, 0
            FROM case_file WHERE case_id LIKE 'cas\\_plan%' AND status = 'CLOSED' AND substr(case_id, 9)::int % 4 = 1""";

    private static final String VERSION = "INSERT INTO routing (version, default_queue, default_priority)"
            + " SELECT max(version) + 1, 'plan-other', 3 FROM routing";

    private static final String QUEUES = """
            INSERT INTO work_queue (version, queue_id, position, name_zh, name_en, restricted, lease_seconds)
            SELECT r.version, q.id, q.position, 'x', 'x', q.id = 'plan-hidden', 1800 FROM (SELECT max(version) AS version FROM routing) r,
                unnest(ARRAY['plan-queue', 'plan-other', 'plan-hidden']) WITH ORDINALITY AS q (id, position)""";

    private final Database database = database();

    /** Thrown so that nothing stays. */
    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Asked(String name, CaseFilter filter, Optional<CasePosition> after) {

        /** By somebody from whom the restricted queue hides its cases. */
        Asked byOneOutside() {
            Viewer viewer = new Viewer("emp-plan", Set.of("adjudicator"));
            CaseFilter seen = new CaseFilter(
                    filter.merchantId(), filter.penaltyId(), filter.statuses(), filter.staff(), Optional.of(viewer));
            return new Asked(name + ", by one outside", seen, after);
        }
    }

    @Test
    void a_page_costs_what_a_page_costs_whatever_is_asked_by_and_however_deep_it_is() {
        List<String> findings = new ArrayList<>();
        database.<Void>inTransaction(tx -> filled(tx).compose(done -> {
                    Future<Void> each = Future.succeededFuture();
                    for (Asked asked : questions()) {
                        each = each.compose(before -> touched(tx, asked).map(rows -> {
                            findings.add(asked.name() + ": " + rows);
                            assertThat(rows)
                                    .as(asked.name())
                                    .isBetween(1L, asked.filter().viewer().isPresent() ? 3 * MOST_ROWS : MOST_ROWS);
                            return null;
                        }));
                    }
                    return each.compose(before -> Future.failedFuture(new Enough()));
                }))
                .recover(failure -> failure instanceof Enough ? Future.succeededFuture() : Future.failedFuture(failure))
                .await();

        assertThat(findings).hasSize(questions().size());
    }

    /** To plan such a statement takes longer than to run it. What begins with an id is looked for by hand, and seldom. */
    @Test
    void what_is_asked_again_and_again_is_planned_anew_no_more() {
        List<Asked> often = questions().stream()
                .filter(asked -> asked.filter().staff().idPrefix().isEmpty())
                .toList();
        Map<String, Long> plans = new LinkedHashMap<>();
        database.<Void>inTransaction(tx -> filled(tx)
                        .compose(done -> tx.query("SET LOCAL plan_cache_mode = auto", Tuple.tuple()))
                        .compose(done -> {
                            Future<Void> each = Future.succeededFuture();
                            for (Asked asked : often) {
                                each = each.compose(before -> plannedAnew(tx, asked))
                                        .map(times -> note(plans, asked.name(), times));
                            }
                            for (Show show : Show.values()) {
                                each = each.compose(before -> plannedAnew(tx, show))
                                        .map(times -> note(plans, "a queue, " + show, times));
                            }
                            return each.compose(before -> Future.failedFuture(new Enough()));
                        }))
                .recover(failure -> failure instanceof Enough ? Future.succeededFuture() : Future.failedFuture(failure))
                .await();

        assertThat(plans).hasSize(often.size() + Show.values().length);
        assertThat(plans).allSatisfy((name, times) -> assertThat(times).as(name).isLessThanOrEqualTo(LOOKED_AT));
    }

    private static Void note(Map<String, Long> plans, String name, long times) {
        plans.put(name, times);
        return null;
    }

    /** How many executions had a plan of their own. */
    private static Future<Long> plannedAnew(Tx tx, Asked asked) {
        CommandContext context = new CommandContext(
                Caller.service("case-service"), "plan", "plan", Optional.empty(), NOW, OptionalLong.empty());
        return often(() -> new PgCaseSearch()
                        .find(tx, asked.filter(), PAGE - 1, asked.after(), context)
                        .mapEmpty())
                .compose(done -> customPlans(
                        tx,
                        CaseSearchSql.of(asked.filter(), PAGE, asked.after(), NOW)
                                .text()));
    }

    private static Future<Long> plannedAnew(Tx tx, Show show) {
        QueueWork.Asked asked =
                new QueueWork.Asked("plan-queue", show, "emp-plan", NOW, PAGE - 1, QueueWork.Place.FIRST);
        return often(() -> new PgQueueWork().items(tx, asked).mapEmpty())
                .compose(done -> customPlans(tx, PgQueueWork.text(asked)));
    }

    private static Future<Void> often(Supplier<Future<Void>> execution) {
        Future<Void> executed = Future.succeededFuture();
        for (int i = 0; i < 2 * LOOKED_AT; i++) {
            executed = executed.compose(before -> execution.get());
        }
        return executed;
    }

    private static Future<Long> customPlans(Tx tx, String statement) {
        return tx.query("SELECT custom_plans FROM pg_prepared_statements WHERE statement = $1", Tuple.of(statement))
                .map(rows -> rows.iterator().next().getLong("custom_plans"));
    }

    private static List<Asked> questions() {
        return asked().flatMap(one -> Stream.of(one, one.byOneOutside())).toList();
    }

    private static Stream<Asked> asked() {
        StaffFilter none = StaffFilter.NONE;
        Optional<CasePosition> deep = Optional.of(new CasePosition(Optional.empty(), "cas_plan00030000"));
        Optional<CasePosition> deepOpened =
                Optional.of(new CasePosition(Optional.of(Instant.parse("2013-06-01T00:00:00Z")), "cas_plan00029928"));
        Optional<CasePosition> deepDue =
                Optional.of(new CasePosition(Optional.of(Instant.parse("2020-01-01T00:00:00Z")), "cas_plan00029928"));
        CaseFilter open = filter(Optional.empty(), true, none);
        CaseFilter due = filter(Optional.empty(), false, staff("due"));
        CaseFilter within = filter(Optional.empty(), false, staff("opened"));
        return Stream.of(
                new Asked("all", filter(Optional.empty(), false, none), Optional.empty()),
                new Asked("all, deep", filter(Optional.empty(), false, none), deep),
                new Asked("open", open, Optional.empty()),
                new Asked("open, deep", open, deep),
                new Asked(
                        "of a department, open", filter(Optional.empty(), true, staff("department")), Optional.empty()),
                new Asked("of a department, open, deep", filter(Optional.empty(), true, staff("department")), deep),
                new Asked("of a department", filter(Optional.empty(), false, staff("department")), deep),
                new Asked("of an advocate, open", filter(Optional.empty(), true, staff("advocate")), Optional.empty()),
                new Asked("of an adjudicator", filter(Optional.empty(), false, staff("adjudicator")), deep),
                new Asked("of a kind", filter(Optional.empty(), false, staff("kind")), Optional.empty()),
                new Asked("of a merchant", filter(Optional.of("m-plan-20"), false, none), Optional.empty()),
                new Asked("with a rare tag", filter(Optional.empty(), false, staff("rare")), Optional.empty()),
                new Asked("with a tag that many have", filter(Optional.empty(), false, staff("often")), deep),
                new Asked("with a rare clause", filter(Optional.empty(), false, staff("clause")), Optional.empty()),
                new Asked("in a queue", filter(Optional.empty(), false, staff("queue")), Optional.empty()),
                new Asked("in a queue, deep", filter(Optional.empty(), false, staff("queue")), deep),
                new Asked("opened within", within, Optional.empty()),
                new Asked("opened within, deep", within, deepOpened),
                new Asked("by due date", due, Optional.empty()),
                new Asked("by due date, deep", due, deepDue),
                new Asked("past due", filter(Optional.empty(), false, staff("past")), Optional.empty()),
                new Asked(
                        "by the id of a merchant",
                        filter(Optional.empty(), false, staff("m-plan-777")),
                        Optional.empty()),
                new Asked(
                        "by the id of a case",
                        filter(Optional.empty(), true, staff("cas_plan00030020")),
                        Optional.empty()));
    }

    private static CaseFilter filter(Optional<String> merchant, boolean open, StaffFilter staff) {
        return CaseFilter.asked(merchant, Optional.empty(), Optional.<CaseStatus>empty(), open, staff);
    }

    private static StaffFilter staff(String by) {
        boolean known = List.of(
                        "due",
                        "opened",
                        "department",
                        "advocate",
                        "adjudicator",
                        "kind",
                        "rare",
                        "often",
                        "clause",
                        "queue",
                        "past")
                .contains(by);
        return new StaffFilter(
                by.equals("kind") ? Optional.of(CaseKind.SHOP_TRANSFER) : Optional.empty(),
                by.equals("rare") || by.equals("often") ? Optional.of("plan-" + by) : Optional.empty(),
                by.equals("advocate") ? Optional.of("adv-plan-20") : Optional.empty(),
                by.equals("adjudicator") ? Optional.of("adj-plan-20") : Optional.empty(),
                by.equals("department") ? Optional.of("plan-most") : Optional.empty(),
                by.equals("clause") ? Optional.of("P-plan-rare") : Optional.empty(),
                by.equals("queue") ? Optional.of("plan-queue") : Optional.empty(),
                by.equals("opened") ? Optional.of(Instant.parse("2013-01-01T00:00:00Z")) : Optional.empty(),
                by.equals("opened") ? Optional.of(Instant.parse("2014-01-01T00:00:00Z")) : Optional.empty(),
                by.equals("past"),
                known ? Optional.empty() : Optional.of(by),
                by.equals("due"));
    }

    private static Future<Void> filled(Tx tx) {
        Future<Void> filled = Future.succeededFuture();
        for (String sql : List.of(
                CASES,
                TAGS,
                CLAUSES,
                DUE,
                QUEUED,
                HIDDEN,
                VERSION,
                QUEUES,
                "INSERT INTO merchant_view (merchant_id, name, language) SELECT 'm-plan-' || i, 'x', 'zh' FROM generate_series(0, 999) AS i",
                "INSERT INTO shop_view (shop_id, merchant_id) SELECT 's-plan-' || i, 'm-plan-' || i % 1000 FROM generate_series(0, 1999) AS i",
                "ANALYZE case_file",
                "ANALYZE queue_item",
                "ANALYZE case_tag",
                "ANALYZE case_clause",
                "ANALYZE case_clocks",
                "ANALYZE merchant_view",
                "ANALYZE shop_view",
                "SET LOCAL plan_cache_mode = force_generic_plan")) {
            filled = filled.compose(before -> tx.query(sql, Tuple.tuple()).mapEmpty());
        }
        return filled;
    }

    /** Rows read by scans, by the plan that does not know the arguments. */
    private static Future<Long> touched(Tx tx, Asked asked) {
        CaseSearchSql statement = CaseSearchSql.of(asked.filter(), PAGE, asked.after(), NOW);
        String name = "page_" + Math.abs(asked.name().hashCode());
        Tuple arguments = statement.arguments();
        String values = IntStream.range(0, arguments.size())
                .mapToObj(i -> literal(arguments.getValue(i)))
                .collect(Collectors.joining(", "));
        return tx.query("PREPARE " + name + " AS " + statement.text(), Tuple.tuple())
                .compose(prepared -> tx.query(
                        "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) EXECUTE " + name
                                + (values.isEmpty() ? "" : " (" + values + ")"),
                        Tuple.tuple()))
                .map(rows -> {
                    JsonArray plan = (JsonArray) rows.iterator().next().getValue(0);
                    return rows(plan.getJsonObject(0).getJsonObject("Plan"));
                });
    }

    private static String literal(Object value) {
        if (value instanceof String[] texts) {
            return "ARRAY[" + Arrays.stream(texts).map(text -> "'" + text + "'").collect(Collectors.joining(",")) + "]";
        }
        return value instanceof String || value instanceof OffsetDateTime ? "'" + value + "'" : value.toString();
    }

    private static long rows(JsonObject node) {
        long below = node.getJsonArray("Plans", new JsonArray()).stream()
                .mapToLong(child -> rows((JsonObject) child))
                .sum();
        if (!node.getString("Node Type").endsWith("Scan")
                || node.getString("Node Type").equals("Function Scan")) {
            return below;
        }
        double read = node.getDouble("Actual Rows", 0.0)
                + node.getDouble("Rows Removed by Filter", 0.0)
                + node.getDouble("Rows Removed by Index Recheck", 0.0);
        return below + Math.round(read * node.getDouble("Actual Loops", 1.0));
    }

    /** As the owner of the tables, who may analyse them. */
    private static Database database() {
        TestInfrastructure infrastructure = TestInfrastructure.get();
        PgConfig app = ServiceConfig.from(new Env(infrastructure.environment("case-service", "cases")), 8081)
                .pg();
        Migrations.run(app, "cases");
        PgConfig owner = new PgConfig(
                app.url(),
                app.ownerUser(),
                app.ownerPassword(),
                app.ownerUser(),
                app.ownerPassword(),
                1,
                4,
                app.acquireTimeoutMillis(),
                60_000,
                app.lockTimeoutMillis());
        return new Database(infrastructure.vertx(), owner, "cases");
    }
}
