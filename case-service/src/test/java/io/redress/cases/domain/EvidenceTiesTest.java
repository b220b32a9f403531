package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A penalty of two violations: what was put forward for one is no fact of the other. */
class EvidenceTiesTest {

    private static final PenaltyUnderAppeal PENALTY = new PenaltyUnderAppeal(
            "pen_1",
            "m-1004",
            "s-2004",
            Optional.of("enforcement"),
            "enf-1",
            Set.of("enf-lead"),
            List.of(
                    new PenaltyViolation("vio_1", "C-02", Set.of("description", "o-1")),
                    new PenaltyViolation("vio_2", "C-03", Set.of("description", "o-2"))),
            48);

    @Test
    void a_brief_ties_each_piece_to_what_it_argues_or_to_a_requirement() {
        assertThat(refused(filed(tied("doc-1", null, null)))).containsExactly("evidence-not-tied", "/evidence/0");
        assertThat(refused(filed(tied("doc-1", "vio_2", null), tied("doc-2", "vio_3", null))))
                .containsExactly("evidence-not-tied", "/evidence/1/violationId");
        assertThat(refused(filed(tied("doc-1", null, "disputedFact.vio_3"))))
                .containsExactly("evidence-not-tied", "/evidence/0/requirementId");

        Brief brief = CaseFixtures.done(filed(tied("doc-1", "vio_2", null), tied("doc-2", null, "disputedFact.vio_1")))
                .proceedings()
                .brief()
                .orElseThrow();
        assertThat(brief.points().get(0).evidence()).isEmpty();
        assertThat(brief.points().get(1).evidence()).containsExactly(new Evidence("photo", "doc-1"));
        assertThat(brief.forRequirements())
                .containsExactly(new RequirementEvidence("disputedFact.vio_1", new Evidence("photo", "doc-2")));
    }

    @Test
    void a_draft_cites_what_belongs_to_the_violation() {
        CaseFile file = answered(tied("doc-2", "vio_2", null), tied("doc-1", null, "disputedFact.vio_1"));

        assertThat(refused(drafted(file, "doc-2", "o-2")))
                .containsExactly("evidence-not-tied", "/violations/0/facts/1");
        assertThat(refused(drafted(file, "doc-1", "doc-1")))
                .containsExactly("evidence-not-tied", "/violations/1/facts/1");
        assertThat(drafted(file, "doc-1", "doc-2")).isInstanceOf(Outcome.Done.class);
    }

    private static Outcome<CaseChange> filed(TiedEvidence... evidence) {
        CaseFile opened = CaseFixtures.done(Advocacy.open(
                new Intake(
                        "cas_1",
                        new Party("m-1004", "s-2004", "zh"),
                        PENALTY,
                        Optional.of("enforcement"),
                        Checklist.of(1, CaseFixtures.APPEALS, PENALTY, Map.of())),
                CaseFixtures.MERCHANT,
                false,
                OPENED));
        CaseFile assigned = CaseFixtures.done(Advocacy.assign(opened, CaseFixtures.OPERATOR, "adv-1", OPENED));
        List<BriefPoint> points = List.of(point("vio_1"), point("vio_2"));
        return Advocacy.fileBrief(assigned, ADVOCATE, "brf_1", "", points, List.of(evidence), OPENED);
    }

    private static CaseFile answered(TiedEvidence... evidence) {
        CaseFile claimed =
                CaseFixtures.done(Deliberation.claim(CaseFixtures.done(filed(evidence)), ADJUDICATOR, OPENED, OPENED));
        return CaseFixtures.done(Deliberation.answer(claimed, RESPONDENT, TEXT, OPENED));
    }

    /** Both violations are reduced; each cites its description and this. */
    private static Outcome<CaseChange> drafted(CaseFile file, String first, String second) {
        DraftContent content = new DraftContent(
                RulingOutcome.PARTIAL,
                Optional.of(24),
                Optional.empty(),
                List.of(
                        new ViolationRuling("vio_1", RulingOutcome.PARTIAL, TEXT, List.of("description", first)),
                        new ViolationRuling("vio_2", RulingOutcome.PARTIAL, TEXT, List.of("description", second))),
                Optional.empty());
        return Deliberation.draft(
                file, ADJUDICATOR, "drf_1", content, List.of(), Optional.empty(), CaseFixtures.REPLIES_BY, OPENED);
    }

    private static BriefPoint point(String violationId) {
        return new BriefPoint(violationId, List.of(Ground.FACTS_WRONG), TEXT, List.of());
    }

    private static TiedEvidence tied(String reference, String violationId, String requirementId) {
        return new TiedEvidence(
                new Evidence("photo", reference), Optional.ofNullable(violationId), Optional.ofNullable(requirementId));
    }

    private static List<String> refused(Outcome<CaseChange> outcome) {
        Refusal refusal = CaseFixtures.refusal(outcome);
        return List.of(refusal.code().code(), refusal.wrong().get(0).pointer());
    }
}
