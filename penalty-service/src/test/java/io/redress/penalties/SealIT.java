package io.redress.penalties;

import static io.redress.penalties.SealedPenalties.SECRET;
import static io.redress.penalties.SealedPenalties.appeal;
import static io.redress.penalties.SealedPenalties.challenges;
import static io.redress.penalties.SealedPenalties.purpose;
import static io.redress.penalties.SealedPenalties.readings;
import static io.redress.penalties.SealedPenalties.record;
import static io.redress.penalties.SealedPenalties.sealedPenalty;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a breach was detected is sealed, read on record by those who have a part in the matter, and by nobody else. */
class SealIT {

    private static final PenaltySuite SUITE = PenaltySuite.get();

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-20T10:00:00+08:00");
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
    void when_the_case_has_another_advocate_that_one_reads_it_and_the_former_one_does_not() {
        JsonObject penalty = sealedPenalty(SUITE.newShop());
        appeal(penalty, "adv-1", "adj-1");
        String caseId = "cas_" + penalty.getString("id").substring(4);

        SUITE.cases.publish(
                caseId,
                caseId,
                "AdvocateChanged",
                SUITE.clock.now().toString(),
                new JsonObject()
                        .put("caseId", caseId)
                        .put("merchantId", penalty.getString("merchantId"))
                        .put("advocateId", "adv-2")
                        .put("formerAdvocateId", "adv-1")
                        .put("cause", "ABSENCE"));

        ApiClient next = SUITE.staff("adv-2", "advocate");
        Awaitility.await("the new advocate is known")
                .atMost(PenaltySuite.PATIENCE)
                .until(() -> next.get(challenges(penalty)).status() == 200);
        assertThat(next.post(readings(penalty), purpose()).json().getString("role"))
                .isEqualTo("ADVOCATE");
        assertThat(SUITE.staff("adv-1", "advocate")
                        .post(readings(penalty), purpose())
                        .status())
                .isEqualTo(404);
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
