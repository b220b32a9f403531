package io.redress.penalties.domain.seal;

import static io.redress.penalties.domain.ShopScenario.at;
import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An advocate's challenge to the seal on a penalty of enf-1 that enf-lead approved. */
class SealChallengeCourseTest {

    private static final Optional<Text> TOLD = Optional.of(new Text("照片", "A photograph."));

    private static final CasePeople PEOPLE = new CasePeople(Set.of("adv-1"), Set.of("adj-1"));

    private final Penalty penalty = approved();
    private final SealChallenge challenge = new SealChallenge(
            "sch_1",
            penalty.id(),
            "adv-1",
            new Text("理由", "Grounds."),
            "the photograph",
            at("2018-04-10"),
            at("2018-04-17"),
            false,
            Optional.empty());

    @Test
    void it_is_answered_once_by_somebody_who_had_no_part_in_the_penalty() {
        SealAnswer kept = answer(SealAnswer.Result.KEPT, Optional.empty(), "int-1");

        SealChallenge answered = done(challenge.answered(penalty, PEOPLE, kept));

        assertThat(challenge.open()).isTrue();
        assertThat(answered.open()).isFalse();
        assertThat(answered.answer()).contains(kept);
        assertThat(answered.lapsed()).isFalse();
        assertThat(refusal(answered.answered(penalty, PEOPLE, kept))).isEqualTo(PenaltyRefusal.ILLEGAL_TRANSITION);
    }

    @Test
    void proposer_approver_and_challenger_do_not_answer_it() {
        for (String person : new String[] {"enf-1", "enf-lead", "adv-1"}) {
            assertThat(refusal(challenge.answered(
                            penalty, PEOPLE, answer(SealAnswer.Result.KEPT, Optional.empty(), person))))
                    .as(person)
                    .isEqualTo(PenaltyRefusal.OWN_CAUSE);
        }
    }

    @Test
    void a_disclosure_is_given_when_something_is_disclosed_and_only_then() {
        assertThat(refusal(challenge.answered(penalty, PEOPLE, answer(SealAnswer.Result.KEPT, TOLD, "int-1"))))
                .isEqualTo(PenaltyRefusal.DISCLOSURE_MISMATCH);
        assertThat(refusal(challenge.answered(
                        penalty, PEOPLE, answer(SealAnswer.Result.DISCLOSED, Optional.empty(), "int-1"))))
                .isEqualTo(PenaltyRefusal.DISCLOSURE_MISMATCH);
        assertThat(done(challenge.answered(penalty, PEOPLE, answer(SealAnswer.Result.DISCLOSED, TOLD, "int-1")))
                        .answer()
                        .flatMap(SealAnswer::disclosure))
                .isEqualTo(TOLD);
    }

    @Test
    void one_that_lapses_stays_open_and_may_still_be_answered() {
        SealChallenge lapsed = challenge.asLapsed();

        assertThat(lapsed.lapsed()).isTrue();
        assertThat(lapsed.open()).isTrue();
        assertThat(done(lapsed.answered(penalty, PEOPLE, answer(SealAnswer.Result.DISCLOSED, TOLD, "int-1")))
                        .lapsed())
                .isTrue();
    }

    private static Penalty approved() {
        ShopScenario shop = new ShopScenario();
        String id = shop.propose("2018-04-01", charge("C-91", "l-1", "2018-03-01"));
        shop.approve(id, "enf-lead", "2018-04-02");
        return shop.penalty(id);
    }

    private static SealAnswer answer(SealAnswer.Result result, Optional<Text> disclosure, String by) {
        return new SealAnswer(result, new Text("因为", "Because."), disclosure, by, at("2018-04-12"));
    }

    private static SealChallenge done(Outcome<SealChallenge> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<SealChallenge>) outcome).value();
    }

    private static Object refusal(Outcome<SealChallenge> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        return ((Outcome.Refused<SealChallenge>) outcome).refusal().code();
    }
}
