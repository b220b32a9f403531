package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody is punished with what he disclosed to be heard, unless it is known from elsewhere. */
class ProtectedDisclosuresIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final AtomicInteger RUN = new AtomicInteger();

    private final String run = "d" + RUN.incrementAndGet();
    private final String file = "evd_" + run;
    private final String content = "%064x".formatted(0xd15c105edL + RUN.get());
    private final String shop = SUITE.newShop();

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    @Test
    void whatTheMerchantPutForwardIsNoEvidenceForAnotherPenaltyWhereverItIsNamed() {
        filed("BriefFiled");

        assertRefused(proposed(record(file)), "/detectionRecord/evidence/1");
        assertRefused(proposed(record("sha256:" + content.toUpperCase(Locale.ROOT))), "/detectionRecord/evidence/1");
        JsonObject violation = PenaltySuite.violation("G-03", "l-" + shop);
        violation.getJsonObject("facts").getJsonArray("listings").add(file);
        assertRefused(propose(PenaltySuite.proposal(shop, violation)), "/violations/0/facts/listings/1");
        violation = PenaltySuite.violation("G-03", "l-" + shop);
        violation
                .getJsonObject("facts")
                .put("description", new JsonObject().put("zh", "见申诉材料").put("en", "As " + file + " shows."));
        assertRefused(propose(PenaltySuite.proposal(shop, violation)), "/violations/0/facts/description/en");
        Answer penalties = SUITE.staff("int-1", "integrity").get("/v1/penalties?shopId=s-" + shop);
        assertThat(penalties.json().getJsonArray("items")).isEmpty();
    }

    @Test
    void withAnIndependentSourceItIsProposedAndTheSourceIsInTheSealedRecord() {
        filed("BriefFiled");
        JsonObject sources = new JsonObject().put("reference", file).put("source", "Customs notice of 3 March 2018.");
        JsonObject record = record(file).put("independentSources", new JsonArray().add(sources));

        assertRefused(
                proposed(record(content).put("independentSources", new JsonArray().add(sources))),
                "/detectionRecord/evidence/1");
        Answer proposed = proposed(record);

        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(proposed.text()).doesNotContain("Customs");
        Answer read = SUITE.enforcement().post(SealedPenalties.readings(proposed.json()), SealedPenalties.purpose());
        assertThat(read.json().getJsonObject("record")).isEqualTo(record);
        for (String table : List.of("history", "outbox", "detection_record")) {
            assertThat(SUITE.holds(table, "Customs notice")).as(table).isFalse();
        }
    }

    @Test
    void whatWasFiledByTheTimeOfARulingIsProtectedTooInACaseOfAnyKind() {
        filed("RulingIssued");

        assertRefused(proposed(record(file)), "/detectionRecord/evidence/1");
        Answer reported = SUITE.machine()
                .post(
                        "/v1/violations",
                        new JsonObject()
                                .put(
                                        "items",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("sourceId", run)
                                                        .put("shopId", "s-" + shop)
                                                        .put(
                                                                "explanation",
                                                                new JsonObject()
                                                                        .put("zh", "说明")
                                                                        .put("en", "An explanation."))
                                                        .put(
                                                                "automation",
                                                                new JsonObject()
                                                                        .put("detection", true)
                                                                        .put("decision", false))
                                                        .put("territory", "CN")
                                                        .put("violation", PenaltySuite.violation("G-03", "l-" + shop))
                                                        .put("detectionRecord", record(file)))));
        assertThat(reported.status()).as(reported.text()).isEqualTo(200);
        JsonObject problem =
                reported.json().getJsonArray("items").getJsonObject(0).getJsonObject("problem");
        assertThat(problem.getString("code")).isEqualTo("protected-disclosure");
        assertThat(problem.getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo("/items/0/detectionRecord/evidence/1");
    }

    @Test
    void whatIsPutForwardToHaveACaseDecidedAnewIsProtectedTooWhateverIsAnswered() {
        filed("ReopeningRequested");

        assertRefused(proposed(record(file)), "/detectionRecord/evidence/1");
    }

    @Test
    void itProtectsTheMerchantWhoDisclosedItAndNobodyElse() {
        filed("BriefFiled");
        String other = SUITE.newShop();

        Answer ofAnother = propose(PenaltySuite.proposal(other, PenaltySuite.violation("G-03", "l-" + other))
                .put("detectionRecord", record(file)));
        Answer unknown = proposed(record("evd_" + run + "x"));

        assertThat(ofAnother.status()).as(ofAnother.text()).isEqualTo(201);
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(201);
    }

    /** The merchant's file is put forward, and that is known here. */
    private void filed(String type) {
        String caseId = "cas_" + run;
        JsonObject files = new JsonObject().put("evidenceId", file).put("sha256", content);
        SUITE.cases.publish(
                caseId,
                caseId,
                type,
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("caseId", caseId)
                        .put("merchantId", "m-" + shop)
                        .put("kind", "COMPLAINT")
                        .put("files", new JsonArray().add(files)));
        Awaitility.await("the disclosure is known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.holds("protected_disclosure", content));
    }

    private Answer proposed(JsonObject record) {
        return propose(PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                .put("detectionRecord", record));
    }

    private static Answer propose(JsonObject proposal) {
        return SUITE.enforcement().post("/v1/penalties", proposal);
    }

    private static JsonObject record(String reference) {
        return new JsonObject()
                .put("summary", "Found in a parcel.")
                .put("signals", new JsonArray())
                .put("evidence", new JsonArray().add("case-file-7").add(reference));
    }

    private static void assertRefused(Answer refused, String pointer) {
        assertThat(refused.code()).as(refused.text()).isEqualTo("protected-disclosure");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().getJsonArray("errors")).hasSize(1);
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("pointer"))
                .isEqualTo(pointer);
    }
}
