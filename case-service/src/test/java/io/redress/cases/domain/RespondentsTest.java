package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Respondents.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Principle 14: who answers for a penalty, and who is above, has no say in the defence. */
class RespondentsTest {

    static final Respondents RESPONDENTS =
            new Respondents(Set.of("enforcement"), Set.of("enf-1", "enf-lead"), Set.of("enf-lead", "gov-vp", "ceo"));

    private static final AdvocatePanel PANEL =
            AdvocatePanelTest.panel(CaseFixtures.inAdvocacy(), AdvocatePanelTest.adv2());

    @ParameterizedTest
    @CsvSource({
        "enf-1, enforcement, RESPONDENT",
        "enf-7, enforcement, RESPONDENT",
        "enf-lead, enforcement, RESPONDENT",
        "gov-vp, governance, ABOVE_RESPONDENT",
        "ceo, exec, ABOVE_RESPONDENT"
    })
    void the_department_its_people_and_everybody_above_them_stand_against_the_merchant(
            String employee, String department, Standing standing) {
        assertThat(RESPONDENTS.standing(employee, Optional.of(department))).contains(standing);
    }

    @Test
    void others_do_not() {
        assertThat(RESPONDENTS.standing("care-vp", Optional.of("care"))).isEmpty();
        assertThat(RESPONDENTS.standing("ops-1", Optional.empty())).isEmpty();
    }

    @Test
    void an_advocate_reports_to_the_nearest_superior_who_is_free_of_the_respondents() {
        assertThat(RESPONDENTS.reportsTo(line("adv-1", "adv-lead", "care-vp", "ceo")))
                .contains("adv-lead");
        assertThat(RESPONDENTS.reportsTo(line("adv-1", "enf-lead", "adv-lead", "gov-vp", "ceo")))
                .contains("adv-lead");
        assertThat(RESPONDENTS.reportsTo(line("adv-1", "gov-vp", "ceo"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"enf-2, enforcement, operator", "gov-vp, governance, operator", "enf-1, enforcement, advocate"})
    void a_respondent_reassigns_nobody_whatever_the_role(String employee, String department, String role) {
        Actor actor = CaseFixtures.staff(employee, department, role);

        assertThat(CaseFixtures.refusal(AdvocateChanges.reassign(
                                CaseFixtures.inAdvocacy(),
                                actor,
                                Optional.of("adv-2"),
                                PANEL,
                                RESPONDENTS,
                                CaseFixtures.OPENED))
                        .code())
                .isEqualTo(CaseRefusal.ADVOCATE_IS_FREE);
    }

    @Test
    void another_advocate_reassigns_nobody_either() {
        Actor other = CaseFixtures.staff("adv-3", "advocacy", "advocate");

        assertThat(CaseFixtures.refusal(AdvocateChanges.reassign(
                                CaseFixtures.inAdvocacy(),
                                other,
                                Optional.empty(),
                                PANEL,
                                RESPONDENTS,
                                CaseFixtures.OPENED))
                        .code())
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
    }

    @Test
    void the_advocate_passes_the_case_on_and_the_event_says_from_whom() {
        assertThat(CaseFixtures.events(AdvocateChanges.reassign(
                        CaseFixtures.inAdvocacy(),
                        CaseFixtures.ADVOCATE,
                        Optional.of("adv-2"),
                        PANEL,
                        RESPONDENTS,
                        CaseFixtures.OPENED)))
                .containsExactly(new CaseEvent.AdvocateChanged("adv-2", "adv-1", AdvocateChanges.Cause.REASSIGNED));
    }

    @Test
    void a_merchant_asks_for_another_advocate_once() {
        CaseFile changed = CaseFixtures.done(
                AdvocateChanges.ask(CaseFixtures.inAdvocacy(), CaseFixtures.MERCHANT, PANEL, CaseFixtures.OPENED));

        assertThat(changed.people().advocate("adv-2")).isTrue();
        assertThat(CaseFixtures.refusal(AdvocateChanges.ask(changed, CaseFixtures.MERCHANT, PANEL, CaseFixtures.OPENED))
                        .code())
                .isEqualTo(CaseRefusal.ADVOCATE_CHANGE_USED);
    }

    @Test
    void a_merchant_may_ask_after_the_case_was_passed_on() {
        CaseFile passedOn = CaseFixtures.done(AdvocateChanges.reassign(
                CaseFixtures.inAdvocacy(),
                CaseFixtures.OPERATOR,
                Optional.empty(),
                PANEL,
                RESPONDENTS,
                CaseFixtures.OPENED));

        assertThat(CaseAdmission.refusal(
                        passedOn, CaseCommand.CHANGE_ADVOCATE, CaseFixtures.MERCHANT, CaseFixtures.OPENED))
                .isEmpty();
    }

    @Test
    void only_after_the_end_and_only_by_merchant_and_peers_is_an_advocate_rated() {
        assertThat(rated(CaseFixtures.inAdvocacy(), CaseFixtures.MERCHANT)).isEqualTo(CaseRefusal.ILLEGAL_TRANSITION);
        assertThat(rated(CaseFixtures.closed(), CaseFixtures.ADVOCATE)).isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(rated(CaseFixtures.closed(), CaseFixtures.staff("gov-vp", "governance", "advocate")))
                .isEqualTo(CaseRefusal.ADVOCATE_IS_FREE);
        assertThat(rated(CaseFixtures.inAdvocacy(), CaseFixtures.RESPONDENT)).isEqualTo(CaseRefusal.ADVOCATE_IS_FREE);
        assertThat(rated(CaseFixtures.closed(), CaseFixtures.staff("other-1", "campaigns", "respondent")))
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
    }

    private static Object rated(CaseFile file, Actor actor) {
        return CaseFixtures.refusal(AdvocateRating.of(file, actor, RESPONDENTS, 5, CaseFixtures.OPENED))
                .code();
    }

    private static ReportingLine line(String... people) {
        return new ReportingLine(Optional.of("advocacy"), List.of(people));
    }
}
