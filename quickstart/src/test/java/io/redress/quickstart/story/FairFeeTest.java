package io.redress.quickstart.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Of the seven others the one in the middle paid 50,000 yuan for sales of 410,000. */
class FairFeeTest {

    private final StoryFile story = StoryFile.load("advocacy").orElseThrow();

    @Test
    void what_the_slot_cost_is_kept_where_the_fair_share_is_less() {
        FairFee fair = FairFee.of(story);

        assertThat(fair.share()).isEqualTo(new FairFee.Share(5_000_000, 41_000_000));
        assertThat(fair.share().of(500_000)).isEqualTo(60_975);
        assertThat(fair.kept()).isEqualTo(800_000);
        assertThat(fair.back()).isEqualTo(7_200_000);
    }

    @Test
    void the_fair_share_is_kept_where_it_is_more() {
        FairFee fair = FairFee.of(story.with("sales", "20500000"));

        assertThat(fair.kept()).isEqualTo(2_500_000);
        assertThat(fair.back()).isEqualTo(5_500_000);
    }

    @Test
    void nobody_pays_more_than_was_charged() {
        FairFee fair = FairFee.of(story.with("sales", "82000000"));

        assertThat(fair.kept()).isEqualTo(8_000_000);
        assertThat(fair.back()).isZero();
    }
}
