package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.pg.Database;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself refuses the service's role. */
class SchemaGuardsIT {

    private static final String EXCLUSION_VIOLATION = "23P01";
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final PenaltySuite suite = PenaltySuite.get();
    private final String shop = suite.newShop();
    private Database database;

    @BeforeEach
    void connect() {
        suite.clock.set(PenaltySuite.START);
        PenaltyServiceConfig config = PenaltySuite.config(suite.infrastructure);
        database = new Database(suite.infrastructure.vertx(), config.service().pg(), PenaltyService.SCHEMA);
    }

    @AfterEach
    void close() {
        database.close().await();
    }

    @Test
    void one_fact_is_punished_once() {
        propose("l-1");
        JsonObject second = propose("l-2").json();

        String state = refused(
                "UPDATE punished_object SET object_id = 'l-1' WHERE penalty_id = $1", Tuple.of(second.getString("id")));

        assertThat(state).isEqualTo(EXCLUSION_VIOLATION);
    }

    @Test
    void of_two_proposals_on_one_fact_at_the_same_time_one_is_made() {
        JsonObject body = proposal(shop, violation("C-02", "l-1"));

        List<Answer> answers = Stream.of(1, 2)
                .map(call ->
                        CompletableFuture.supplyAsync(() -> suite.enforcement().post("/v1/penalties", body)))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers).extracting(Answer::code).containsExactlyInAnyOrder("", "fact-already-punished");
    }

    @Test
    void points_are_append_only() {
        assertThat(refused("UPDATE point_entry SET points = 1", Tuple.tuple())).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(refused("DELETE FROM point_entry", Tuple.tuple())).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    private Answer propose(String listing) {
        Answer answer = suite.enforcement().post("/v1/penalties", proposal(shop, violation("C-02", listing)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer;
    }

    private String refused(String sql, Tuple arguments) {
        return database.inTransaction(tx -> tx.query(sql, arguments))
                .map("nothing")
                .otherwise(failure -> failure instanceof PgException pg ? pg.getSqlState() : failure.toString())
                .await();
    }
}
