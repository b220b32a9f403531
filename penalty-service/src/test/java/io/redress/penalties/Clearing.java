package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.pg.Database;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.app.ClearPoints;
import io.redress.penalties.app.ClearingAhead;
import io.redress.penalties.app.ClearingRuns;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.ShopFiles;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.transparency.RecordRestrictions;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Shops with something that a reset ends, and runs over them that a test starts and breaks off. */
final class Clearing {

    static final int SHOPS = 130;

    final PgShopFiles files = new PgShopFiles(new PgRulebooks(RulebookDocument::parse));
    final FollowPenalty follow;
    final Database database;
    private final PenaltySuite suite;
    private final String name;
    private final ClearingAhead ahead;

    Clearing(PenaltySuite suite, String name) {
        this.suite = suite;
        this.name = name;
        this.ahead = new ClearingAhead(new PgClearingRuns(), suite.clock);
        this.follow = new FollowPenalty(files, journal(files), Ids.uuidV7()::next);
        PenaltyServiceConfig config = PenaltySuite.config(suite.infrastructure);
        this.database =
                new Database(suite.infrastructure.vertx(), config.service().pg(), PenaltyService.SCHEMA);
    }

    /** Shops whose listings are removed: reported together, in force by their statements. */
    List<String> punishedShops() {
        List<String> shops = new ArrayList<>();
        JsonArray items = new JsonArray();
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

    ClearPoints clear(ShopFiles shopFiles) {
        return clear(new PgClearingRuns(), shopFiles);
    }

    ClearPoints clear(ClearingRuns runs, ShopFiles shopFiles) {
        return new ClearPoints(
                runs,
                shopFiles,
                journal(shopFiles),
                new PgRulebooks(RulebookDocument::parse),
                ahead,
                Ids.uuidV7()::next);
    }

    private ShopJournal journal(ShopFiles shopFiles) {
        return new ShopJournal(
                shopFiles,
                new PenaltyEvents(),
                new EventRecorder(PenaltyService.NAME, PenaltyService.SCHEMA, Ids.uuidV7(), MachineClock.system()),
                new RecordRestrictions(new PgFilings()),
                ahead);
    }

    /** Part after part, each a transaction of its own, as the deadline has it done. */
    Future<ClearingRuns.Run> toTheEnd(ClearPoints clear, Instant reset) {
        return database.inTransaction(tx -> clear.part(reset, context(reset), tx))
                .compose(run -> run.done() ? Future.succeededFuture(run) : toTheEnd(clear, reset));
    }

    static CommandContext context(Instant at) {
        return new CommandContext(Caller.service("test"), "req", "req", Optional.empty(), at, OptionalLong.empty());
    }

    /** Id and statement of each penalty of these shops. */
    List<String[]> penalties(List<String> shops) {
        List<String[]> known = new ArrayList<>();
        database.read(tx -> tx.query(
                        "SELECT id, statement_id FROM penalty WHERE shop_id = ANY($1::text[])",
                        Tuple.tuple().addArrayOfString(shops.toArray(String[]::new))))
                .await()
                .forEach(row -> known.add(new String[] {row.getString("id"), row.getString("statement_id")}));
        return known;
    }

    /** How many statements of these shops' penalties are known to be delivered. */
    long delivered(List<String> shops) {
        return database.read(tx -> tx.query(
                        "SELECT count(*) FROM statement s JOIN penalty p ON p.statement_id = s.id"
                                + " WHERE p.shop_id = ANY($1::text[]) AND s.delivered_at IS NOT NULL",
                        Tuple.tuple().addArrayOfString(shops.toArray(String[]::new))))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }

    /** The subjects of all events that say that a penalty of this shop has expired. */
    List<String> expired(String shopId) {
        List<String> subjects = new ArrayList<>();
        database.read(tx -> tx.query("""
                        SELECT h.subject FROM history h JOIN penalty p ON p.id = h.subject
                        WHERE h.event_type = 'PenaltyExpired' AND p.shop_id = $1""", Tuple.of(shopId)))
                .await()
                .forEach(row -> subjects.add(row.getString("subject")));
        return subjects;
    }

    /** How many events say that a removal of listings of one of these shops was lifted. */
    long lifted(List<String> shops) {
        return database.read(tx -> tx.query("""
                        SELECT count(*) FROM history h JOIN measure m ON m.id = h.subject
                        WHERE h.event_type = 'MeasureLifted' AND m.kind = 'LISTINGS_REMOVED'
                          AND m.shop_id = ANY($1::text[])""", Tuple.tuple().addArrayOfString(shops.toArray(String[]::new))))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }
}
