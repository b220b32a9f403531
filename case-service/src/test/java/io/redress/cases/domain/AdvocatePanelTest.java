package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which an advocate is chosen. The case is in Chinese; enf-1 proposed, enf-lead approved the penalty. */
class AdvocatePanelTest {

    private static final ReportingLine PROPOSER = line("enforcement", "enf-1", "enf-lead", "gov-vp", "ceo");

    private final CaseFile file = CaseFixtures.opened();

    static AdvocatePanel panel(CaseFile file, Candidate... candidates) {
        return new AdvocatePanel(file, PROPOSER, List.of(candidates));
    }

    static Candidate adv2() {
        return advocate("adv-2", 100, Map.of(), "zh");
    }

    private static Candidate advocate(String id, int capacity, Map<CaseStatus, Integer> open, String... languages) {
        return new Candidate(
                id,
                true,
                Set.of(languages),
                capacity,
                open,
                Set.of(),
                false,
                false,
                line("advocacy", id, "adv-lead", "care-vp", "ceo"));
    }

    private static Candidate with(Candidate one, Relation relation, boolean absent, boolean former) {
        Set<Relation> relations = relation == null ? Set.of() : Set.of(relation);
        return new Candidate(
                one.id(), true, one.languages(), one.capacity(), one.open(), relations, absent, former, one.line());
    }

    private static Candidate inLine(String id, ReportingLine line) {
        return new Candidate(id, true, Set.of("zh"), 100, Map.of(), Set.of(), false, false, line);
    }

    private static ReportingLine line(String department, String... people) {
        return new ReportingLine(Optional.of(department), List.of(people));
    }

    private String chosen(Candidate... candidates) {
        return ((Outcome.Done<String>) panel(file, candidates).chosen()).value();
    }

    private Set<Conflict> conflicts(Candidate candidate) {
        return panel(file, candidate).assessed().get(0).conflicts();
    }

    @Test
    void who_has_the_least_work_is_chosen() {
        Candidate threeBriefs = advocate("adv-1", 100, Map.of(CaseStatus.IN_ADVOCACY, 3), "zh");
        Candidate eightWaiting = advocate("adv-2", 100, Map.of(CaseStatus.SUBMITTED, 8), "zh");

        // 3 briefs to be written weigh 9, 8 cases that wait for others weigh 8
        assertThat(chosen(threeBriefs, eightWaiting)).isEqualTo("adv-2");
        assertThat(threeBriefs.load()).isEqualTo(900);
        assertThat(eightWaiting.load()).isEqualTo(800);
    }

    @Test
    void the_same_work_is_more_for_who_has_half_the_time() {
        Candidate whole = advocate("adv-2", 100, Map.of(CaseStatus.REPLY_WINDOW, 2, CaseStatus.EXECUTING, 1), "zh");
        Candidate half = advocate("adv-1", 50, Map.of(CaseStatus.REPLY_WINDOW, 1, CaseStatus.EXECUTING, 1), "zh");

        assertThat(whole.load()).isEqualTo(500);
        assertThat(half.load()).isEqualTo(600);
        assertThat(chosen(whole, half)).isEqualTo("adv-2");
    }

    @Test
    void the_merchants_language_goes_before_little_work() {
        Candidate idle = advocate("adv-1", 100, Map.of(), "en");
        Candidate busy = advocate("adv-2", 100, Map.of(CaseStatus.IN_ADVOCACY, 20), "zh", "en");

        assertThat(chosen(idle, busy)).isEqualTo("adv-2");
        assertThat(chosen(idle)).isEqualTo("adv-1"); // better than nobody
    }

    @Test
    void with_the_same_work_the_first_by_id_is_chosen_in_whatever_order_they_come() {
        Candidate one = advocate("adv-1", 100, Map.of(), "zh");

        assertThat(chosen(adv2(), one)).isEqualTo("adv-1");
        assertThat(chosen(one, adv2())).isEqualTo("adv-1");
    }

    @ParameterizedTest
    @CsvSource({"OWN, OWN_SHOP", "FAMILY, FAMILY_SHOP", "FORMER, FORMER_SHOP", "COMPLAINANT, ACTED_FOR_COMPLAINANT"})
    void a_declared_interest_is_a_conflict(Relation relation, Conflict conflict) {
        assertThat(conflicts(with(adv2(), relation, false, false))).containsExactly(conflict);
    }

    @Test
    void who_is_absent_or_was_asked_away_is_not_chosen() {
        assertThat(conflicts(with(adv2(), null, true, false))).containsExactly(Conflict.ABSENT);
        assertThat(conflicts(with(adv2(), null, false, true))).containsExactly(Conflict.SAME_ADVOCATE);
    }

    @Test
    void who_proposed_approved_or_adjudicates_cannot_defend() {
        CaseFile claimed = CaseFixtures.inDeliberation();
        ReportingLine elsewhere = line("advocacy", "x", "care-vp", "ceo");

        assertThat(panel(claimed, inLine("enf-1", elsewhere)).assessed().get(0).conflicts())
                .containsExactly(Conflict.PROPOSED_PENALTY);
        assertThat(panel(claimed, inLine("enf-lead", elsewhere))
                        .assessed()
                        .get(0)
                        .conflicts())
                .containsExactly(Conflict.APPROVED_PENALTY);
        assertThat(panel(claimed, inLine("adj-1", elsewhere)).assessed().get(0).conflicts())
                .containsExactly(Conflict.ADJUDICATES_CASE);
    }

    @Test
    void who_ruled_or_had_the_case_reopened_cannot_defend_in_it_later() {
        CaseFile reopened = CaseFixtures.done(Review.decide(
                CaseFixtures.reopened(), CaseFixtures.THIRD, true, CaseFixtures.TEXT, CaseFixtures.AFTER_REPLIES));
        ReportingLine elsewhere = line("advocacy", "x", "care-vp", "ceo");

        for (String person : List.of("adj-1", CaseFixtures.OTHER.id(), CaseFixtures.THIRD.id())) {
            assertThat(panel(reopened, inLine(person, elsewhere))
                            .assessed()
                            .get(0)
                            .conflicts())
                    .as(person)
                    .containsExactly(Conflict.ADJUDICATES_CASE);
        }
    }

    @Test
    void below_the_same_head_is_the_proposers_reporting_line_but_not_below_the_head_of_all() {
        assertThat(conflicts(inLine("enf-9", line("other", "enf-9", "gov-vp", "ceo"))))
                .containsExactly(Conflict.REPORTING_LINE);
        assertThat(conflicts(inLine("gov-vp", line("governance", "gov-vp", "ceo"))))
                .containsExactly(Conflict.REPORTING_LINE);
        assertThat(conflicts(inLine("solo", line("enforcement", "solo")))).containsExactly(Conflict.REPORTING_LINE);
        assertThat(conflicts(inLine("ceo", line("exec", "ceo")))).isEmpty();
        assertThat(conflicts(adv2())).isEmpty();
    }

    @Test
    void who_is_named_is_refused_with_every_reason() {
        Candidate torn = with(adv2(), Relation.FAMILY, true, false);

        Refusal refusal = CaseFixtures.refusal(panel(file, torn).named("adv-2"));

        assertThat(refusal.code()).isEqualTo(CaseRefusal.CONFLICT_OF_INTEREST);
        assertThat(refusal.wrong())
                .extracting(Refusal.Wrong::detail)
                .containsExactly("FAMILY_SHOP: the shop or the merchant is of the family", "ABSENT: is absent");
    }

    @Test
    void who_has_a_part_in_the_case_is_refused_for_it_whatever_else_there_is() {
        Candidate proposer = inLine("enf-1", PROPOSER);

        assertThat(CaseFixtures.refusal(panel(file, proposer).named("enf-1")).code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
    }

    @Test
    void nobody_is_chosen_who_is_not_listed_or_has_a_conflict() {
        Candidate unlisted =
                new Candidate("adv-9", false, Set.of("zh"), 100, Map.of(), Set.of(), false, false, adv2().line());

        assertThat(CaseFixtures.refusal(panel(file, unlisted, with(adv2(), null, true, false))
                                .chosen())
                        .code())
                .isEqualTo(CaseRefusal.NO_ADVOCATE_FREE);
    }

    @Test
    void a_delegate_is_preferred_unless_something_stands_against_it() {
        Candidate busy = advocate("adv-3", 100, Map.of(CaseStatus.IN_ADVOCACY, 9), "en");

        assertThat(panel(file, busy, adv2()).preferred(Optional.of("adv-3"))).isEqualTo(Outcome.done("adv-3"));
        assertThat(panel(file, with(busy, null, true, false), adv2()).preferred(Optional.of("adv-3")))
                .isEqualTo(Outcome.done("adv-2"));
        assertThat(panel(file, busy, adv2()).preferred(Optional.of("nobody"))).isEqualTo(Outcome.done("adv-2"));
    }
}
