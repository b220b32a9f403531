package io.redress.penalties;

import static io.redress.penalties.PenaltySuite.proposal;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Penalties that are proposed, and enter into force, at the same time: what is asked and written for them goes together. */
class PenaltiesTogetherIT {

    private static final int MANY = 16;
    private static final String TERM = "graph-risk-score";

    private final PenaltySuite suite = PenaltySuite.get();

    @BeforeEach
    void atTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    @Test
    void each_of_many_is_answered_as_if_it_were_alone() throws Exception {
        sealed();
        List<String> shops =
                IntStream.range(0, MANY).mapToObj(number -> suite.newShop()).toList();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String shop : shops) {
            calls.add(propose(proposal(shop, ranged("S-03", "l-1", 4, "volume"))));
            calls.add(propose(proposal(shop, ranged("S-03", "l-1", 4, "volume"))));
            calls.add(propose(proposal("nobody-" + shop, violation("C-02", "l-1"))));
            calls.add(propose(proposal(suite.newShop(), violation("C-02", "l-1"))
                    .put("explanation", new JsonObject().put("zh", "说明").put("en", "Found by " + TERM + "."))));
        }

        List<Answer> answers = all(calls);

        for (int i = 0; i < MANY; i++) {
            List<Answer> same = answers.subList(4 * i, 4 * i + 2);
            Answer proposed = one(same, 201);
            assertThat(proposed.etag()).isEqualTo("\"1\"");
            assertThat(proposed.json().getString("shopId")).isEqualTo("s-" + shops.get(i));
            assertThat(proposed.json().getString("status")).isEqualTo("PROPOSED");
            Answer again = one(same, 409);
            assertThat(again.code()).isEqualTo("fact-already-punished");
            assertThat(again.json().getString("penaltyId"))
                    .isEqualTo(proposed.json().getString("id"));
            assertThat(answers.get(4 * i + 2).code()).isEqualTo("unknown-shop");
            assertThat(answers.get(4 * i + 3).code()).isEqualTo("sealed-term-in-text");
            suite.awaited(proposed.json().getString("id"), "StatementIssued");
        }
        assertThat(suite.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    @Test
    void those_whose_statements_are_stored_at_once_enter_into_force_each_once() throws Exception {
        List<String> shops =
                IntStream.range(0, MANY).mapToObj(number -> suite.newShop()).toList();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (String shop : shops) {
            calls.add(propose(proposal(shop, ranged("S-01", "l-1", 10, "danger"))));
            calls.add(propose(proposal(shop, ranged("S-01", "l-2", 10, "danger"))));
        }
        List<Answer> proposed = all(calls);

        proposed.forEach(answer -> suite.store(answer.json()));

        proposed.forEach(answer -> suite.awaitStatus(answer.json().getString("id"), "IN_FORCE"));
        for (String shop : shops) {
            assertThat(suite.points(shop, "SERIOUS")).isEqualTo(20);
            assertThat(suite.measures(shop)).containsExactly("NEW_LISTING_BAN IN_FORCE");
            suite.awaited("s-" + shop + ":SERIOUS", "ThresholdReached");
            assertThat(suite.ofShop("s-" + shop, "ThresholdReached")).hasSize(1);
        }
        assertThat(transactions(proposed, "PenaltyProposed")).isLessThan(2L * MANY);
        assertThat(suite.management().get("/audit").json().getJsonArray("problems"))
                .isEmpty();
    }

    /** In how many transactions these penalties had this event. */
    private long transactions(List<Answer> proposed, String type) {
        String[] ids =
                proposed.stream().map(answer -> answer.json().getString("id")).toArray(String[]::new);
        return suite.database
                .read(tx -> tx.query(
                        "SELECT count(DISTINCT xid) FROM history WHERE event_type = $1 AND subject = ANY($2::text[])",
                        Tuple.of(type).addArrayOfString(ids)))
                .await()
                .iterator()
                .next()
                .getLong(0);
    }

    private void sealed() {
        Answer put = suite.staff("ops-1", "operator").put("/v1/sealed-terms", SealedTermsIT.terms());
        assertThat(put.status()).as(put.text()).isEqualTo(200);
    }

    private Callable<Answer> propose(JsonObject proposal) {
        return () -> suite.enforcement().post("/v1/penalties", proposal);
    }

    private static List<Answer> all(List<Callable<Answer>> calls) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(calls.size());
        List<Future<Answer>> asked = callers.invokeAll(calls);
        callers.shutdown();
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }

    private static Answer one(List<Answer> both, int status) {
        List<Answer> such =
                both.stream().filter(answer -> answer.status() == status).toList();
        assertThat(such).as(both.get(0).text() + "\n" + both.get(1).text()).hasSize(1);
        return such.get(0);
    }
}
