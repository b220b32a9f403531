package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.app.ClearPoints;
import io.redress.penalties.app.ClearingRuns;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The run over all shops at a reset: by the clock, stopped in the middle, twice, and by two at once. The first of its suite:
 * a year that others have brought to its end would not end again.
 */
@Order(1)
class ClearPointsIT {

    private static final int FAILS_AT = 70;

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

        ClearingRuns.Run run = clearing.toTheEnd(clearing.clear(clearing.files), Instant.parse("2032-12-31T16:00:00Z"))
                .await();

        assertThat(run.done()).isTrue();
        assertThat(suite.awaited(penalty.getString("id"), "PenaltyExpired").getInteger("points"))
                .isEqualTo(4);
        assertThat(suite.penalty(penalty.getString("id")).getString("status")).isEqualTo("EXPIRED");
        assertThat(suite.points(name, "SERIOUS")).as("in April 2018").isEqualTo(4);
    }

    @Test
    void a_run_that_breaks_off_goes_on_and_ends_each_measure_once() {
        List<String> shops = clearing.punishedShops();
        Instant reset = Instant.parse("2030-12-31T16:00:00Z");
        AtomicInteger locks = new AtomicInteger();
        ClearPoints failing = clearing.clear(new StoppingFiles(clearing.files, "s-" + name + "-", locks, FAILS_AT, ""));
        ClearPoints healed = clearing.clear(clearing.files);

        assertThat(clearing.toTheEnd(failing, reset)
                        .transform(done -> Future.succeededFuture(done.failed()))
                        .await())
                .isTrue();
        long before = clearing.lifted(shops);
        ClearingRuns.Run run = clearing.toTheEnd(healed, reset).await();

        assertThat(before).as("what was done before the stop").isBetween(1L, (long) FAILS_AT);
        assertThat(run.done()).isTrue();
        assertThat(run.shops()).isGreaterThanOrEqualTo(Clearing.SHOPS);
        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
        assertThat(clearing.toTheEnd(healed, reset).await()).as("a second time").isEqualTo(run);
        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
    }

    @Test
    void two_instances_at_once_end_each_measure_once() {
        List<String> shops = clearing.punishedShops();
        Instant reset = Instant.parse("2031-12-31T16:00:00Z");

        Future.all(
                        clearing.toTheEnd(clearing.clear(clearing.files), reset),
                        clearing.toTheEnd(clearing.clear(clearing.files), reset),
                        clearing.toTheEnd(clearing.clear(clearing.files), reset))
                .await();

        assertThat(clearing.lifted(shops)).isEqualTo(Clearing.SHOPS);
        assertThat(clearing.toTheEnd(clearing.clear(clearing.files), reset)
                        .await()
                        .measures())
                .isGreaterThanOrEqualTo(Clearing.SHOPS);
    }

    @Test
    void a_rule_that_carries_over_what_expires_is_refused() {
        JsonObject rulebook = SampleRulebooks.json(12).put("version", 99);
        rulebook.getJsonObject("reset").put("rolling", "P365D");

        Answer answer = suite.staff("rules-1", "rule-owner").put("/v1/rulebooks/99", rulebook);

        assertThat(answer.code()).isEqualTo("rulebook-invalid");
    }

    private void awaitRun(String reset) {
        Awaitility.await("the run at " + reset).atMost(PenaltySuite.PATIENCE).until(() -> {
            var rows = clearing.database
                    .read(tx -> tx.query(
                            "SELECT done FROM points_clearing WHERE at = $1",
                            Tuple.of(Instant.parse(reset).atOffset(ZoneOffset.UTC))))
                    .await();
            return rows.size() == 1 && rows.iterator().next().getBoolean("done");
        });
    }
}
