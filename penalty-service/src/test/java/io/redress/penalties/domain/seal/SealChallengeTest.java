package io.redress.penalties.domain.seal;

import static io.redress.penalties.domain.ShopScenario.charge;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.ShopScenario;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealChallengeTest {

    private static final Instant RAISED = Instant.parse("2018-04-21T02:00:00Z");
    private static final CasePeople PEOPLE = new CasePeople(Set.of("adv-1", "adv-2"), Set.of("adj-1"));

    private final ShopScenario shop = new ShopScenario();
    private final SealChallenge challenge = new SealChallenge(
            "chl_1",
            "pen_1",
            "adv-1",
            new Text("无法申辩", "No answer is possible."),
            "Who complained.",
            RAISED,
            RAISED.plus(Duration.ofDays(3)),
            false,
            Optional.empty());

    private Penalty approved() {
        String id = shop.propose("2018-04-20", charge("C-91", "l-1", "2018-04-01"));
        shop.approve(id, "lead-1", "2018-04-20");
        return shop.penalty(id);
    }

    private static SealAnswer by(String person) {
        return new SealAnswer(SealAnswer.Result.KEPT, new Text("不披露", "It stays."), Optional.empty(), person, RAISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"enf-1", "lead-1", "adv-1", "adv-2", "adj-1"})
    void nobody_with_a_part_in_the_matter_answers(String person) {
        Outcome<SealChallenge> outcome = challenge.answered(approved(), PEOPLE, by(person));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused<SealChallenge>) outcome).refusal().code()).isEqualTo(PenaltyRefusal.OWN_CAUSE);
    }

    @Test
    void who_raised_it_does_not_answer_though_the_case_is_over() {
        CasePeople nobody = new CasePeople(Set.of(), Set.of());

        Penalty penalty = approved();

        assertThat(challenge.answered(penalty, nobody, by("adv-1"))).isInstanceOf(Outcome.Refused.class);
        assertThat(challenge.answered(penalty, nobody, by("adv-2"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void who_imported_the_penalty_and_sealed_its_record_does_not_answer() {
        String id = shop.imported("2018-04-20", "2018-04-01", "C-02", 48, "SHOP_CLOSURE", OptionalInt.empty());

        assertThat(challenge.answered(shop.penalty(id), PEOPLE, by("ops-1"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_stranger_to_the_matter_answers() {
        Outcome<SealChallenge> outcome = challenge.answered(approved(), PEOPLE, by("rules-7"));

        assertThat(((Outcome.Done<SealChallenge>) outcome).value().open()).isFalse();
    }
}
