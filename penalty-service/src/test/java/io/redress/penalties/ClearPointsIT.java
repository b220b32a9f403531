package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.messaging.Recorded;
import io.redress.kit.pg.Database;
import io.redress.kit.pg.Tx;
import io.redress.kit.pg.Write;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.app.ClearPoints;
import io.redress.penalties.app.ClearingRuns;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.HeldShop;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.domain.shop.ShopChange;
import io.redress.penalties.messaging.PenaltyEvents;
import io.redress.penalties.store.PgClearingRuns;
import io.redress.penalties.store.PgFilings;
import io.redress.penalties.store.PgRulebooks;
import io.redress.penalties.store.PgShopFiles;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The run over all shops at a reset: by the clock, stopped in the middle, twice, and by two at once. */
class ClearPointsIT {

    private static final int SHOPS = 130;
    private static final int FAILS_AT = 70;

    private final PenaltySuite suite = PenaltySuite.get();
    private final String name = suite.newShop();
    private final PgShopFiles files = new PgShopFiles(new PgRulebooks(RulebookDocument::parse));
    private final ShopJournal journal = new ShopJournal(
            files,
            new PenaltyEvents(),
            new EventRecorder(PenaltyService.NAME, PenaltyService.SCHEMA, Ids.uuidV7(), MachineClock.system()),
            new RecordRestrictions(new PgFilings()));
    private Database database;

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
        PenaltyServiceConfig config = PenaltySuite.config(suite.infrastructure);
        database = new Database(suite.infrastructure.vertx(), config.service().pg(), PenaltyService.SCHEMA);
    }

    @AfterEach
    void close() {
        suite.clock.set(PenaltySuite.START);
        database.close().await();
    }

    @Test
    void the_clock_ends_what_a_reset_leaves_unjustified_and_the_marketplace_is_told() {
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(name, violation("C-02", "l-1"))));
        JsonObject removal = suite.measure(name, "LISTINGS_REMOVED");

        suite.clock.set("2019-01-01T00:00:00+08:00");
        awaitRun("2018-12-31T16:00:00Z");
        assertThat(suite.measures(name)).contains("LISTINGS_REMOVED IN_FORCE");

        suite.clock.set("2019-12-31T23:59:59.999+08:00");
        assertThat(suite.points(name, "COUNTERFEIT")).isEqualTo(24);
        suite.clock.set("2020-01-03T12:00:00+08:00");
        awaitRun("2019-12-31T16:00:00Z");

        assertThat(suite.points(name, "COUNTERFEIT")).isZero();
        JsonObject lifted = suite.awaited(removal.getString("measureId"), "MeasureLifted");
        assertThat(lifted.getString("shopId")).isEqualTo("s-" + name);
        assertThat(lifted.getJsonObject("target").getJsonArray("measures").stream()
                        .map(JsonObject.class::cast)
                        .map(measure -> measure.getString("kind")))
                .doesNotContain("LISTINGS_REMOVED");
        assertThat(suite.measure(name, "LISTINGS_REMOVED").getString("endedAt")).isEqualTo("2019-12-31T16:00:00Z");
    }

    @Test
    void a_penalty_without_measures_expires_with_its_last_points() {
        JsonObject penalty = suite.inForce(suite.enforcement()
                .post("/v1/penalties", proposal(name, PenaltySuite.ranged("S-03", "l-1", 4, "volume"))));

        ClearingRuns.Run run =
                toTheEnd(clear(files), Instant.parse("2032-12-31T16:00:00Z")).await();

        assertThat(run.done()).isTrue();
        assertThat(suite.awaited(penalty.getString("id"), "PenaltyExpired").getInteger("points"))
                .isEqualTo(4);
        assertThat(suite.penalty(penalty.getString("id")).getString("status")).isEqualTo("EXPIRED");
        assertThat(suite.points(name, "SERIOUS")).as("in April 2018").isEqualTo(4);
    }

    @Test
    void a_run_that_breaks_off_goes_on_and_ends_each_measure_once() {
        List<String> shops = punishedShops();
        Instant reset = Instant.parse("2030-12-31T16:00:00Z");
        AtomicInteger locks = new AtomicInteger();
        ClearPoints failing = clear(new Stopping(files, "s-" + name + "-", locks, FAILS_AT));
        ClearPoints healed = clear(files);

        assertThat(toTheEnd(failing, reset)
                        .transform(done -> Future.succeededFuture(done.failed()))
                        .await())
                .isTrue();
        long before = lifted(shops);
        ClearingRuns.Run run = toTheEnd(healed, reset).await();

        assertThat(before).as("what was done before the stop").isBetween(1L, (long) FAILS_AT);
        assertThat(run.done()).isTrue();
        assertThat(run.shops()).isGreaterThanOrEqualTo(SHOPS);
        assertThat(lifted(shops)).isEqualTo(SHOPS);
        assertThat(toTheEnd(healed, reset).await()).as("a second time").isEqualTo(run);
        assertThat(lifted(shops)).isEqualTo(SHOPS);
    }

    @Test
    void two_instances_at_once_end_each_measure_once() {
        List<String> shops = punishedShops();
        Instant reset = Instant.parse("2031-12-31T16:00:00Z");

        Future.all(toTheEnd(clear(files), reset), toTheEnd(clear(files), reset), toTheEnd(clear(files), reset))
                .await();

        assertThat(lifted(shops)).isEqualTo(SHOPS);
        assertThat(toTheEnd(clear(files), reset).await().measures()).isGreaterThanOrEqualTo(SHOPS);
    }

    @Test
    void a_rule_that_carries_over_what_expires_is_refused() {
        JsonObject rulebook = SampleRulebooks.json(12).put("version", 99);
        rulebook.getJsonObject("reset").put("rolling", "P365D");

        Answer answer = suite.staff("rules-1", "rule-owner").put("/v1/rulebooks/99", rulebook);

        assertThat(answer.code()).isEqualTo("rulebook-invalid");
    }

    /** Shops whose listings are removed: reported together, in force by their statements. */
    private List<String> punishedShops() {
        List<String> shops = new ArrayList<>();
        JsonArray items = new JsonArray();
        FollowPenalty follow = new FollowPenalty(files, journal, Ids.uuidV7()::next);
        ApiClient detector = suite.staff("detector-of-" + name, "machine");
        for (int i = 0; i < SHOPS; i++) {
            String shopId = "s-" + name + "-" + i;
            shops.add(shopId);
            Answer registered = suite.machine()
                    .put(
                            "/v1/shops/" + shopId,
                            new JsonObject().put("merchantId", "m-" + name).put("openedAt", "2016-01-01T00:00:00Z"));
            assertThat(registered.status()).isEqualTo(200);
            items.add(new JsonObject()
                    .put("sourceId", shopId)
                    .put("shopId", shopId)
                    .put("explanation", new JsonObject().put("zh", "说明").put("en", "An explanation."))
                    .put("automation", new JsonObject().put("detection", true).put("decision", false))
                    .put("territory", "CN")
                    .put("violation", violation("C-02", "l-1"))
                    .put(
                            "detectionRecord",
                            new JsonObject().put("summary", "found").put("signals", new JsonArray())));
            if (items.size() == 100 || i == SHOPS - 1) {
                Answer reported = detector.post("/v1/violations", new JsonObject().put("items", items));
                assertThat(reported.status()).as(reported.text()).isEqualTo(200);
                reported.json().getJsonArray("items").stream()
                        .map(JsonObject.class::cast)
                        .map(result -> suite.penalty(result.getString("penaltyId")))
                        .forEach(penalty -> database.inTransaction(tx -> follow.statementStored(
                                        penalty.getString("id"),
                                        penalty.getString("statementId"),
                                        suite.clock.now(),
                                        context(suite.clock.now()),
                                        tx))
                                .await());
                items = new JsonArray();
            }
        }
        return shops;
    }

    private ClearPoints clear(ShopFiles shopFiles) {
        return new ClearPoints(
                new PgClearingRuns(), shopFiles, journal, new PgRulebooks(RulebookDocument::parse), Ids.uuidV7()::next);
    }

    /** Part after part, each a transaction of its own, as the deadline has it done. */
    private Future<ClearingRuns.Run> toTheEnd(ClearPoints clear, Instant reset) {
        return database.inTransaction(tx -> clear.part(reset, context(reset), tx))
                .compose(run -> run.done() ? Future.succeededFuture(run) : toTheEnd(clear, reset));
    }

    private static CommandContext context(Instant at) {
        return new CommandContext(Caller.service("test"), "req", "req", Optional.empty(), at, OptionalLong.empty());
    }

    /** How many events say that a removal of listings of one of these shops was lifted. */
    private long lifted(List<String> shops) {
        return database.read(tx -> tx.query("""
                        SELECT count(*) FROM history h JOIN measure m ON m.id = h.subject
                        WHERE h.event_type = 'MeasureLifted' AND m.kind = 'LISTINGS_REMOVED'
                          AND m.shop_id = ANY($1::text[])""", Tuple.tuple().addArrayOfString(shops.toArray(String[]::new))))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }

    /** It goes over the shops of every test in this JVM, and those before it go first. */
    private void awaitRun(String reset) {
        Awaitility.await("the run at " + reset)
                .atMost(PenaltySuite.PATIENCE.multipliedBy(4))
                .until(() -> {
                    var rows = database.read(tx -> tx.query(
                                    "SELECT done FROM points_clearing WHERE at = $1",
                                    Tuple.of(Instant.parse(reset).atOffset(ZoneOffset.UTC))))
                            .await();
                    return rows.size() == 1 && rows.iterator().next().getBoolean("done");
                });
    }

    /** Files of which those whose ids begin like this cannot be locked any more after so many. */
    private record Stopping(ShopFiles files, String ids, AtomicInteger locks, int most) implements ShopFiles {

        @Override
        public Future<Optional<HeldShop>> lockShop(Tx tx, String shopId) {
            return shopId.startsWith(ids) && locks.incrementAndGet() > most
                    ? Future.failedFuture(new IllegalStateException("stopped"))
                    : files.lockShop(tx, shopId);
        }

        @Override
        public Future<Optional<HeldShop>> lockPoints(Tx tx, String shopId) {
            return files.lockPoints(tx, shopId);
        }

        @Override
        public Future<Optional<HeldShop>> lockPenalty(Tx tx, String penaltyId) {
            return files.lockPenalty(tx, penaltyId);
        }

        @Override
        public Future<Optional<HeldShop>> lockMeasure(Tx tx, String measureId) {
            return files.lockMeasure(tx, measureId);
        }

        @Override
        public Future<Optional<HeldShop>> readShop(Tx tx, String shopId) {
            return files.readShop(tx, shopId);
        }

        @Override
        public Future<List<HeldShop>> readShopsOf(Tx tx, String merchantId, String behind, int limit) {
            return files.readShopsOf(tx, merchantId, behind, limit);
        }

        @Override
        public Future<Optional<HeldShop>> readPenalty(Tx tx, String penaltyId) {
            return files.readPenalty(tx, penaltyId);
        }

        @Override
        public Future<Optional<HeldShop>> readMeasure(Tx tx, String measureId) {
            return files.readMeasure(tx, measureId);
        }

        @Override
        public Write save(HeldShop before, ShopChange change, Map<String, Recorded> recorded) {
            return files.save(before, change, recorded);
        }
    }
}
