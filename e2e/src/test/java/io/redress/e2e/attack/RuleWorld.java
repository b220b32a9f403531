package io.redress.e2e.attack;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Penalties that wait for a word of their merchant, what they brought about, rules and programmes. */
final class RuleWorld extends WorldMaking {

    RuleWorld(WorldMaking of) {
        super(of.gateway, of.tokens, of.routes, of.world);
    }

    /** A closure that is held, and what merchant A said of its facts. */
    void clarification() {
        register(world.merchantA(), "s-attacked-held", SECRET_A);
        JsonObject body = example("proposePenalty").put("shopId", "s-attacked-held");
        body.getJsonArray("violations").getJsonObject(0).put("clauseId", "C-91");
        ApiClient proposer = ApiClient.of(gateway).as(tokens.good(People.PROPOSER, "enforcement", Optional.empty()));
        String held = good(proposer.post("/v1/penalties", body)).json().getString("id");
        good(merchant().post("/v1/penalties/" + held + "/clarification", example("clarifyFacts")));
        List.of("clarifyFacts", "getClarification", "answerClarification")
                .forEach(operation -> world.own("penaltyId", held, operation));
    }

    /** A penalty in its cure window, and merchant A's proof that it made good what it did. */
    void cure() {
        register(world.merchantA(), "s-attacked-cured", SECRET_A);
        JsonObject body = example("proposePenalty").put("shopId", "s-attacked-cured");
        JsonObject violation = body.getJsonArray("violations").getJsonObject(0);
        violation.put("clauseId", "G-03").remove("points");
        ApiClient proposer = ApiClient.of(gateway).as(tokens.good(People.PROPOSER, "enforcement", Optional.empty()));
        String announced = good(proposer.post("/v1/penalties", body)).json().getString("id");
        good(merchant().post("/v1/penalties/" + announced + "/proof-of-cure", example("fileProofOfCure")));
        List.of("fileProofOfCure", "getProofOfCure", "answerProofOfCure")
                .forEach(operation -> world.own("penaltyId", announced, operation));
    }

    void measure() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(as("operator")
                                .get("/v1/shops/s-attacked/measures")
                                .json()),
                        list -> !list.isEmpty())
                .forEach(measure -> world.own("measureId", measure.getString("measureId")));
    }

    /** What is said to the transparency database about a penalty that brought a measure. */
    void filing() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(as("operator")
                                .get("/v1/transparency-statements")
                                .json()),
                        list -> !list.isEmpty())
                .forEach(statement -> world.thing("puid", statement.getString("puid")));
    }

    /** One that takes shops whatever the time of the suite is. */
    void programme() {
        JsonObject body = example("createProgramme").put("closesAt", "2100-01-01T00:00:00+08:00");
        world.thing(
                "programmeId",
                good(as("rule-owner").post("/v1/programmes", body)).json().getString("id"));
    }

    /** A draft of the rules that merchants may read, and merchant A's objection to it, which others may join. */
    void rulebookDraft() {
        ApiClient owner = as("rule-owner");
        Answer opened = good(owner.post("/v1/rulebook-drafts", example("openRulebookDraft")));
        String path = "/v1/rulebook-drafts/" + opened.json().getString("id");
        good(owner.ifMatch(opened).post(path + "/notices", example("announceRulebookDraft")));
        Answer raised = good(merchant().post(path + "/objections", example("objectToRulebookDraft")));
        world.thing("rulebookDraftId", opened.json().getString("id"));
        good(owner.post(path + "/shadow-clauses", example("putClauseInShadow")));
        world.thing("clauseId", example("putClauseInShadow").getString("clauseId"));
        world.thing("objectionId", raised.json().getString("id"));
        world.thing("to", "11", "diffRulebooks");
        world.thing("from", "11", "diffRulebookDraft");
        world.thing("from", "2018-01-01T00:00:00Z", "reportPenaltiesByClause");
        world.thing("to", "2018-12-31T00:00:00Z", "reportPenaltiesByClause");
        world.thing("from", "2018-01-01T00:00:00Z", "reportConsistency");
        world.thing("to", "2019-01-01T00:00:00Z", "reportConsistency");
        world.thing("from", "2018-01-01T00:00:00Z", "reportRulingConsistency");
        world.thing("to", "2019-01-01T00:00:00Z", "reportRulingConsistency");
        world.thing("from", "2018-01-01T00:00:00Z", "reportClocks");
        world.thing("to", "2019-01-01T00:00:00Z", "reportClocks");
    }
}
