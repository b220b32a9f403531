package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** Appeals that were decided before, and closed, since their rulings order nothing. */
final class EarlierCases {

    private static final CaseSuite SUITE = CaseSuite.get();

    private EarlierCases() {}

    /** An answered appeal that waits for its draft; the clock is on the day of the import. */
    static Answer answered(Penalty penalty) {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
        SUITE.peer.effects(penalty.id());
        return CaseSteps.answered(SUITE, penalty);
    }

    /** The closed case, ruled on 1 May 2018. */
    static Answer closed(Penalty penalty, String outcome, Integer points) {
        return ruled(ok(SUITE.command(
                SUITE.staff("adj-1", "adjudicator"),
                answered(penalty),
                "draft-rulings",
                draft(penalty, outcome, points))));
    }

    static Answer ruled(Answer drafted) {
        JsonObject draft = drafted.json().getJsonObject("draft");
        SUITE.clock.set("2018-05-01T00:00:00+08:00");
        Answer ruled = ok(SUITE.command(
                SUITE.staff("adj-1", "adjudicator"),
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", draft.getString("id"))
                        .put("violations", draft.getJsonArray("violations"))));
        assertThat(ruled.json().getString("status")).isEqualTo("CLOSED");
        return ruled;
    }

    static JsonObject draft(Penalty penalty, String outcome, Integer points) {
        JsonObject violation = CaseSuite.violations(penalty).getJsonObject(0).put("outcome", outcome);
        JsonObject draft = new JsonObject().put("outcome", outcome).put("violations", new JsonArray().add(violation));
        return points == null ? draft : draft.put("points", points);
    }

    static String rulingOf(Answer closed) {
        return closed.json().getJsonObject("ruling").getString("id");
    }

    static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }

    static void assertRefused(Answer answer, int status, String code, String pointer) {
        assertThat(answer.code()).as(answer.text()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }
}
