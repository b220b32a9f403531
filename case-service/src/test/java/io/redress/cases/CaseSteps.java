package io.redress.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** An own-motion appeal brought to a step of its life, each by the person whose step it is. */
final class CaseSteps {

    private CaseSteps() {}

    static Answer opened(CaseSuite suite, Penalty penalty) {
        return ok(suite.open(suite.staff("adv-1", "advocate"), penalty));
    }

    static Answer submitted(CaseSuite suite, Penalty penalty) {
        return ok(suite.command(
                suite.staff("adv-1", "advocate"),
                opened(suite, penalty),
                "briefs",
                CaseSuite.brief(penalty, "NOT_ENUMERATED")));
    }

    static Answer claimed(CaseSuite suite, Penalty penalty) {
        return ok(suite.command(
                suite.staff("adj-1", "adjudicator"), submitted(suite, penalty), "claim", CaseSuite.NOTHING));
    }

    static Answer answered(CaseSuite suite, Penalty penalty) {
        return ok(suite.command(
                suite.staff("enf-2", "enforcement"),
                claimed(suite, penalty),
                "answers",
                new JsonObject().put("text", CaseSuite.REASONS)));
    }

    static Answer drafted(CaseSuite suite, Penalty penalty) {
        return ok(suite.command(
                suite.staff("adj-1", "adjudicator"),
                answered(suite, penalty),
                "draft-rulings",
                CaseSuite.draft(penalty)));
    }

    /** Ruled on 1 May 2018, after the reply window. */
    static Answer ruled(CaseSuite suite, Penalty penalty) {
        Answer drafted = drafted(suite, penalty);
        suite.clock.set("2018-05-01T00:00:00+08:00");
        return ok(suite.command(
                suite.staff("adj-1", "adjudicator"),
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", CaseSuite.violations(penalty))));
    }

    /** Ruled as the penalty was imposed, on 1 May 2018: without anything to carry out it is closed with that. */
    static Answer upheld(CaseSuite suite, Penalty penalty) {
        return upheld(suite, answered(suite, penalty), penalty);
    }

    static Answer upheld(CaseSuite suite, Answer answered, Penalty penalty) {
        suite.peer.effects(penalty.id());
        return decided(suite, answered, penalty, "UPHOLD");
    }

    /** The same, with all that was asked for. */
    static Answer overturned(CaseSuite suite, Penalty penalty) {
        suite.peer.effects(penalty.id());
        return decided(suite, answered(suite, penalty), penalty, "OVERTURN");
    }

    private static Answer decided(CaseSuite suite, Answer answered, Penalty penalty, String outcome) {
        JsonArray violations = CaseSuite.violations(penalty);
        violations.getJsonObject(0).put("outcome", outcome);
        Answer drafted = ok(suite.command(
                suite.staff("adj-1", "adjudicator"),
                answered,
                "draft-rulings",
                new JsonObject().put("outcome", outcome).put("violations", violations)));
        suite.clock.set("2018-05-01T00:00:00+08:00");
        return ok(suite.command(
                suite.staff("adj-1", "adjudicator"),
                drafted,
                "rulings",
                new JsonObject()
                        .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                        .put("violations", violations)));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer;
    }
}
