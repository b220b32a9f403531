package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADJUDICATOR;
import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPERATOR;
import static io.redress.cases.domain.CaseFixtures.OTHER;
import static io.redress.cases.domain.CaseFixtures.RESPONDENT;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoteSightTest {

    private final CaseFile file = CaseFixtures.inDeliberation();

    @Test
    void a_side_reads_and_writes_its_own() {
        assertThat(NoteSight.of(file, ADVOCATE)).isEqualTo(own(NoteSide.ADVOCACY));
        assertThat(NoteSight.of(file, ADJUDICATOR)).isEqualTo(own(NoteSide.ADJUDICATION));
        assertThat(NoteSight.of(file, OTHER)).isEqualTo(own(NoteSide.ADJUDICATION));
        assertThat(NoteSight.of(file, RESPONDENT)).isEqualTo(own(NoteSide.DEPARTMENT));
    }

    @Test
    void the_advocate_stays_on_her_side_whatever_else_she_is() {
        Actor advocate = staff("adv-1", "advocacy", "advocate", "adjudicator", "integrity");

        assertThat(NoteSight.of(file, advocate)).isEqualTo(own(NoteSide.ADVOCACY));
    }

    @Test
    void integrity_reads_all_and_writes_none_unless_it_brought_the_case_about() {
        assertThat(NoteSight.of(file, staff("integrity-lead", "integrity", "integrity")))
                .isEqualTo(new NoteSight(Set.of(NoteSide.values()), Optional.empty()));
        assertThat(NoteSight.of(file, staff("enf-1", "integrity", "integrity"))).isEqualTo(none());
        assertThat(NoteSight.of(file, staff("enf-1", "integrity", "adjudicator")))
                .isEqualTo(none());
    }

    @Test
    void everybody_else_reads_none() {
        assertThat(NoteSight.of(file, MERCHANT)).isEqualTo(none());
        assertThat(NoteSight.of(file, OPERATOR)).isEqualTo(none());
        assertThat(NoteSight.of(file, staff("adv-2", "advocacy", "advocate"))).isEqualTo(none());
        assertThat(NoteSight.of(file, staff("campaigns-1", "campaigns", "respondent")))
                .isEqualTo(none());
    }

    private static NoteSight own(NoteSide side) {
        return new NoteSight(Set.of(side), Optional.of(side));
    }

    private static NoteSight none() {
        return new NoteSight(Set.of(), Optional.empty());
    }
}
