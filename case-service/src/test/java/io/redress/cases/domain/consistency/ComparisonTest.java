package io.redress.cases.domain.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.consistency.Decided.Group;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    /** Ten: one overturned, six halved, two to 75 %, one upheld. */
    private static final Decided TEN = new Decided(List.of(
            new Group(RulingOutcome.OVERTURN, Optional.of(0), 1),
            new Group(RulingOutcome.PARTIAL, Optional.of(50), 6),
            new Group(RulingOutcome.PARTIAL, Optional.of(75), 2),
            new Group(RulingOutcome.UPHOLD, Optional.of(100), 1)));

    @Test
    void quantiles_are_what_somebody_decided() {
        Distribution shares = Distribution.of(TEN.shares()).orElseThrow();

        assertThat(shares).isEqualTo(new Distribution(10, 0, 0, 50, 50, 75, 75, 100));
    }

    @Test
    void the_place_and_the_band_of_a_share() {
        Comparison upheld = Comparison.of(RulingOutcome.UPHOLD, Optional.of(100), TEN, 8);
        Comparison halved = Comparison.of(RulingOutcome.PARTIAL, Optional.of(50), TEN, 8);

        assertThat(List.of(upheld.below(), upheld.equal(), upheld.above())).containsExactly(9, 1, 0);
        assertThat(upheld.outside()).isTrue();
        assertThat(List.of(halved.below(), halved.equal(), halved.above())).containsExactly(1, 6, 3);
        assertThat(halved.outside()).isFalse();
        assertThat(halved.outcomes())
                .containsEntry(RulingOutcome.PARTIAL, 8)
                .containsEntry(RulingOutcome.UPHOLD, 1)
                .containsEntry(RulingOutcome.OVERTURN, 1);
    }

    @Test
    void too_few_make_no_band() {
        assertThat(Comparison.of(RulingOutcome.UPHOLD, Optional.of(100), TEN, 11)
                        .outside())
                .isFalse();
        assertThat(Comparison.of(RulingOutcome.UPHOLD, Optional.of(100), Decided.NONE, 1)
                        .outside())
                .isFalse();
    }

    @Test
    void without_a_share_the_outcome_counts_and_is_outside_when_fewer_than_a_tenth_came_out_so() {
        Decided eleven = new Decided(List.of(
                new Group(RulingOutcome.PARTIAL, Optional.of(50), 10),
                new Group(RulingOutcome.CONDITIONAL, Optional.empty(), 1)));
        Decided ten = new Decided(List.of(
                new Group(RulingOutcome.PARTIAL, Optional.of(50), 9),
                new Group(RulingOutcome.CONDITIONAL, Optional.empty(), 1)));

        Comparison rare = Comparison.of(RulingOutcome.CONDITIONAL, Optional.empty(), eleven, 8);
        Comparison usual = Comparison.of(RulingOutcome.CONDITIONAL, Optional.empty(), ten, 8);

        assertThat(rare.outside()).isTrue();
        assertThat(List.of(rare.below(), rare.equal(), rare.above())).containsExactly(0, 1, 10);
        assertThat(usual.outside()).isFalse();
    }
}
