package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.cited;
import static io.redress.cases.EvidenceSuite.files;
import static io.redress.cases.EvidenceSuite.id;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that were added by mistake and are taken back before they are filed. */
class EvidenceRemovalIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    private static void awaitGone(Answer added) {
        Awaitility.await("the bytes are gone").atMost(CaseSuite.PATIENCE).until(() -> !files("content")
                .contains(added.json().getString("sha256")));
    }

    @Test
    void what_was_taken_back_is_gone_for_its_side_and_its_bytes_are_gone_and_the_log_says_so() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer wrong = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer right = of.merchant().add(of.caseId, EvidenceClient.document());
        SUITE.clock.set("2018-04-21T11:00:00+08:00");

        Answer removed = of.merchant().remove(wrong);

        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.etag()).isEqualTo("\"2\"");
        assertThat(removed.json().getString("state")).isEqualTo("DELETED");
        assertThat(removed.json().getString("removedAt")).isEqualTo("2018-04-21T03:00:00Z");
        assertThat(removed.json().getString("deletedAt")).isEqualTo("2018-04-21T03:00:00Z");
        for (EvidenceClient one : new EvidenceClient[] {of.merchant(), of.advocate()}) {
            assertThat(ids(one.list(of.caseId))).containsExactly(id(right));
            assertRefused(one.details(wrong), 404, "not-found");
            assertRefused(one.content(wrong), 404, "not-found");
            assertRefused(one.remove(removed), 404, "not-found");
        }
        assertRefused(of.brief(cited(wrong)), 422, "unknown-evidence");
        awaitGone(wrong);
        assertThat(ids(of.integrity().list(of.caseId))).containsExactly(id(wrong), id(right));
        assertRefused(of.integrity().content(wrong), 409, "evidence-deleted");
        assertThat(of.integrity()
                        .log(wrong)
                        .json()
                        .getJsonArray("items")
                        .getJsonObject(1)
                        .getString("reason"))
                .isEqualTo("TAKEN_BACK");
        assertThat(EvidenceCommandsIT.entries(of.integrity().log(wrong)))
                .containsExactly(
                        "ADDED user-of-" + of.penalty.merchantId() + " 2018-04-21T02:00:00Z",
                        "DELETED user-of-" + of.penalty.merchantId() + " 2018-04-21T03:00:00Z");
    }

    @Test
    void the_same_request_again_gets_the_same_answer() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        String path = EvidenceClient.path(added) + "/removal";

        Answer first = of.merchant()
                .api()
                .ifMatch(added)
                .with("Idempotency-Key", "removal-" + of.caseId)
                .post(path, new JsonObject());
        Answer again = of.merchant()
                .api()
                .ifMatch(added)
                .with("Idempotency-Key", "removal-" + of.caseId)
                .post(path, new JsonObject());

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.bytes()).isEqualTo(first.bytes());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.header("idempotent-replayed")).contains("true");
    }

    @Test
    void a_file_is_taken_back_by_whoever_added_it_and_as_he_has_seen_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer merchants = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer advocates = of.advocate().add(of.caseId, EvidenceClient.document());
        Answer departments = of.department().add(of.caseId, EvidenceClient.document());

        assertRefused(of.advocate().remove(merchants), 403, "not-your-file");
        assertRefused(of.merchant().remove(advocates), 403, "not-your-file");
        assertRefused(of.department().remove(merchants), 404, "not-found");
        assertRefused(of.merchant().remove(departments), 404, "not-found");
        assertRefused(of.otherMerchant().remove(merchants), 404, "not-found");
        assertRefused(of.adjudicator().remove(merchants), 403, "forbidden");
        assertRefused(of.integrity().remove(merchants), 403, "forbidden");
        String path = EvidenceClient.path(merchants) + "/removal";
        assertRefused(of.merchant().api().post(path, new JsonObject()), 428, "precondition-required");
        assertRefused(
                of.merchant().api().with("If-Match", "\"7\"").post(path, new JsonObject()), 412, "version-conflict");

        assertThat(of.advocate().remove(advocates).status()).isEqualTo(200);
        assertThat(of.department().remove(departments).status()).isEqualTo(200);
        assertThat(ids(of.merchant().list(of.caseId))).containsExactly(id(merchants));
    }

    @Test
    void what_was_filed_stays() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.advocate().add(of.caseId, EvidenceClient.document());
        assertThat(of.brief(cited(added)).status()).isEqualTo(200);

        Answer refused = of.advocate().remove(of.advocate().details(added));

        assertRefused(refused, 409, "illegal-transition");
        assertThat(refused.json().getString("currentStatus")).isEqualTo("FILED");
        assertThat(of.adjudicator().content(added).status()).isEqualTo(200);
    }

    @Test
    void a_case_that_has_ended_gives_back_what_was_never_filed() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        of.withdrawn();

        assertThat(of.merchant().remove(added).status()).isEqualTo(200);
        awaitGone(added);
    }

    @Test
    void bytes_that_somebody_else_refers_to_stay_and_may_be_added_anew() {
        EvidenceSuite of = EvidenceSuite.aCase();
        EvidenceSuite elsewhere = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        Answer added = of.merchant().add(of.caseId, content);
        Answer departments = of.department().add(of.caseId, content);
        Answer others = elsewhere.merchant().add(elsewhere.caseId, content);
        Answer alone = of.merchant().add(of.caseId, EvidenceClient.document());

        assertThat(of.merchant().remove(added).status()).isEqualTo(200);
        assertThat(of.merchant().remove(alone).status()).isEqualTo(200);
        awaitGone(alone);

        assertThat(of.department().content(departments).bytes()).isEqualTo(content);
        assertThat(elsewhere.merchant().content(others).bytes()).isEqualTo(content);
        Answer anew = of.merchant().add(of.caseId, content);
        assertThat(id(anew)).isNotEqualTo(id(added));
        assertThat(of.merchant().content(anew).bytes()).isEqualTo(content);
    }

    @Test
    void what_is_held_is_gone_for_its_side_without_a_word_of_the_hold_and_its_bytes_stay_until_it_is_released() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();
        Answer added = of.merchant().add(of.caseId, content);
        Answer beside = of.merchant().add(of.caseId, EvidenceClient.document());
        of.integrity().hold(added, "A court has asked for it.");

        Answer removed = of.merchant().remove(of.merchant().details(added));
        assertThat(removed.status()).as(removed.text()).isEqualTo(200);
        assertThat(removed.json().getString("state")).isEqualTo("DELETED");
        assertThat(removed.json().getString("deletedAt")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(removed.json().containsKey("hold")).isFalse();
        assertThat(of.merchant().remove(beside).status()).isEqualTo(200);
        awaitGone(beside);

        Answer kept = of.integrity().details(added);
        assertThat(kept.json().getString("state")).isEqualTo("AVAILABLE");
        assertThat(kept.json().getString("removedAt")).isEqualTo("2018-04-21T02:00:00Z");
        assertThat(of.integrity().content(added).bytes()).isEqualTo(content);
        assertThat(of.integrity().release(kept, "The court has decided.").status())
                .isEqualTo(200);
        awaitGone(added);
        Awaitility.await("and it says so")
                .atMost(CaseSuite.PATIENCE)
                .until(() ->
                        of.integrity().details(added).json().getString("state").equals("DELETED"));
    }
}
