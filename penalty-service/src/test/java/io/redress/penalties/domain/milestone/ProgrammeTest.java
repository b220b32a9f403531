package io.redress.penalties.domain.milestone;

import static io.redress.penalties.domain.milestone.MilestonesOffered.ACADEMY;
import static io.redress.penalties.domain.milestone.MilestonesOffered.CLOSES;
import static io.redress.penalties.domain.milestone.MilestonesOffered.COURSE;
import static io.redress.penalties.domain.milestone.MilestonesOffered.CURE;
import static io.redress.penalties.domain.milestone.MilestonesOffered.ENROLMENT;
import static io.redress.penalties.domain.milestone.MilestonesOffered.OPENS;
import static io.redress.penalties.domain.milestone.MilestonesOffered.milestone;
import static io.redress.penalties.domain.milestone.MilestonesOffered.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.points.CreditLimit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is offered to shops, and what contradicts itself. */
class ProgrammeTest {

    @Test
    void it_takes_shops_from_its_first_instant_and_until_its_last() {
        Programme programme = programme(ACADEMY);

        assertThat(programme.openAt(OPENS.minusNanos(1))).isFalse();
        assertThat(programme.openAt(OPENS)).isTrue();
        assertThat(programme.openAt(CLOSES.minusNanos(1))).isTrue();
        assertThat(programme.openAt(CLOSES)).isFalse();
    }

    @Test
    void a_milestone_and_its_verifier_are_found_by_their_ids() {
        Verifier carrier = new Verifier("carrier", ACADEMY.publicKey());
        Programme programme = programme(carrier, ACADEMY);

        assertThat(programme.milestone("course")).contains(COURSE);
        assertThat(programme.milestone("cure")).contains(CURE);
        assertThat(programme.milestone("orders")).isEmpty();
        assertThat(programme.verifierOf(COURSE)).isEqualTo(ACADEMY);
        assertThatThrownBy(() -> programme(carrier).verifierOf(COURSE)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void one_that_contradicts_itself_nowhere_can_be_offered() {
        assertThat(programme(ACADEMY).contradiction()).isEmpty();
    }

    @Test
    void it_closes_after_it_opens() {
        assertThat(wrong(programme(OPENS, List.of(ACADEMY), List.of(COURSE))))
                .containsExactly(new Refusal.Wrong("/closesAt", "a programme closes after it opens"));
        assertThat(programme(OPENS.plusNanos(1), List.of(ACADEMY), List.of(COURSE))
                        .contradiction())
                .isEmpty();
    }

    @Test
    void verifiers_have_ids_of_their_own_and_keys_that_can_be_read() {
        assertThat(wrong(programme(ACADEMY, ACADEMY, new Verifier("carrier", "bm9uZQ=="))))
                .containsExactly(
                        new Refusal.Wrong("/verifiers/1/id", "another verifier has this id"),
                        new Refusal.Wrong("/verifiers/2/publicKey", "this is no Ed25519 public key (X.509, base64)"));
    }

    @Test
    void milestones_have_ids_of_their_own_and_a_verifier_that_is_named() {
        Milestone orphan = milestone("orders", Milestone.Purpose.EARN_BACK, OptionalInt.of(1), "carrier");

        assertThat(wrong(programme(CLOSES, List.of(ACADEMY), List.of(COURSE, COURSE, orphan))))
                .containsExactly(
                        new Refusal.Wrong("/milestones/1/id", "another milestone has this id"),
                        new Refusal.Wrong("/milestones/2/verifierId", "no verifier has this id"));
    }

    @Test
    void points_are_taken_off_by_what_earns_back_and_by_nothing_else() {
        Milestone nothing = milestone("course", Milestone.Purpose.EARN_BACK, OptionalInt.empty(), "academy");
        Milestone paidCure = milestone("cure", Milestone.Purpose.PROOF_OF_CURE, OptionalInt.of(2), "academy");

        assertThat(wrong(programme(CLOSES, List.of(ACADEMY), List.of(nothing, paidCure))))
                .extracting(Refusal.Wrong::pointer)
                .containsExactly("/milestones/0/credit", "/milestones/1/credit");
    }

    @Test
    void only_a_milestone_that_earns_back_is_about_no_matter() {
        assertThat(Milestone.Purpose.EARN_BACK.namesMatter()).isFalse();
        assertThat(Milestone.Purpose.PROOF_OF_CURE.namesMatter()).isTrue();
        assertThat(Milestone.Purpose.CONDITIONAL_RULING.namesMatter()).isTrue();
        assertThat(Milestone.Purpose.UNDERTAKING.namesMatter()).isTrue();
    }

    @Test
    void what_happens_belongs_to_the_programme_or_to_the_shops_part_in_it() {
        Programme programme = programme(ACADEMY);
        Claim claim = MilestonesOffered.claim(COURSE, Optional.empty(), OPENS, "");
        Verification verification = new Verification("ver_1", "enr_1", "academy", claim, OPENS, 2);

        assertThat(new ProgrammeEvent.ProgrammeCreated(programme).subject()).isEqualTo("prg_1");
        assertThat(new ProgrammeEvent.ShopEnrolled(ENROLMENT, programme).subject())
                .isEqualTo("enr_1");
        assertThat(new ProgrammeEvent.MilestoneVerified(ENROLMENT, COURSE, verification, CreditLimit.NONE).subject())
                .isEqualTo("enr_1");
    }

    private static List<Refusal.Wrong> wrong(Programme programme) {
        Refusal refusal = programme.contradiction().orElseThrow();
        assertThat(refusal.code()).isEqualTo(PenaltyRefusal.PROGRAMME_INVALID);
        return refusal.wrong();
    }
}
