package io.redress.e2e.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.e2e.SuiteEvents;
import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/**
 * Makes the world through the public API alone, out of the contract's own examples; only what cannot be made there, a
 * record that no service can read, goes onto the broker.
 */
final class WorldBuilder {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String SECRET_A = "Quittenbaum-7314";
    private static final String SECRET_B = "Zwetschge-2296";
    private static final String SEALED_RECORD = "Hagebutte-5580";
    private static final String SEALED_TERM = "Mispelwert-1147";

    private final String gateway;
    private final Tokens tokens;
    private final Map<String, Route> routes;
    private final SuiteEvents events;
    private final World world = new World("m-attacked", "m-attacker");

    WorldBuilder(String gateway, Tokens tokens, List<Route> routes, SuiteEvents events) {
        this.gateway = gateway;
        this.events = events;
        this.tokens = tokens;
        this.routes = routes.stream().collect(Collectors.toMap(Route::operationId, Function.identity()));
    }

    World build() {
        seal();
        queue();
        world.thing("employeeId", "crisis-1");
        world.thing("seed", "attack");
        register(world.merchantA(), "s-attacked", SECRET_A);
        register(world.merchantB(), "s-attacker", SECRET_B);
        world.own("shopId", "s-attacked");
        world.markA(SECRET_A);
        world.markB(SECRET_B);
        world.markB("s-attacker");
        String toBeRuled = propose("s-attacked", "l-attacked-1", SECRET_A);
        String open = propose("s-attacked", "l-attacked-2", SECRET_A);
        world.markB(propose("s-attacker", "l-attacker-1", SECRET_B));
        world.own("claimId", claim(toBeRuled));
        penaltyUnderAppeal(open);
        measure();
        filing();
        programme();
        notice();
        challenge(open);
        clarification();
        cure();
        relief();
        access();
        template();
        refusedNotice();
        rulebookDraft();
        views();
        new UnreadableRecords(events, as("operator")).putInto(world);
        return world;
    }

    /** The attacked merchant's cases lie where every role works that may work on queues at all: the scope alone decides. */
    private void queue() {
        JsonObject queues = example("putQueues");
        JsonArray roles = new JsonArray(List.of(
                "advocate", "adjudicator", "duty-adjudicator", "respondent", "enforcement", "operator", "integrity"));
        queues.getJsonArray("queues")
                .add(new JsonObject()
                        .put("id", "everyone")
                        .put("name", new JsonObject().put("zh", "全体").put("en", "Everyone"))
                        .put("members", new JsonObject().put("roles", roles))
                        .put("lease", "PT30M"));
        queues.getJsonArray("rules")
                .add(
                        0,
                        new JsonObject()
                                .put("id", "attacked")
                                .put("when", "merchantId == '" + world.merchantA() + "'")
                                .put("queue", "everyone")
                                .put("priority", "NORMAL"));
        good(as("operator").put("/v1/queues", queues));
        world.thing("queueId", "everyone");
    }

    private void register(String merchant, String shop, String secret) {
        ApiClient marketplace = as("machine");
        JsonObject party =
                example("registerMerchant").put("name", "Shop " + secret).put("language", "en");
        good(marketplace.put("/v1/merchants/" + merchant, party));
        good(marketplace.put("/v1/shops/" + shop, example("registerShop").put("merchantId", merchant)));
    }

    /** A penalty that is in force, with words in it that only its merchant and staff may read. */
    private String propose(String shop, String listing, String secret) {
        JsonObject body = example("proposePenalty").put("shopId", shop);
        body.getJsonObject("explanation").put("en", "About " + secret + ".").put("zh", "关于" + secret + "。");
        body.put("investigationId", "inv-" + listing);
        JsonObject violation = body.getJsonArray("violations").getJsonObject(0);
        violation.getJsonArray("objects").getJsonObject(0).put("id", listing);
        violation.getJsonObject("facts").put("listings", new JsonArray().add(listing));
        body.put(
                "detectionRecord",
                new JsonObject().put("summary", SEALED_RECORD).put("signals", new JsonArray().add(SEALED_RECORD)));
        ApiClient proposer = ApiClient.of(gateway).as(tokens.good(People.PROPOSER, "enforcement", Optional.empty()));
        Answer proposed = good(proposer.post("/v1/penalties", body));
        String path = "/v1/penalties/" + proposed.json().getString("id");
        Awaitility.await().atMost(LIMIT).until(() -> proposer.get(path).json().getString("status"), "IN_FORCE"::equals);
        return proposed.json().getString("id");
    }

    /** The appeal goes as far as a draft; both sides may still reply. */
    private void penaltyUnderAppeal(String penaltyId) {
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
    private String claim(String penaltyId) {
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
        draft.getJsonArray("violations").getJsonObject(0).put("outcome", "OVERTURN");
        move("adjudicator", caseId, "/draft-rulings", draft);
        good(merchant()
                .ifMatch(as("integrity").get("/v1/cases/" + caseId))
                .post("/v1/cases/" + caseId + "/replies", example("fileReply")));
        move("respondent", caseId, "/replies", example("fileReply"));
        JsonObject ruling = ruling("issueRuling", violationId).put("draftId", draftId(caseId));
        ruling.getJsonArray("violations").getJsonObject(0).put("outcome", "OVERTURN");
        move("adjudicator", caseId, "/rulings", ruling);
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> as("integrity").get("/v1/cases/" + caseId).json().getString("status"), "CLOSED"::equals);
        return Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(
                                as("finance").get("/v1/claims?caseId=" + caseId).json()),
                        claims -> !claims.isEmpty())
                .get(0)
                .getString("id");
    }

    private String opened(String penaltyId) {
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

    /** A closure that is held, and what merchant A said of its facts. */
    private void clarification() {
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
    private void cure() {
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

    /** A measure from which the advocate of an open case has asked for interim relief. */
    private void relief() {
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

    private void measure() {
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
    private void filing() {
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
    private void programme() {
        JsonObject body = example("createProgramme").put("closesAt", "2100-01-01T00:00:00+08:00");
        world.thing(
                "programmeId",
                good(as("rule-owner").post("/v1/programmes", body)).json().getString("id"));
    }

    private void notice() {
        Awaitility.await()
                .atMost(LIMIT)
                .until(() -> World.items(merchant().get("/v1/notices").json()), list -> !list.isEmpty())
                .forEach(notice -> world.own("noticeId", notice.getString("id")));
        // what a mail provider reports about: the mail of that notice
        world.own("messageId", "<" + world.id("noticeId").orElseThrow() + "@redress.example>");
    }

    private void seal() {
        world.seal(SEALED_RECORD);
        world.seal(SEALED_TERM);
        JsonObject term = new JsonObject().put("en", SEALED_TERM).put("zh", SEALED_TERM);
        JsonObject terms = new JsonObject().put("terms", new JsonArray().add(term));
        good(as("operator").put("/v1/sealed-terms", terms));
    }

    /** Everybody who may has a view under the same id, and no other of the world deletes it. */
    private void views() {
        for (String role : routes.get("putView").scope()) {
            good(as(role).put("/v1/views/v-attacked", example("putView")));
        }
        world.thing("viewId", "v-attacked");
        world.thing("viewId", "v-attacked-and-deleted", "deleteView");
    }

    /** The seal of the open case's penalty is challenged by its advocate, which those who have a part in it know. */
    private void challenge(String penaltyId) {
        List.of(People.PROPOSER, People.of("advocate"), People.of("adjudicator"))
                .forEach(world::party);
        String path = "/v1/penalties/" + penaltyId + "/detection-record/challenges";
        Answer raised = Awaitility.await()
                .atMost(LIMIT)
                .until(() -> as("advocate").post(path, example("challengeSeal")), answer -> answer.status() == 201);
        world.thing("challengeId", raised.json().getString("id"));
    }

    /** A machine's key, and the mandate by which an agency acts for merchant A. */
    private void access() {
        Answer key = good(as("operator").post("/v1/api-keys", example("createApiKey")));
        world.thing("keyId", key.json().getString("id"));
        world.markA(mandate(People.AGENCY));
        // the one that is asked about, and revoked, is another's
        world.own("mandateId", mandate("agency-of-the-past"));
    }

    private String mandate(String agencyId) {
        JsonObject body = example("giveMandate").put("agencyId", agencyId);
        return good(merchant().post("/v1/mandates", body)).json().getString("id");
    }

    /** Written by somebody who holds no role in the attack, so that everybody may approve it. */
    private void template() {
        world.thing("templateId", drafted(example("draftTemplate")));
    }

    private String drafted(JsonObject words) {
        String author = tokens.good("template-author", "rule-owner", Optional.empty());
        return good(ApiClient.of(gateway).as(author).post("/v1/templates", words))
                .json()
                .getString("id");
    }

    /** A draft of the rules that merchants may read, and merchant A's objection to it, which others may join. */
    private void rulebookDraft() {
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

    /** A withdrawal that nobody is told of: the words in force name a shop, which a withdrawal does not carry. */
    private void refusedNotice() {
        String type = "CaseWithdrawn";
        JsonObject inForce = World.items(as("operator")
                        .get("/v1/templates?type=" + type + "&status=APPROVED")
                        .json())
                .get(0);
        JsonObject gap = new JsonObject().put("title", "{caseId}").put("body", "{caseId}: {shopId}");
        approved(type, gap, gap);
        String penaltyId = propose("s-attacked", "l-attacked-3", SECRET_A);
        world.markA(penaltyId);
        String caseId = opened(penaltyId);
        world.markA(caseId);
        good(merchant()
                .ifMatch(merchant().get("/v1/cases/" + caseId))
                .post("/v1/cases/" + caseId + "/withdraw", new JsonObject()));
        JsonObject refused = Awaitility.await()
                .atMost(LIMIT)
                .until(
                        () -> World.items(
                                as("operator").get("/v1/refused-notices").json()),
                        all -> all.stream().anyMatch(one -> isAbout(one, caseId)))
                .stream()
                .filter(one -> isAbout(one, caseId))
                .findFirst()
                .orElseThrow();
        world.thing("refusedNoticeId", refused.getString("id"));
        approved(type, inForce.getJsonObject("zh"), inForce.getJsonObject("en"));
    }

    private static boolean isAbout(JsonObject refused, String caseId) {
        return caseId.equals(refused.getJsonObject("about").getString("caseId"));
    }

    private void approved(String type, JsonObject zh, JsonObject en) {
        JsonObject words = new JsonObject()
                .put("type", type)
                .put("addressee", "MERCHANT")
                .put("zh", zh)
                .put("en", en);
        good(as("operator").post("/v1/templates/" + drafted(words) + "/approvals", new JsonObject()));
    }

    private JsonObject ruling(String operationId, String violationId) {
        JsonObject body = example(operationId);
        body.getJsonArray("violations").getJsonObject(0).put("violationId", violationId);
        return body;
    }

    private String violation(String penaltyId) {
        JsonObject penalty = as("operator").get("/v1/penalties/" + penaltyId).json();
        return penalty.getJsonArray("violations").getJsonObject(0).getString("violationId");
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

    private ApiClient merchant() {
        return ApiClient.of(gateway).as(tokens.good(world.merchantA(), "merchant", Optional.of(world.merchantA())));
    }

    private ApiClient as(String role) {
        return World.as(gateway, tokens, role);
    }

    private JsonObject example(String operationId) {
        return routes.get(operationId).example().copy();
    }

    private static Answer good(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isBetween(200, 201);
        return answer;
    }
}
