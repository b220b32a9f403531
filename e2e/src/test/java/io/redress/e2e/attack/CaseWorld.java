package io.redress.e2e.attack;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Appeals of merchant A: one that is argued about, one that has ended, one in which relief was asked for. */
final class CaseWorld extends WorldMaking {

    CaseWorld(WorldMaking of) {
        super(of.gateway, of.tokens, of.routes, of.world);
    }

    /** The appeal goes as far as a draft; both sides may still reply. */
    void penaltyUnderAppeal(String penaltyId) {
        world.own("penaltyId", penaltyId);
        String violationId = violation(penaltyId);
        world.own("violationId", violationId);
        String caseId = argued(penaltyId, violationId);
        world.own("caseId", caseId);
        move("adjudicator", caseId, "/draft-rulings", ruling("issueDraftRuling", violationId));
        world.own("draftId", draftId(caseId));
        world.own("effectId", effectId(caseId));
        evidence(caseId);
        message(caseId);
    }

    /** A file of merchant A's, filed, so that everybody who has to do with the case may read it. */
    private void evidence(String caseId) {
        world.thing("fileName", "receipt.txt");
        String path = "/v1/cases/" + caseId + "/evidence";
        Answer added = good(merchant()
                .with("Content-Type", "text/plain")
                .with("Idempotency-Key", "evidence-of-" + caseId)
                .send("POST", path + "?fileName=receipt.txt", Optional.of("A receipt of " + SECRET_A + ".")));
        String evidenceId = added.json().getString("id");
        good(merchant().ifMatch(added).post(path + "/" + evidenceId + "/filing", new JsonObject()));
        world.own("evidenceId", evidenceId);
    }

    /** What merchant A wrote to the case's advocate. */
    private void message(String caseId) {
        Answer sent = good(merchant()
                .post("/v1/cases/" + caseId + "/messages", new JsonObject().put("text", "About " + SECRET_A + ".")));
        world.own("messageId", sent.json().getString("id"), "fileMessage");
    }

    /** An appeal that ended with money back. */
    String claim(String penaltyId) {
        world.markA(penaltyId);
        String violationId = violation(penaltyId);
        String caseId = argued(penaltyId, violationId);
        world.markA(caseId);
        // the other case of merchant A has no claim
        world.own("caseId", caseId, "listClaims");
        // it has ended: whoever may ask for another advocate or adjudicator is answered, and nothing changes
        world.own("caseId", caseId, "changeAdvocate");
        world.own("caseId", caseId, "reassignAdvocate");
        world.own("caseId", caseId, "reassignClaim");
        world.own("caseId", caseId, "releaseClaim");
        JsonObject draft = ruling("issueDraftRuling", violationId).put("outcome", "OVERTURN");
        draft.remove("points");
        draft.put("moneyBack", new JsonObject().put("amountMinor", "450000").put("currency", "CNY"));
        ruled(caseId, violationId, draft);
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(
                                as("finance").get("/v1/claims?caseId=" + caseId).json()),
                        claims -> !claims.isEmpty())
                .get(0)
                .getString("id");
    }

    String opened(String penaltyId) {
        JsonObject opening = example("openCase").put("penaltyId", penaltyId);
        return Awaitility.await()
                .atMost(LIMIT)
                .until(() -> merchant().post("/v1/cases", opening), answer -> answer.status() == 201)
                .json()
                .getString("id");
    }

    private String argued(String penaltyId, String violationId) {
        String caseId = opened(penaltyId);
        move("advocate", caseId, "/advocate", example("assignAdvocate"));
        JsonObject brief = example("fileBrief");
        brief.getJsonArray("violations").getJsonObject(0).put("violationId", violationId);
        move("advocate", caseId, "/briefs", brief);
        move("adjudicator", caseId, "/claim", new JsonObject());
        move("respondent", caseId, "/answers", example("fileAnswer"));
        return caseId;
    }

    /** An appeal that ended without anything for merchant A, who asks that it be decided anew. */
    void reopeningRequest() {
        register(world.merchantA(), "s-attacked-again", SECRET_A);
        String penaltyId = propose("s-attacked-again", "l-attacked-5", SECRET_A);
        world.markA(penaltyId);
        String violationId = violation(penaltyId);
        String caseId = argued(penaltyId, violationId);
        JsonObject draft = ruling("issueDraftRuling", violationId).put("outcome", "UPHOLD");
        draft.remove("points");
        ruled(caseId, violationId, draft);
        Answer asked = good(merchant()
                .ifMatch(as("integrity").get("/v1/cases/" + caseId))
                .post(
                        "/v1/cases/" + caseId + "/reopening-requests",
                        example("requestReopening").put("ground", "PROCEDURE").put("evidence", new JsonArray())));
        world.own(
                "reopeningRequestId",
                asked.json().getJsonArray("reopeningRequests").getJsonObject(0).getString("id"));
        List.of("requestReopening", "refuseReopeningRequest", "reopenCase")
                .forEach(operation -> world.own("caseId", caseId, operation));
    }

    /** As drafted, after both sides have replied. */
    private void ruled(String caseId, String violationId, JsonObject draft) {
        String outcome = draft.getString("outcome");
        draft.getJsonArray("violations").getJsonObject(0).put("outcome", outcome);
        move("adjudicator", caseId, "/draft-rulings", draft);
        good(merchant()
                .ifMatch(as("integrity").get("/v1/cases/" + caseId))
                .post("/v1/cases/" + caseId + "/replies", example("fileReply")));
        move("respondent", caseId, "/replies", example("fileReply"));
        JsonObject ruling = ruling("issueRuling", violationId).put("draftId", draftId(caseId));
        ruling.getJsonArray("violations").getJsonObject(0).put("outcome", outcome);
        move("adjudicator", caseId, "/rulings", ruling);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> as("integrity").get("/v1/cases/" + caseId).json().getString("status"), "CLOSED"::equals);
    }

    /** A measure from which the advocate of an open case has asked for interim relief. */
    void relief() {
        register(world.merchantA(), "s-attacked-hidden", SECRET_A);
        String penaltyId = propose("s-attacked-hidden", "l-attacked-4", SECRET_A);
        world.markA(penaltyId);
        String caseId = opened(penaltyId);
        world.markA(caseId);
        move("advocate", caseId, "/advocate", example("assignAdvocate"));
        // it lies with its advocate, who may take it as everybody else of its queue
        world.own("caseId", caseId, "leaseCase");
        String hidden = World.items(as("operator")
                        .get("/v1/shops/s-attacked-hidden/measures")
                        .json())
                .stream()
                .filter(measure -> measure.getString("kind").equals("SHOP_HIDDEN"))
                .map(measure -> measure.getString("measureId"))
                .findFirst()
                .orElseThrow();
        String path = "/v1/measures/" + hidden + "/interim-relief";
        Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> as("advocate")
                                .post(path, example("askInterimRelief"))
                                .status(),
                        status -> status == 201);
        List.of("askInterimRelief", "getInterimRelief", "decideInterimRelief")
                .forEach(operation -> world.own("measureId", hidden, operation));
    }

    /** The seal of the open case's penalty is challenged by its advocate, which those who have a part in it know. */
    void challenge(String penaltyId) {
        List.of(People.PROPOSER, People.of("advocate"), People.of("adjudicator"))
                .forEach(world::party);
        String path = "/v1/penalties/" + penaltyId + "/detection-record/challenges";
        Answer raised = Awaitility.await()
                .atMost(LIMIT)
                .until(() -> as("advocate").post(path, example("challengeSeal")), answer -> answer.status() == 201);
        world.thing("challengeId", raised.json().getString("id"));
    }

    private JsonObject ruling(String operationId, String violationId) {
        JsonObject body = example(operationId);
        body.getJsonArray("violations").getJsonObject(0).put("violationId", violationId);
        return body;
    }

    private String draftId(String caseId) {
        return as("adjudicator")
                .get("/v1/cases/" + caseId)
                .json()
                .getJsonObject("draft")
                .getString("id");
    }

    /** What the draft would do; nobody has ordered it yet. */
    private String effectId(String caseId) {
        return as("adjudicator")
                .get("/v1/cases/" + caseId)
                .json()
                .getJsonObject("draft")
                .getJsonArray("effects")
                .getJsonObject(0)
                .getString("effectId");
    }

    private void move(String role, String caseId, String command, JsonObject body) {
        Answer seen = as("integrity").get("/v1/cases/" + caseId);
        good(as(role).ifMatch(seen).post("/v1/cases/" + caseId + command, body));
    }
}
