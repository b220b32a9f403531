package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.app.ClearPoints;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties of before a year's end that enter into force when the run at that end is over, or about to begin. */
class LateEntryIT {

    private static final Instant END_OF_2018 = Instant.parse("2018-12-31T16:00:00Z");
    private static final Instant END_OF_2019 = Instant.parse("2019-12-31T16:00:00Z");
    private static final Instant JUST_BEFORE = Instant.parse("2018-12-31T15:59:59.999Z");

    private final PenaltySuite suite = PenaltySuite.get();
    private final String name = suite.newShop();
    private final Clearing clearing = new Clearing(suite, name);
    private final ClearPoints clear = clearing.clear(clearing.files);

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
    void what_enters_into_force_behind_the_run_expires_by_itself_once() {
        JsonObject penalty = proposed(ranged("S-03", "l-1", 4, "volume"));
        suite.clock.set("2019-01-01T00:00:01+08:00");
        assertThat(clearing.toTheEnd(clear, END_OF_2018).await().done()).isTrue();

        stored(penalty, JUST_BEFORE);

        assertThat(suite.awaitStatus(penalty.getString("id"), "EXPIRED").getInteger("points"))
                .isEqualTo(4);
        assertThat(clearing.expired("s-" + name)).containsExactly(penalty.getString("id"));
        assertThat(suite.points(name, "SERIOUS")).isZero();
    }

    @Test
    void what_comes_behind_two_runs_is_brought_to_the_end_of_both() {
        JsonObject penalty = proposed(violation("C-02", "l-1"));
        suite.clock.set("2020-01-01T00:00:01+08:00");
        assertThat(clearing.toTheEnd(clear, END_OF_2018).await().done()).isTrue();
        assertThat(clearing.toTheEnd(clear, END_OF_2019).await().done()).isTrue();

        stored(penalty, JUST_BEFORE);

        suite.awaitStatus(penalty.getString("id"), "EXPIRED");
        JsonObject removal = suite.measure(name, "LISTINGS_REMOVED");
        assertThat(removal.getString("state")).isEqualTo("LIFTED");
        assertThat(removal.getString("endedAt")).as("carried over once").isEqualTo("2019-12-31T16:00:00Z");
        suite.awaited(removal.getString("measureId"), "MeasureLifted");
        assertThat(suite.ofShop("s-" + name, "MeasureLifted")).hasSize(1);
    }

    @Test
    void one_of_the_last_minute_is_looked_at_by_itself() {
        suite.clock.set("2018-12-31T23:59:30+08:00");
        JsonObject penalty = suite.inForce(
                suite.enforcement().post("/v1/penalties", proposal(name, ranged("S-03", "l-1", 4, "volume"))));
        assertThat(ownDeadlines()).isEqualTo(1);

        suite.clock.set("2019-01-01T00:00:00+08:00");

        suite.awaitStatus(penalty.getString("id"), "EXPIRED");
        assertThat(clearing.expired("s-" + name)).containsExactly(penalty.getString("id"));
    }

    @Test
    void long_before_the_end_the_run_is_enough() {
        suite.clock.set("2018-12-31T23:58:59+08:00");
        suite.inForce(suite.enforcement().post("/v1/penalties", proposal(name, ranged("S-03", "l-1", 4, "volume"))));

        assertThat(ownDeadlines()).isZero();
    }

    private JsonObject proposed(JsonObject violation) {
        Answer answer = suite.enforcement().post("/v1/penalties", proposal(name, violation));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private void stored(JsonObject penalty, Instant at) {
        clearing.database
                .inTransaction(tx -> clearing.follow.statementStored(
                        penalty.getString("id"), penalty.getString("statementId"), at, Clearing.context(at), tx))
                .await();
    }

    private long ownDeadlines() {
        return clearing.database
                .read(tx -> tx.query(
                        "SELECT count(*) FROM deadline WHERE kind = 'shop-points-cleared' AND starts_with(subject, $1)",
                        Tuple.of("s-" + name + "/")))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }
}
