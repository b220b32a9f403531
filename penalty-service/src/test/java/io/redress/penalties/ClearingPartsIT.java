package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.app.ClearPoints;
import io.redress.penalties.app.ClearingRuns;
import io.redress.penalties.store.PgClearingRuns;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The parts of a run over all shops: what they hold, what is left of one that fails, and who is served beside them. */
class ClearingPartsIT {

    private final PenaltySuite suite = PenaltySuite.get();
    private final String name = suite.newShop();
    private final Clearing clearing = new Clearing(suite, name);

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @AfterEach
    void close() {
        suite.clock.set(PenaltySuite.START);
        clearing.database.close().await();
    }

    @Test
    void a_part_of_which_one_shop_cannot_be_written_leaves_nothing_and_is_done_as_a_whole_later() {
        List<String> shops = clearing.punishedShops();
        Instant reset = Instant.parse("2034-12-31T16:00:00Z");
        String last = shops.stream().sorted().reduce((one, other) -> other).orElseThrow();
        ClearPoints failing = clearing.clear(
                new StoppingFiles(clearing.files, "s-" + name + "-", new AtomicInteger(), Clearing.SHOPS, last));

        assertThat(clearing.toTheEnd(failing, reset)
                        .transform(done -> Future.succeededFuture(done.failed()))
                        .await())
                .isTrue();
        long before = clearing.lifted(shops);
        clearing.toTheEnd(clearing.clear(clearing.files), reset).await();

        assertThat(before)
                .as("the part of the last shop holds at least that, and at most fifty")
                .isBetween(Clearing.SHOPS - 50L, Clearing.SHOPS - 1L);
        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
    }

    @Test
    void a_part_has_fewer_shops_where_their_files_are_large() {
        List<String> shops = clearing.punishedShops();
        Instant reset = Instant.parse("2035-12-31T16:00:00Z");
        ClearPoints heavy = clearing.clear(new HeavyRuns(new PgClearingRuns(), 400), clearing.files);

        ClearingRuns.Run first = clearing.database
                .inTransaction(tx -> heavy.part(reset, Clearing.context(reset), tx))
                .await();
        ClearingRuns.Run second = clearing.database
                .inTransaction(tx -> heavy.part(reset, Clearing.context(reset), tx))
                .await();

        assertThat(first.shops()).as("400 and 400 penalties, and no third 400").isEqualTo(2);
        assertThat(second.shops()).isEqualTo(4);
        assertThat(clearing.toTheEnd(clearing.clear(clearing.files), reset)
                        .await()
                        .done())
                .isTrue();
        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
    }

    @Test
    void penalties_that_one_write_does_not_take_expire_by_several_each_once() {
        for (int number = 0; number < 25; number++) {
            Instant now = OffsetDateTime.parse(PenaltySuite.START).toInstant().plus(Duration.ofDays(number));
            suite.clock.set(now.toString());
            JsonObject violation = PenaltySuite.ranged("G-04", "l-" + number, 4, "amount")
                    .put("from", now.minus(Duration.ofHours(2)).toString())
                    .put("to", now.minus(Duration.ofHours(1)).toString());
            JsonObject penalty = suite.enforcement()
                    .post("/v1/penalties", proposal(name, violation))
                    .json();
            String statement = penalty.getString("statementId");
            clearing.database
                    .inTransaction(tx -> clearing.follow.statementStored(
                            penalty.getString("id"), statement, now, Clearing.context(now), tx))
                    .await();
            clearing.database
                    .inTransaction(tx -> clearing.follow.statementDelivered(
                            penalty.getString("id"), statement, now, Clearing.context(now), tx))
                    .await();
        }
        Awaitility.await("nothing runs for days any more")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> suite.measures(name).stream().allMatch(measure -> measure.endsWith(" SERVED")));

        clearing.toTheEnd(clearing.clear(clearing.files), Instant.parse("2036-12-31T16:00:00Z"))
                .await();

        assertThat(clearing.expired("s-" + name)).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void commands_on_the_penalties_of_a_part_go_on_beside_it() {
        List<String> shops = clearing.punishedShops();
        Instant reset = Instant.parse("2037-12-31T16:00:00Z");
        List<String[]> penalties = clearing.penalties(shops);

        Future<ClearingRuns.Run> run = clearing.toTheEnd(clearing.clear(clearing.files), reset);
        for (String[] known : penalties) {
            clearing.database
                    .inTransaction(tx -> clearing.follow.statementDelivered(
                            known[0], known[1], suite.clock.now(), Clearing.context(suite.clock.now()), tx))
                    .await();
        }
        run.await();

        assertThat(penalties).hasSize(Clearing.SHOPS);
        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
        assertThat(clearing.delivered(shops)).isEqualTo(Clearing.SHOPS);
    }
}
