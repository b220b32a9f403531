package io.redress.penalties;

import static io.redress.penalties.FiledPenalties.rule;
import static io.redress.penalties.PenaltySuite.ranged;
import static io.redress.penalties.PenaltySuite.violation;
import static io.redress.penalties.SettledPenalties.awaitFinal;
import static io.redress.penalties.SettledPenalties.inForce;
import static io.redress.penalties.SettledPenalties.proposed;
import static io.redress.penalties.SettledPenalties.windowClosed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters by clause over the penalties of a period in which no other test proposes. */
class ClauseReportIT {

    private static final String PERIOD = "?from=2018-06-10T00:00:00%2B08:00&to=2018-06-13T00:00:00%2B08:00";

    private final PenaltySuite suite = PenaltySuite.get();

    @AfterEach
    void backToTheStart() {
        suite.clock.set(PenaltySuite.START);
    }

    /**
     * Of clause S-04 in version 12: 12 points final after 14 days, 20 reduced to 8 by a ruling after 5, 20 overturned
     * after 10, and one that waits for its statement; in version 11 one that waits. Of S-91 one that was refused. One
     * of the day after the period does not count.
     */
    @Test
    void what_became_of_the_penalties_of_a_period_is_counted_by_clause_and_version() {
        String a = suite.newShop();
        String b = suite.newShop();
        String c = suite.newShop();
        JsonObject kept = inForce(proposed(a, "2018-06-10T10:00:00+08:00", fraud(12)));
        JsonObject reduced = inForce(proposed(b, "2018-06-11T10:00:00+08:00", fraud(20)));
        JsonObject overturned = inForce(proposed(c, "2018-06-11T10:00:00+08:00", fraud(20)));
        proposed(suite.newShop(), "2018-06-12T10:00:00+08:00", fraud(12));
        proposed(
                suite.newShop(),
                "2018-06-12T10:00:00+08:00",
                fraud(12).put("from", "2018-01-20T12:00:00+08:00").put("to", "2018-01-20T12:00:00+08:00"));
        refuse(proposed(suite.newShop(), "2018-06-12T11:00:00+08:00", violation("S-91", "l-1")));
        proposed(suite.newShop(), "2018-06-13T00:00:00+08:00", fraud(12));
        suite.clock.set("2018-06-16T10:00:00+08:00");
        rule(b, reduced, "PARTIAL", 8);
        awaitFinal(reduced);
        suite.clock.set("2018-06-21T10:00:00+08:00");
        rule(c, overturned, "OVERTURN", null);
        awaitFinal(overturned);
        windowClosed(a, kept, "2018-06-24T10:00:00+08:00");

        List<JsonObject> lines = report(PERIOD).getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .toList();

        assertThat(lines)
                .containsExactly(
                        line("S-04", 11, 1, 0, 0, 0, 0, 0, 0),
                        line("S-04", 12, 4, 2, 0, 1, 1, 20, 3)
                                .put("medianDaysToFinality", 10.0)
                                .put("shareReversed", 0.3333),
                        line("S-91", 12, 1, 0, 1, 0, 0, 0, 0));
    }

    private static JsonObject fraud(int points) {
        return ranged("S-04", "l-1", points, "amount");
    }

    private void refuse(JsonObject held) {
        Answer refused = suite.staff("enf-lead", "enforcement-approver")
                .with("If-Match", "\"" + held.getLong("version") + "\"")
                .post(
                        "/v1/penalties/" + held.getString("id") + "/refuse",
                        new JsonObject().put("reason", "not proven"));
        assertThat(refused.status()).as(refused.text()).isEqualTo(200);
    }

    private static JsonObject line(
            String clause,
            int version,
            int proposed,
            int inForce,
            int refused,
            int reversed,
            int reduced,
            int points,
            int isFinal) {
        return new JsonObject()
                .put("clauseId", clause)
                .put("rulebookVersion", version)
                .put("proposed", proposed)
                .put("inForce", inForce)
                .put("refused", refused)
                .put("reversed", reversed)
                .put("reduced", reduced)
                .put("points", points)
                .put("final", isFinal);
    }

    @Test
    void a_period_without_penalties_has_no_lines() {
        assertThat(report("?from=2016-06-10T00:00:00Z&to=2017-06-11T00:00:00Z").getJsonArray("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=2018-06-10T00:00:00Z&to=2018-06-10T00:00:00Z",
                "?from=2018-06-11T00:00:00Z&to=2018-06-10T00:00:00Z",
                "?from=2016-06-10T00:00:00Z&to=2017-06-11T00:00:01Z",
                "?from=2018-06-10T00:00:00Z",
                "?from=2018-06-10&to=2018-06-11"
            })
    void a_period_that_is_none_or_too_long_is_refused(String period) {
        Answer answer = suite.staff("int-1", "integrity").get("/v1/reports/penalties-by-clause" + period);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().getString("code")).isEqualTo("validation-failed");
    }

    @Test
    void merchants_and_proposers_do_not_read_it() {
        assertThat(suite.merchant("m-1")
                        .get("/v1/reports/penalties-by-clause" + PERIOD)
                        .status())
                .isEqualTo(403);
        assertThat(suite.enforcement()
                        .get("/v1/reports/penalties-by-clause" + PERIOD)
                        .status())
                .isEqualTo(403);
    }

    private JsonObject report(String period) {
        Answer answer = suite.staff("rules-1", "rule-owner").get("/v1/reports/penalties-by-clause" + period);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }
}
