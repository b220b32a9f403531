package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.AFTER_REPLIES;
import static io.redress.cases.domain.CaseFixtures.MERCHANT;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.done;
import static io.redress.cases.domain.CaseFixtures.refusal;
import static io.redress.cases.domain.CaseFixtures.staff;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import org.junit.jupiter.api.Test;

/** An advocate goes on with what the merchant has given up. */
class ContinuingTest {

    @Test
    void itIsOfHerOwnMotionAndNothingThatWasDraftedIsShown() {
        CaseFile continued = done(on(withdrawn(CaseFixtures.inReplyWindow()), ADVOCATE));

        assertThat(continued.status()).isEqualTo(CaseStatus.SUBMITTED);
        assertThat(continued.opening().ownMotion()).isTrue();
        assertThat(continued.opening().openedBy()).isEqualTo("user-1");
        assertThat(continued.people().advocate("adv-1")).isTrue();
        assertThat(continued.people().adjudicatorId()).isEmpty();
        assertThat(continued.proceedings().draft()).isEmpty();
        assertThat(continued.proceedings().ending()).isEmpty();
        assertThat(continued.proceedings().brief()).isPresent();
    }

    @Test
    void withoutAnAdvocateAnyMayTakeItUpWhoDidNotImposeThePenalty() {
        CaseFile unassigned = withdrawn(CaseFixtures.opened());

        assertThat(done(on(unassigned, staff("adv-2", "advocacy", "advocate"))).status())
                .isEqualTo(CaseStatus.IN_ADVOCACY);
        assertThat(refusal(on(unassigned, staff("enf-1", "enforcement", "advocate")))
                        .code())
                .isEqualTo(CaseRefusal.OWN_CAUSE);
        assertThat(refusal(on(withdrawn(CaseFixtures.submitted()), staff("adv-2", "advocacy", "advocate")))
                        .code())
                .isEqualTo(CaseRefusal.NOT_THE_ADVOCATE);
    }

    @Test
    void aMerchantWhoTakesItBackOnceMoreHasOptedOut() {
        CaseFile continued = done(on(withdrawn(CaseFixtures.inAdvocacy()), ADVOCATE));
        CaseFile optedOut = withdrawn(continued);

        assertThat(optedOut.counted()).isFalse();
        assertThat(refusal(on(optedOut, ADVOCATE)).code()).isEqualTo(CaseRefusal.MERCHANT_OPTED_OUT);
        CaseFile givenUpByHer = done(Advocacy.withdraw(continued, ADVOCATE, AFTER_REPLIES));
        assertThat(done(on(givenUpByHer, ADVOCATE)).status()).isEqualTo(CaseStatus.IN_ADVOCACY);
    }

    @Test
    void nothingIsGoneOnWithWhereThePenaltyFellOrHasAnotherAppeal() {
        CaseFile withdrawn = withdrawn(CaseFixtures.inAdvocacy());

        assertThat(refusal(Continuing.on(withdrawn, ADVOCATE, false, false, AFTER_REPLIES))
                        .code())
                .isEqualTo(CaseRefusal.PENALTY_NOT_STANDING);
        assertThat(refusal(Continuing.on(withdrawn, ADVOCATE, true, true, AFTER_REPLIES))
                        .code())
                .isEqualTo(CaseRefusal.DUPLICATE);
    }

    private static CaseFile withdrawn(CaseFile file) {
        return done(Advocacy.withdraw(file, MERCHANT, OPENED));
    }

    private static Outcome<CaseChange> on(CaseFile file, Actor actor) {
        return Continuing.on(file, actor, true, false, AFTER_REPLIES);
    }
}
