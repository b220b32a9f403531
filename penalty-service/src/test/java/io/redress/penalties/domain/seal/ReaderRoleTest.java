package io.redress.penalties.domain.seal;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Penalty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may read how a breach was detected, and as what. */
class ReaderRoleTest {

    private static final CasePeople PEOPLE = new CasePeople(Set.of("adv-1"), Set.of("adj-1"));

    private final ShopScenario shop = new ShopScenario();
    private final String heldId = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
    private final Penalty held = shop.penalty(heldId);

    @Test
    void each_part_in_the_matter_is_a_part_of_its_own() {
        assertThat(of(held, "enf-1")).contains(ReaderRole.PROPOSER);
        assertThat(of(held, "enf-lead", "enforcement-approver")).contains(ReaderRole.APPROVER);
        assertThat(of(held, "adv-1", "advocate")).contains(ReaderRole.ADVOCATE);
        assertThat(of(held, "adj-1", "adjudicator")).contains(ReaderRole.ADJUDICATOR);
        assertThat(of(held, "int-1", "integrity")).contains(ReaderRole.INTEGRITY);
    }

    @Test
    void a_role_alone_is_no_part_in_the_matter() {
        assertThat(of(held, "enf-2", "enforcement")).isEmpty();
        assertThat(of(held, "adv-2", "advocate")).isEmpty();
        assertThat(of(held, "adj-2", "adjudicator")).isEmpty();
    }

    @Test
    void whoever_may_approve_reads_it_while_it_is_held_and_whoever_did_reads_it_for_ever() {
        shop.approve(heldId, "enf-lead", "2018-04-02");
        Penalty approved = shop.penalty(heldId);

        assertThat(of(approved, "enf-lead", "enforcement-approver")).contains(ReaderRole.APPROVER);
        assertThat(of(approved, "enf-lead")).contains(ReaderRole.APPROVER);
        assertThat(of(approved, "enf-lead-2", "enforcement-approver")).isEmpty();
    }

    @Test
    void nobody_on_the_merchants_side_reads_it_whatever_else_he_is() {
        for (String role : new String[] {"merchant", "delegate", "agency"}) {
            assertThat(of(held, "enf-1", role, "integrity")).as(role).isEmpty();
        }
        assertThat(ReaderRole.of(held, PEOPLE, new ReaderRole.Person("enf-1", Set.of("integrity"), true)))
                .isEmpty();
    }

    @Test
    void neither_a_record_nor_a_term_shows_in_a_log() {
        DetectionRecord record = new DetectionRecord(
                "the burgundy signal fired", List.of("signal-7"), Optional.of("7"), Optional.empty(), Optional.empty());
        SealedTerms terms = new SealedTerms(List.of(new SealedTerms.Term("burgundy", "酒红")));

        assertThat(record).hasToString("DetectionRecord[***]");
        assertThat(terms).hasToString("SealedTerms[1]");
        assertThat(terms.terms().get(0)).hasToString("Term[***]");
    }

    private static Optional<ReaderRole> of(Penalty penalty, String id, String... roles) {
        return ReaderRole.of(penalty, PEOPLE, new ReaderRole.Person(id, Set.of(roles), false));
    }
}
