package io.redress.penalties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a breach was detected is sealed, read on record by those who have a part in the matter, and by nobody else. */
class SealIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();
    private static final String SECRET = "the burgundy signal fired";

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
    }

    private static JsonObject record() {
        return new JsonObject()
                .put("summary", SECRET)
                .put("signals", new JsonArray().add("signal-7"))
                .put("detectorVersion", "7");
    }

    private static JsonObject sealedPenalty(String shop) {
        Answer proposed = SUITE.enforcement()
                .post(
                        "/v1/penalties",
                        PenaltySuite.proposal(shop, PenaltySuite.violation("G-03", "l-" + shop))
                                .put("detectionRecord", record()));
        assertThat(proposed.status()).as(proposed.text()).isEqualTo(201);
        assertThat(proposed.text()).doesNotContain(SECRET).doesNotContain("detectionRecord");
        return proposed.json();
    }

    private static String readings(JsonObject penalty) {
        return "/v1/penalties/" + penalty.getString("id") + "/detection-record/readings";
    }

    private static String challenges(JsonObject penalty) {
        return "/v1/penalties/" + penalty.getString("id") + "/detection-record/challenges";
    }

    private static JsonObject purpose() {
        return new JsonObject().put("purpose", "To prepare the brief.");
    }

    /** A case with this advocate and adjudicator, as case-service says it. */
    private static void appeal(JsonObject penalty, String advocate, String adjudicator) {
        String caseId = "cas_" + penalty.getString("id").substring(4);
        String now = SUITE.clock.now().toString();
        JsonObject base = new JsonObject().put("caseId", caseId).put("merchantId", penalty.getString("merchantId"));
        SUITE.cases.publish(
                caseId,
                caseId,
                "CaseOpened",
                now,
                base.copy()
                        .put("kind", "PENALTY_APPEAL")
                        .put("shopId", penalty.getString("shopId"))
                        .put("penaltyId", penalty.getString("id"))
                        .put("openedBy", advocate)
                        .put("ownMotion", true)
                        .put("language", "zh"));
        SUITE.cases.publish(caseId, caseId, "AdvocateAssigned", now, base.copy().put("advocateId", advocate));
        SUITE.cases.publish(caseId, caseId, "CaseClaimed", now, base.copy().put("adjudicatorId", adjudicator));
        ApiClient judge = SUITE.staff(adjudicator, "adjudicator");
        Awaitility.await("the case's people are known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> judge.get(challenges(penalty)).status() == 200);
    }

    @Test
    void the_proposer_reads_the_record_and_the_reading_is_on_record() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        ApiClient once = SUITE.enforcement().with("Idempotency-Key", "read-" + penalty.getString("id"));

        Answer read = once.post(readings(penalty), purpose());
        Answer again = once.post(readings(penalty), purpose());

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().getJsonObject("record")).isEqualTo(record());
        assertThat(read.json().getString("role")).isEqualTo("PROPOSER");
        assertThat(again.bytes()).isEqualTo(read.bytes());
        assertThat(again.header("Idempotent-Replayed")).contains("true");
        Answer listed = SUITE.staff("int-1", "integrity").get(readings(penalty));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        assertThat(listed.json().getJsonArray("items")).hasSize(1);
        JsonObject only = listed.json().getJsonArray("items").getJsonObject(0);
        assertThat(only.getString("purpose")).isEqualTo("To prepare the brief.");
        assertThat(only.getString("readBy")).isEqualTo("enf-1");
        assertThat(listed.text()).doesNotContain(SECRET);
        JsonObject told = SUITE.awaited(penalty.getString("id") + ":detection-record", "DetectionRecordRead");
        assertThat(told.getString("purpose")).isEqualTo("To prepare the brief.");
        assertThat(told.encode()).doesNotContain(SECRET);
    }

    @Test
    void nothing_of_the_record_is_kept_in_clear() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        SUITE.enforcement().post(readings(penalty), purpose());

        for (String table :
                List.of("history", "outbox", "idempotency", "detection_record", "detection_record_reading")) {
            assertThat(SUITE.holds(table, SECRET)).as(table).isFalse();
        }
    }

    @Test
    void to_everybody_without_a_part_in_the_matter_the_record_does_not_exist() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        List<ApiClient> strangers = List.of(
                SUITE.merchant(penalty.getString("merchantId")),
                SUITE.merchant("m-other"),
                SUITE.anonymous()
                        .as(SUITE.infrastructure
                                .issuer()
                                .merchant("agency-1", penalty.getString("merchantId"), "agency")),
                SUITE.staff("enf-2", "enforcement"),
                SUITE.staff("adv-9", "advocate"),
                SUITE.staff("adj-9", "adjudicator"),
                SUITE.staff("gov-vp", "rule-owner"),
                SUITE.staff("ops-1", "operator"),
                SUITE.machine());
        for (ApiClient stranger : strangers) {
            Answer answer = stranger.post(readings(penalty), purpose());
            assertThat(answer.status()).as(answer.text()).isEqualTo(404);
            Answer unknown = stranger.post("/v1/penalties/pen_none/detection-record/readings", purpose());
            assertThat(unknown.json().getString("detail"))
                    .isEqualTo(answer.json().getString("detail"));
        }
        Answer without = SUITE.staff("int-1", "integrity")
                .post(
                        readings(SUITE.enforcement()
                                .post(
                                        "/v1/penalties",
                                        PenaltySuite.proposal(
                                                SUITE.newShop(), PenaltySuite.violation("G-03", "l-none")))
                                .json()),
                        purpose());
        assertThat(without.status()).isEqualTo(404);
    }

    @Test
    void the_cases_advocate_and_adjudicator_read_it_until_the_case_is_withdrawn() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        ApiClient advocate = SUITE.staff("adv-1", "advocate");
        appeal(penalty, "adv-1", "adj-1");

        assertThat(advocate.post(readings(penalty), purpose()).json().getString("role"))
                .isEqualTo("ADVOCATE");
        assertThat(SUITE.staff("adj-1", "adjudicator")
                        .post(readings(penalty), purpose())
                        .json()
                        .getString("role"))
                .isEqualTo("ADJUDICATOR");

        String caseId = "cas_" + penalty.getString("id").substring(4);
        SUITE.cases.publish(
                caseId,
                caseId,
                "CaseWithdrawn",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("caseId", caseId)
                        .put("merchantId", penalty.getString("merchantId"))
                        .put("penaltyId", penalty.getString("id"))
                        .put("kind", "PENALTY_APPEAL")
                        .put("withdrawnBy", "adv-1")
                        .put("counted", false));
        Awaitility.await("no part any more")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> advocate.get(challenges(penalty)).status() == 404);
    }

    @Test
    void whoever_may_approve_a_held_penalty_reads_its_record_first() {
        String shop = SUITE.newShop();
        JsonObject held = SUITE.enforcement()
                .post(
                        "/v1/penalties",
                        PenaltySuite.proposal(shop, PenaltySuite.violation("S-91", "l-" + shop))
                                .put("detectionRecord", record()))
                .json();

        Answer read = SUITE.staff("enf-lead", "enforcement-approver").post(readings(held), purpose());

        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(read.json().getString("role")).isEqualTo("APPROVER");
        JsonObject open = sealedPenalty(SUITE.newShop());
        assertThat(SUITE.staff("enf-lead", "enforcement-approver")
                        .post(readings(open), purpose())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_reading_is_neither_changed_nor_removed() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        SUITE.enforcement().post(readings(penalty), purpose());
        for (String sql : List.of(
                "UPDATE detection_record_reading SET purpose = 'other' WHERE penalty_id = $1",
                "DELETE FROM detection_record_reading WHERE penalty_id = $1")) {
            assertThatThrownBy(() -> SUITE.database
                            .read(tx -> tx.query(sql, Tuple.of(penalty.getString("id"))))
                            .await())
                    .isInstanceOf(PgException.class);
        }
    }

    @Test
    void an_imported_penalty_has_its_record_too() {
        String shop = SUITE.newShop();
        JsonObject legacy = PenaltySuite.legacy(
                        shop,
                        "2018-04-01T00:00:00+08:00",
                        PenaltySuite.violation("C-02", "l-" + shop).put("points", 48))
                .put("detectionRecord", record());
        Answer imported = SUITE.staff("ops-1", "operator").post("/v1/penalties/import", legacy);
        assertThat(imported.status()).as(imported.text()).isEqualTo(201);

        Answer read = SUITE.staff("int-1", "integrity").post(readings(imported.json()), purpose());

        assertThat(read.json().getJsonObject("record")).isEqualTo(record());
        assertThat(read.json().getString("role")).isEqualTo("INTEGRITY");
    }

    @Test
    void a_challenge_is_answered_by_somebody_else_and_what_is_disclosed_is_told_to_the_merchant() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        appeal(penalty, "adv-1", "adj-1");
        ApiClient advocate = SUITE.staff("adv-1", "advocate");
        JsonObject challenge = new JsonObject()
                .put("grounds", new JsonObject().put("zh", "无法申辩").put("en", "No answer is possible."))
                .put("whatShouldBeDisclosed", "Which buyers complained.");
        assertThat(SUITE.staff("adv-9", "advocate")
                        .post(challenges(penalty), challenge)
                        .status())
                .isEqualTo(404);

        Answer raised = advocate.post(challenges(penalty), challenge);
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        assertThat(raised.json().getString("answerBy")).isEqualTo("2018-04-23T02:00:00Z");
        assertThat(advocate.post(challenges(penalty), challenge).code()).isEqualTo("duplicate");

        String answers = challenges(penalty) + "/" + raised.json().getString("id") + "/answers";
        JsonObject kept = new JsonObject()
                .put("outcome", "KEPT")
                .put("reasons", new JsonObject().put("zh", "不披露").put("en", "It stays."));
        assertThat(SUITE.staff("enf-1", "rule-owner").post(answers, kept).code())
                .isEqualTo("own-cause");
        assertThat(SUITE.staff("adv-1", "integrity").post(answers, kept).code()).isEqualTo("own-cause");
        assertThat(SUITE.staff("gov-vp", "rule-owner")
                        .post(answers, kept.copy().put("outcome", "DISCLOSED"))
                        .code())
                .isEqualTo("disclosure-mismatch");
        JsonObject disclosure = new JsonObject().put("zh", "两名买家投诉。").put("en", "Two buyers complained.");
        Answer answered = SUITE.staff("gov-vp", "rule-owner")
                .post(answers, kept.copy().put("outcome", "DISCLOSED").put("disclosure", disclosure));

        assertThat(answered.status()).as(answered.text()).isEqualTo(201);
        assertThat(SUITE.staff("gov-vp", "rule-owner").post(answers, kept).code())
                .isEqualTo("illegal-transition");
        JsonObject seen =
                advocate.get(challenges(penalty)).json().getJsonArray("items").getJsonObject(0);
        assertThat(seen.getString("outcome")).isEqualTo("DISCLOSED");
        assertThat(seen.getJsonObject("reasons").getString("en")).isEqualTo("It stays.");
        Answer statement = SUITE.merchant(penalty.getString("merchantId"))
                .get("/v1/penalties/" + penalty.getString("id") + "/statement-of-reasons");
        assertThat(statement.json().getJsonArray("disclosures").getJsonObject(0).getJsonObject("disclosure"))
                .isEqualTo(disclosure);
        assertThat(SUITE.awaited(penalty.getString("id") + ":detection-record", "DisclosureIssued")
                        .getJsonObject("disclosure"))
                .isEqualTo(disclosure);
    }

    @Test
    void a_challenge_that_is_not_answered_in_time_is_flagged_and_stays_open() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        appeal(penalty, "adv-1", "adj-1");
        Answer raised = SUITE.staff("adv-1", "advocate")
                .post(
                        challenges(penalty),
                        new JsonObject()
                                .put(
                                        "grounds",
                                        new JsonObject().put("zh", "无法申辩").put("en", "No answer."))
                                .put("whatShouldBeDisclosed", "The complaints."));

        SUITE.clock.set("2018-04-23T10:00:01+08:00");

        SUITE.awaited(penalty.getString("id") + ":detection-record", "SealChallengeLapsed");
        JsonObject late = SUITE.staff("int-1", "integrity")
                .get(challenges(penalty))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
        assertThat(late.getString("id")).isEqualTo(raised.json().getString("id"));
        assertThat(late.getBoolean("lapsed")).isTrue();
        assertThat(late.getString("status")).isEqualTo("OPEN");
        String lapsed = raised.json().getString("id");
        assertThat(challengesOfAll("LAPSED")).contains(lapsed);
        assertThat(challengesOfAll("OPEN")).doesNotContain(lapsed);
        assertThat(challengesOfAll("ANSWERED")).doesNotContain(lapsed);
        assertThat(SUITE.staff("gov-1", "rule-owner").get("/v1/seal-challenges").status())
                .isEqualTo(403);
    }

    /** Page by page, as integrity reads them. */
    private static List<String> challengesOfAll(String state) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            JsonObject page = SUITE.staff("int-1", "integrity")
                    .get("/v1/seal-challenges?limit=1&state=" + state + cursor)
                    .json();
            page.getJsonArray("items").forEach(one -> ids.add(((JsonObject) one).getString("id")));
            cursor = page.containsKey("next") ? "&cursor=" + page.getString("next") : "";
        } while (!cursor.isEmpty());
        return ids;
    }

    @Test
    void the_appeal_is_told_as_a_rule_and_once_delivered_as_a_date() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        String path = "/v1/penalties/" + penalty.getString("id") + "/statement-of-reasons";
        JsonObject before = SUITE.get(path).getJsonObject("appeal");
        assertThat(before).isEqualTo(new JsonObject().put("within", "P14D").put("from", "DELIVERY"));

        SUITE.store(penalty);
        SUITE.read(penalty);

        Awaitility.await("delivered")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> SUITE.get(path).getJsonObject("appeal").containsKey("until"));
        assertThat(SUITE.get(path).getJsonObject("appeal").getString("until")).isEqualTo("2018-05-04T02:00:00Z");
    }
}
