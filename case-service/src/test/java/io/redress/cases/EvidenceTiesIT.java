package io.redress.cases;

import static io.redress.cases.EarlierCases.assertRefused;
import static io.redress.cases.EvidenceSuite.SUITE;
import static io.redress.cases.EvidenceSuite.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.testkit.ApiClient;
import io.redress.testkit.ApiClient.Answer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every piece of evidence belongs to a violation or to a requirement, in the brief and in the ruling; hardship to neither. */
class EvidenceTiesIT {

    private final ApiClient adjudicator = SUITE.staff("adj-1", "adjudicator");

    @BeforeEach
    void april() {
        SUITE.clock.set("2018-04-21T10:00:00+08:00");
    }

    @Test
    void evidence_that_is_tied_to_nothing_of_the_case_is_refused() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Penalty other = SUITE.penalty();

        assertRefused(brief(of, piece("doc-7")), 422, "evidence-not-tied", "/evidence/0");
        assertRefused(
                brief(
                        of,
                        piece("doc-7").put("violationId", of.penalty.violationId()),
                        piece("doc-8").put("violationId", other.violationId())),
                422,
                "evidence-not-tied",
                "/evidence/1/violationId");
        assertRefused(
                brief(of, piece("doc-7").put("requirementId", "noSuchProof")),
                422,
                "evidence-not-tied",
                "/evidence/0/requirementId");
        assertThat(of.merchant().api().get("/v1/cases/" + of.caseId).etag()).isEqualTo(of.opened.etag());
    }

    @Test
    void evidence_tied_to_a_violation_stands_with_it_and_to_a_requirement_beside_it() {
        EvidenceSuite of = EvidenceSuite.aCase();
        Answer file = of.merchant().add(of.caseId, EvidenceClient.document());
        String requirement = "disputedFact." + of.penalty.violationId();

        Answer filed = brief(
                of,
                piece("doc-7").put("violationId", of.penalty.violationId()),
                piece(id(file)).put("requirementId", requirement),
                piece("doc-9").put("kind", "HARDSHIP").put("requirementId", requirement));

        assertThat(filed.status()).as(filed.text()).isEqualTo(200);
        JsonObject brief = filed.json().getJsonObject("brief");
        assertThat(brief.getJsonArray("violations").getJsonObject(0).getJsonArray("evidence"))
                .contains(piece("doc-7"));
        assertThat(brief.getJsonArray("evidence").getJsonObject(0))
                .isEqualTo(piece(id(file)).put("requirementId", requirement));
        assertThat(brief.getJsonArray("evidence")).hasSize(2);
        JsonObject seen = adjudicator.get("/v1/cases/" + of.caseId).json().getJsonObject("brief");
        assertThat(seen.getJsonArray("evidence")).hasSize(1);
        assertThat(of.department().details(file).json().getBoolean("filed")).isTrue();
        JsonObject told = SUITE.published.await(of.caseId, "BriefFiled").getJsonObject("data");
        assertThat(told.getJsonArray("files").getJsonObject(0))
                .isEqualTo(new JsonObject()
                        .put("evidenceId", id(file))
                        .put("sha256", file.json().getString("sha256")));
    }

    @Test
    void a_ruling_cites_files_that_were_filed_and_neither_hardship_nor_what_was_disclosed_against_the_merchant() {
        EvidenceSuite of = EvidenceSuite.aCase();
        SUITE.peer.effects(of.penalty.id());
        Answer filed = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer staged = of.merchant().add(of.caseId, EvidenceClient.document());
        Answer hardship = of.merchant()
                .add(of.caseId, "illness.pdf", "&tag=HARDSHIP", EvidenceClient.PDF, EvidenceClient.document());
        assertThat(of.brief(EvidenceSuite.cited(filed)).status()).isEqualTo(200);
        assertThat(of.merchant().file(hardship).status()).isEqualTo(200);
        Answer answered = answered(of);

        assertRefused(draft(of, answered, "PARTIAL", id(staged)), 422, "evidence-not-tied", "/violations/0/facts/1");
        assertRefused(draft(of, answered, "PARTIAL", "evd_none"), 422, "evidence-not-tied", "/violations/0/facts/1");
        assertRefused(
                draft(of, answered, "PARTIAL", id(hardship)), 422, "hardship-is-no-ground", "/violations/0/facts/1");
        Answer late = of.merchant().add(of.caseId, EvidenceClient.document());
        assertThat(of.merchant().file(late).status()).isEqualTo(200);
        assertRefused(draft(of, answered, "UPHOLD", id(late)), 422, "protected-disclosure", "/violations/0/facts/1");

        Answer drafted = draft(of, answered, "PARTIAL", id(filed));
        assertThat(drafted.status()).as(drafted.text()).isEqualTo(200);
        SUITE.clock.set("2018-05-10T10:00:00+08:00");
        assertRefused(rule(of, drafted, hardship), 422, "hardship-is-no-ground", "/violations/0/facts/1");
        assertRefused(rule(of, drafted, staged), 422, "evidence-not-tied", "/violations/0/facts/1");
    }

    private Answer rule(EvidenceSuite of, Answer drafted, Answer cited) {
        JsonObject ruling = new JsonObject()
                .put("draftId", drafted.json().getJsonObject("draft").getString("id"))
                .put("violations", violations(of, "PARTIAL", id(cited)));
        return SUITE.command(adjudicator, drafted, "rulings", ruling);
    }

    private static Answer answered(EvidenceSuite of) {
        Answer seen = SUITE.staff("adj-1", "adjudicator").get("/v1/cases/" + of.caseId);
        Answer claimed =
                EarlierCases.ok(SUITE.command(SUITE.staff("adj-1", "adjudicator"), seen, "claim", CaseSuite.NOTHING));
        return EarlierCases.ok(SUITE.command(
                SUITE.staff("enf-2", "enforcement"),
                claimed,
                "answers",
                new JsonObject().put("text", CaseSuite.REASONS)));
    }

    private static Answer brief(EvidenceSuite of, JsonObject... evidence) {
        JsonArray pieces = new JsonArray();
        Stream.of(evidence).forEach(pieces::add);
        JsonObject brief = CaseSuite.brief(of.penalty, "NOT_ENUMERATED").put("evidence", pieces);
        return SUITE.command(SUITE.staff("adv-1", "advocate"), of.opened, "briefs", brief);
    }

    private Answer draft(EvidenceSuite of, Answer answered, String outcome, String fact) {
        JsonObject draft = new JsonObject().put("outcome", outcome).put("violations", violations(of, outcome, fact));
        if (outcome.equals("PARTIAL")) {
            draft.put("points", 24);
        }
        return SUITE.command(adjudicator, answered, "draft-rulings", draft);
    }

    private static JsonArray violations(EvidenceSuite of, String outcome, String fact) {
        return new JsonArray()
                .add(CaseSuite.violations(of.penalty)
                        .getJsonObject(0)
                        .put("outcome", outcome)
                        .put("facts", new JsonArray().add("description").add(fact)));
    }

    private static JsonObject piece(String reference) {
        return new JsonObject().put("kind", "orderExport").put("reference", reference);
    }
}
