package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.boot.Ids;
import io.redress.kit.boot.MachineClock;
import io.redress.kit.command.Caller;
import io.redress.kit.command.CommandContext;
import io.redress.kit.messaging.EventRecorder;
import io.redress.kit.pg.Database;
import io.redress.penalties.api.RulebookDocument;
import io.redress.penalties.app.ClearingAhead;
import io.redress.penalties.app.FollowPenalty;
import io.redress.penalties.app.ShopJournal;
import io.redress.penalties.app.transparency.RecordRestrictions;
import io.redress.penalties.messaging.PenaltyEvents;
import io.redress.penalties.store.PgClearingRuns;
import io.redress.penalties.store.PgFilings;
import io.redress.penalties.store.PgRulebooks;
import io.redress.penalties.store.PgShopFiles;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Two transactions book points of one shop at the same time. */
class ConcurrentBookingIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private Database database;
    private FollowPenalty penalties;

    @BeforeEach
    void aSecondInstanceOfTheUseCase() {
        suite.clock.set(PenaltySuite.START);
        PenaltyServiceConfig config = PenaltySuite.config(suite.infrastructure);
        database = new Database(suite.infrastructure.vertx(), config.service().pg(), PenaltyService.SCHEMA);
        PgShopFiles files = new PgShopFiles(new PgRulebooks(RulebookDocument::parse));
        EventRecorder recorder =
                new EventRecorder(PenaltyService.NAME, PenaltyService.SCHEMA, Ids.uuidV7(), MachineClock.system());
        Ids ids = Ids.uuidV7();
        RecordRestrictions restrictions = new RecordRestrictions(new PgFilings());
        ClearingAhead ahead = new ClearingAhead(new PgClearingRuns(), suite.clock);
        penalties = new FollowPenalty(
                files, new ShopJournal(files, new PenaltyEvents(), recorder, restrictions, ahead), ids::next);
    }

    @AfterEach
    void close() {
        database.close().await();
    }

    @RepeatedTest(5)
    void two_penalties_of_ten_points_fire_the_threshold_of_twelve_exactly_once() {
        JsonObject first = proposed("l-1");
        JsonObject second = proposed("l-2");

        Future.all(store(first), store(second)).await();

        assertThat(suite.points(shop, "SERIOUS")).isEqualTo(20);
        assertThat(suite.measures(shop)).containsExactly("NEW_LISTING_BAN IN_FORCE");
        suite.awaited(first.getString("id"), "PenaltyInForce");
        suite.awaited(second.getString("id"), "PenaltyInForce");
        suite.awaited("s-" + shop + ":SERIOUS", "ThresholdReached");
        assertThat(suite.ofShop("s-" + shop, "ThresholdReached")).hasSize(1);
    }

    @Test
    void one_statement_stored_twice_at_the_same_time_books_once() {
        JsonObject penalty = proposed("l-1");

        Future.all(store(penalty), store(penalty)).await();

        assertThat(suite.points(shop, "SERIOUS")).isEqualTo(10);
        assertThat(suite.get("/v1/shops/s-" + shop + "/points").getJsonArray("items"))
                .hasSize(1);
    }

    private JsonObject proposed(String listing) {
        Answer answer =
                suite.enforcement().post("/v1/penalties", proposal(shop, ranged("S-01", listing, 10, "danger")));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private Future<Void> store(JsonObject penalty) {
        CommandContext context = new CommandContext(
                Caller.service("test"), "req", "req", Optional.empty(), suite.clock.now(), OptionalLong.empty());
        return database.inTransaction(tx -> penalties.statementStored(
                penalty.getString("id"), penalty.getString("statementId"), suite.clock.now(), context, tx));
    }
}
