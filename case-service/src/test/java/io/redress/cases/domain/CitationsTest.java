package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.PrecedentAnswer.Stance;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationsTest {

    private static final Precedent FINAL = precedent("rul_7", "cas_7", true);
    private static final Precedent REOPENED = precedent("rul_8", "cas_8", false);
    private static final Precedent OWN = precedent("rul_9", "cas_1", true);
    private static final Map<String, Precedent> KNOWN = Map.of("rul_7", FINAL, "rul_8", REOPENED, "rul_9", OWN);

    @Test
    void a_ruling_is_cited_when_it_is_another_cases_and_final() {
        assertThat(inBrief("rul_7")).isEmpty();
        assertThat(refused(inBrief("rul_7", "rul_none")))
                .containsExactly("unknown-precedent", "/violations/0/precedents/1");
        assertThat(refused(inBrief("rul_8"))).containsExactly("precedent-not-final", "/violations/0/precedents/0");
        assertThat(refused(inBrief("rul_9"))).containsExactly("precedent-of-own-case", "/violations/0/precedents/0");
        assertThat(refused(Citations.inDraft(answered(), List.of(answer("rul_7"), answer("rul_8")), KNOWN)))
                .containsExactly("precedent-not-final", "/precedents/1/rulingId");
    }

    @Test
    void what_the_brief_cites_is_answered_although_it_was_reopened_since() {
        assertThat(Citations.inDraft(answered("rul_8"), List.of(answer("rul_8")), KNOWN))
                .isEmpty();
    }

    @Test
    void a_draft_answers_each_ruling_that_the_brief_cites_once_and_with_reasons() {
        CaseFile file = answered("rul_7", "rul_6");
        PrecedentAnswer unreasoned = new PrecedentAnswer("rul_6", Stance.DISTINGUISHED, new BilingualText("不同", ""));

        assertThat(refused(drafted(file))).containsExactly("precedent-not-answered", "/precedents");
        assertThat(refused(drafted(file, answer("rul_7")))).containsExactly("precedent-not-answered", "/precedents");
        assertThat(refused(drafted(file, answer("rul_7"), unreasoned)))
                .containsExactly("precedent-not-answered", "/precedents/1/reasons");
        assertThat(refused(drafted(file, answer("rul_7"), answer("rul_6"), answer("rul_7"))))
                .containsExactly("precedent-not-answered", "/precedents/2/rulingId");
        assertThat(drafted(file, answer("rul_7"), answer("rul_6"), answer("rul_5")))
                .isEmpty();
        assertThat(drafted(answered())).isEmpty();
    }

    private static Optional<Refusal> inBrief(String... cited) {
        return Citations.inBrief("cas_1", List.of(point(cited)), KNOWN);
    }

    private static CaseFile answered(String... cited) {
        CaseFile submitted = CaseFixtures.done(
                Advocacy.fileBrief(CaseFixtures.inAdvocacy(), ADVOCATE, "brf_1", "", List.of(point(cited)), OPENED));
        CaseFile claimed = CaseFixtures.done(Deliberation.claim(submitted, ADJUDICATOR, OPENED, OPENED));
        return CaseFixtures.done(Deliberation.answer(claimed, RESPONDENT, TEXT, OPENED));
    }

    private static Optional<Refusal> drafted(CaseFile file, PrecedentAnswer... answers) {
        DraftContent content = new DraftContent(
                RulingOutcome.PARTIAL,
                Optional.of(24),
                Optional.empty(),
                CaseFixtures.ruling(),
                Optional.empty(),
                new EarlierRulings(List.of(answers), Map.of()));
        return Deliberation.draftRefusal(file, ADJUDICATOR, content, OPENED);
    }

    private static BriefPoint point(String... cited) {
        return new BriefPoint("vio_1", List.of(Ground.NOT_ENUMERATED), TEXT, List.of(), List.of(cited));
    }

    private static PrecedentAnswer answer(String rulingId) {
        return new PrecedentAnswer(rulingId, Stance.FOLLOWED, TEXT);
    }

    private static Precedent precedent(String rulingId, String caseId, boolean stands) {
        return new Precedent(
                rulingId, caseId, CaseKind.PENALTY_APPEAL, List.of("C-02"), RulingOutcome.UPHOLD, OPENED, stands);
    }

    private static List<String> refused(Optional<Refusal> refusal) {
        return List.of(
                refusal.orElseThrow().code().code(),
                refusal.get().wrong().get(0).pointer());
    }
}
