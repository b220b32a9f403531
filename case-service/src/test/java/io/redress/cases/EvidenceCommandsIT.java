package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.cited;
import static io.redress.cases.EvidenceSuite.id;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may add, cite, file, hold and look into the log; each refusal. */
class EvidenceCommandsIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    @Test
    void only_the_cases_own_people_add_to_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        byte[] content = EvidenceClient.document();

        assertRefused(of.staff("adv-2", "advocate").add(of.caseId, content), 403, "not-the-advocate");
        assertRefused(of.staff("legal-1", "respondent").add(of.caseId, content), 403, "not-the-respondent");
        assertRefused(of.adjudicator().add(of.caseId, content), 403, "forbidden");
        assertRefused(of.staff("adv-1", "enforcement").add("cas_unknown", content), 404, "not-found");
        assertThat(of.department().add(of.caseId, content).status()).isEqualTo(201);
    }

    @Test
    void a_case_that_has_ended_takes_no_more_evidence() {
        EvidenceSuite of = EvidenceSuite.aCase();
        of.withdrawn();

        Answer refused = of.merchant().add(of.caseId, EvidenceClient.document());

        assertRefused(refused, 409, "illegal-transition");
        assertThat(refused.json().getString("currentStatus")).isEqualTo("WITHDRAWN");
    }

    @Test
    void an_upload_says_its_name_and_has_a_key() {
        EvidenceSuite of = EvidenceSuite.aCase();
        String path = "/v1/cases/" + of.caseId + "/evidence";

        Answer nameless = of.merchant().api().post(path, new JsonObject());
        Answer keyless = of.merchant().api().send("POST", path + "?fileName=a.pdf", java.util.Optional.of("%PDF"));
        Answer tagged =
                of.merchant().add(of.caseId, "a.pdf", "&tag=GROUND", EvidenceClient.PDF, EvidenceClient.document());

        assertRefused(nameless, 400, "validation-failed");
        assertRefused(keyless, 400, "idempotency-key-missing");
        assertRefused(tagged, 400, "validation-failed");
    }

    @Test
    void a_brief_cites_files_of_its_own_case_and_side_and_stories_as_ever() {
        EvidenceSuite of = EvidenceSuite.aCase();
        EvidenceSuite other = EvidenceSuite.aCase();
        Answer elsewhere = other.advocate().add(other.caseId, EvidenceClient.document());
        Answer departments = of.department().add(of.caseId, EvidenceClient.document());
        JsonObject unknown = new JsonObject().put("kind", "receipt").put("reference", "evd_unknown");
        JsonObject story = new JsonObject().put("kind", "correspondence").put("reference", "e-2004");

        assertRefused(of.brief(cited(elsewhere)), 422, "unknown-evidence");
        assertRefused(of.brief(unknown), 422, "unknown-evidence");
        assertRefused(of.brief(cited(departments)), 422, "unknown-evidence");
        Answer filed = of.brief(story);
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
    }

    @Test
    void after_the_brief_each_side_files_what_it_has_added_itself() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer merchants = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer departments = of.department().add(of.caseId, EvidenceClient.document());

        Answer early = of.merchant().file(merchants);
        assertRefused(early, 409, "illegal-transition");
        assertThat(early.json().getString("currentStatus")).isEqualTo("IN_ADVOCACY");
        assertRefused(of.merchant().details(departments), 404, "not-found");
        Answer filed = of.department().file(departments);
        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        assertThat(filed.etag()).isEqualTo("\"2\"");
        assertThat(of.merchant().content(departments).status()).isEqualTo(200);
        assertRefused(of.advocate().file(filed), 422, "unknown-evidence");

        assertThat(of.brief(new JsonObject().put("kind", "letter").put("reference", "doc-1"))
                        .status())
                .isEqualTo(200);
        assertRefused(of.department().file(merchants), 404, "not-found");
        Answer late = of.merchant().file(merchants);
        assertThat(late.status()).as(late.text()).isEqualTo(200);
        assertRefused(of.merchant().file(merchants), 412, "version-conflict");
        assertThat(of.merchant().file(late).etag()).as("filed already").isEqualTo("\"2\"");
        assertThat(ids(of.adjudicator().list(of.caseId))).containsExactly(id(merchants), id(departments));
    }

    @Test
    void every_reading_is_in_the_log_which_those_who_oversee_alone_read() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        assertThat(of.advocate().content(added).status()).isEqualTo(200);
        SUITE.clock.set("2018-04-21T11:00:00+08:00");
        assertRefused(of.department().content(added), 404, "not-found");
        assertThat(of.integrity().content(added).status()).isEqualTo(200);

        assertRefused(of.merchant().log(added), 403, "forbidden");
        assertRefused(of.adjudicator().log(added), 403, "forbidden");
        List<String> entries = entries(of.integrity().log(added));

        assertThat(entries)
                .containsExactly(
                        "ADDED user-of-" + of.penalty.merchantId() + " 2018-04-21T02:00:00Z",
                        "READ adv-1 2018-04-21T02:00:00Z",
                        "READ integrity-lead 2018-04-21T03:00:00Z");
    }

    static List<String> entries(Answer log) {
        assertThat(log.status()).as(log.text()).isEqualTo(200);
        return log.json().getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .map(entry -> entry.getString("act") + " " + entry.getString("by") + " " + entry.getString("at"))
                .toList();
    }

    @Test
    void the_log_and_the_list_are_read_in_pages() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer first = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer second = of.merchant().add(of.caseId, EvidenceClient.document());
        of.merchant().content(first);
        String path = "/v1/cases/" + of.caseId + "/evidence";

        Answer page = of.merchant().api().get(path + "?limit=1");
        Answer rest =
                of.merchant().api().get(path + "?limit=1&cursor=" + page.json().getString("next"));
        String log = path + "/" + id(first) + "/log";
        Answer logged = of.integrity().api().get(log + "?limit=1");
        Answer loggedThen = of.integrity()
                .api()
                .get(log + "?limit=1&cursor=" + logged.json().getString("next"));

        assertThat(ids(page)).containsExactly(id(first));
        assertThat(ids(rest)).containsExactly(id(second));
        assertThat(rest.json().containsKey("next")).isFalse();
        assertThat(logged.json().getJsonArray("items").getJsonObject(0).getString("act"))
                .isEqualTo("ADDED");
        assertThat(loggedThen.json().getJsonArray("items").getJsonObject(0).getString("act"))
                .isEqualTo("READ");
    }

    @Test
    void a_hold_has_a_reason_and_those_who_oversee_alone_learn_of_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());

        assertRefused(of.merchant().hold(added, "mine"), 403, "forbidden");
        assertRefused(of.integrity().release(added, "never held"), 409, "illegal-transition");
        Answer held = of.integrity().hold(added, "A court has asked for it.");
        assertThat(held.status()).as(held.text()).isEqualTo(200);
        assertThat(held.json().getJsonObject("hold").getString("by")).isEqualTo("integrity-lead");
        assertThat(held.json().getJsonObject("hold").getString("reason")).isEqualTo("A court has asked for it.");
        assertThat(of.merchant().details(added).json().containsKey("hold")).isFalse();
        assertRefused(of.integrity().hold(added, "again"), 412, "version-conflict");
        assertRefused(of.integrity().hold(held, "again"), 409, "illegal-transition");
        Answer released = of.staff("op-1", "operator").release(held, "The court has decided.");
        assertThat(released.json().containsKey("hold")).isFalse();
        assertThat(entries(of.integrity().log(added)))
                .containsSubsequence("HELD integrity-lead 2018-04-21T02:00:00Z", "RELEASED op-1 2018-04-21T02:00:00Z");
    }

    @Test
    void an_operator_reads_no_content() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());

        assertRefused(of.staff("op-1", "operator").content(added), 403, "forbidden");
    }

    @Test
    void a_side_puts_forward_no_more_than_two_hundred_files() {
        EvidenceSuite of = EvidenceSuite.aCase();
        EvidenceClient merchant = of.merchant();
        for (int i = 0; i < 199; i++) {
            id(merchant.add(of.caseId, EvidenceClient.document()));
        }

        Answer last = merchant.add(of.caseId, EvidenceClient.document());
        assertRefused(merchant.add(of.caseId, EvidenceClient.document()), 422, "evidence-limit-reached");
        assertThat(of.department().add(of.caseId, EvidenceClient.document()).status())
                .isEqualTo(201);
        assertThat(merchant.remove(last).status()).isEqualTo(200);
        assertThat(merchant.add(of.caseId, EvidenceClient.document()).status())
                .as("there is room for one again")
                .isEqualTo(201);
    }
}
