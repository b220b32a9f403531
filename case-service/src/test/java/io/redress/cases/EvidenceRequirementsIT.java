package io.redress.cases;

import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.assertRefused;
import static io.redress.cases.EvidenceSuite.id;
import static io.redress.cases.EvidenceSuite.ids;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files that the advocate names for the requirements of a case. */
class EvidenceRequirementsIT {

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    private static Answer named(EvidenceSuite of, Answer seen, String evidenceId) {
        return SUITE.command(
                SUITE.staff("adv-1", "advocate"),
                seen,
                "requirements",
                new JsonObject()
                        .put("requirementId", "disputedFact." + of.penalty.violationId())
                        .put("state", "PROVIDED")
                        .put(
                                "evidence",
                                new JsonObject().put("kind", "orderExport").put("reference", evidenceId)));
    }

    private static Answer brief(EvidenceSuite of, Answer seen) {
        JsonObject brief = CaseSuite.brief(of.penalty, "NOT_ENUMERATED");
        brief.getJsonArray("violations").getJsonObject(0).put("evidence", new JsonArray());
        return SUITE.command(SUITE.staff("adv-1", "advocate"), seen, "briefs", brief);
    }

    @Test
    void a_requirement_names_files_of_its_own_case_and_side_that_can_be_read() {
        EvidenceSuite of = EvidenceSuite.aCase();
        EvidenceSuite other = EvidenceSuite.aCase();
        Answer elsewhere = other.advocate().add(other.caseId, EvidenceClient.document());
        Answer departments = of.department().add(of.caseId, EvidenceClient.document());
        Answer hardship = of.merchant()
                .add(of.caseId, "illness.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, EvidenceClient.document());
        Answer removed = of.merchant().add(of.caseId, EvidenceClient.document());
        assertThat(of.merchant().remove(removed).status()).isEqualTo(200);

        assertRefused(named(of, of.opened, "evd_unknown"), 422, "unknown-evidence");
        assertRefused(named(of, of.opened, id(elsewhere)), 422, "unknown-evidence");
        assertRefused(named(of, of.opened, id(departments)), 422, "unknown-evidence");
        assertRefused(named(of, of.opened, id(removed)), 422, "unknown-evidence");
        assertRefused(named(of, of.opened, id(hardship)), 422, "hardship-is-no-ground");
        Answer good = named(of, of.opened, "e-1001");
        assertThat(good.status()).as("what is not a file: " + good.text()).isEqualTo(200);
    }

    @Test
    void a_file_that_a_requirement_names_is_its_sides_alone_until_the_brief_opens_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer named = EarlierCases.ok(named(of, of.opened, id(added)));
        assertRefused(of.adjudicator().content(added), 404, "not-found");

        Answer filed = brief(of, named);

        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        assertThat(of.adjudicator().content(added).status()).isEqualTo(200);
        assertThat(of.department().details(added).json().getString("filedBy")).isEqualTo("adv-1");
        assertThat(SUITE.published
                        .await(of.caseId, "BriefFiled")
                        .getJsonObject("data")
                        .encode())
                .as("others can tell what was disclosed to be heard")
                .contains(id(added));
    }

    @Test
    void after_the_brief_a_file_is_opened_when_a_requirement_names_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer filed = EarlierCases.ok(brief(of, of.opened));
        Answer added = of.advocate().add(of.caseId, EvidenceClient.document());
        assertThat(ids(of.adjudicator().list(of.caseId))).isEmpty();

        EarlierCases.ok(named(of, filed, id(added)));

        assertThat(ids(of.adjudicator().list(of.caseId))).containsExactly(id(added));
        assertThat(EvidenceCommandsIT.entries(of.integrity().log(added))).contains("FILED adv-1 2018-04-21T02:00:00Z");
    }

    @Test
    void a_brief_does_not_rest_on_a_requirement_whose_file_was_taken_back_and_the_staged_one_says_so() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer added = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer named = EarlierCases.ok(named(of, of.opened, id(added)));
        assertThat(of.merchant().remove(added).status()).isEqualTo(200);

        assertRefused(brief(of, named), 422, "unknown-evidence");
        Answer staged = of.advocate().api().get("/v1/cases/" + of.caseId + "/briefs/staged");
        assertThat(staged.json().getJsonArray("missing").encode())
                .as(staged.text())
                .contains("unknown-evidence");

        Answer renamed = EarlierCases.ok(named(of, named, "e-1001"));
        assertThat(brief(of, renamed).status()).isEqualTo(200);
    }
}
