package io.redress.penalties.domain.rulebook.impact;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.penalties.domain.rulebook.Threshold;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Shops added together; the rules in force have a threshold at 12, the draft has one at 12 and one at 24. */
class ImpactTallyTest {

    private static final Threshold TWELVE = new Threshold("GENERAL", 12, List.of());
    private static final Threshold TWENTY_FOUR = new Threshold("GENERAL", 24, List.of());

    private final ImpactTally tally = new ImpactTally(List.of(TWELVE), List.of(TWELVE, TWENTY_FOUR));

    @Test
    void a_merchant_is_counted_once_whichever_of_its_shops_change() {
        tally.add("m-1", shop(stands("GENERAL", 6, 6, false)));
        tally.add("m-1", shop(stands("GENERAL", 6, 3, false)));
        tally.add("m-1", shop(stands("GENERAL", 6, 9, false)));
        tally.add("m-2", shop(stands("GENERAL", 6, 6, false)));
        tally.add("m-3", shop(stands("GENERAL", 6, 9, false)));

        assertThat(tally.merchants()).isEqualTo(3);
        assertThat(tally.merchantsChanged()).isEqualTo(2);
        assertThat(tally.shops()).isEqualTo(5);
        assertThat(tally.standingChanged()).isEqualTo(3);
    }

    @Test
    void other_measures_for_the_same_points_are_a_change_too() {
        Change change = stands("GENERAL", 12, 12, true);

        tally.add("m-1", shop(change));

        assertThat(tally.merchantsChanged()).isEqualTo(1);
        assertThat(tally.standingChanged()).isZero();
        assertThat(tally.measuresChanged()).isEqualTo(1);
        assertThat(tally.listed()).containsExactly(change);
    }

    @Test
    void what_does_not_change_is_counted_and_not_listed() {
        Change fewer = stands("SERIOUS", 24, 12, false);

        tally.add("m-1", new ShopImpact(List.of(stands("GENERAL", 6, 6, false), fewer), 5, 2));
        tally.add("m-1", new ShopImpact(List.of(), 3, 1));

        assertThat(tally.listed()).containsExactly(fewer);
        assertThat(tally.violations()).isEqualTo(8);
        assertThat(tally.unpunished()).isEqualTo(3);
    }

    @Test
    void a_shop_is_at_every_threshold_of_its_bucket_that_its_points_reach() {
        tally.add("m-1", shop(stands("GENERAL", 11, 12, false)));
        tally.add("m-1", shop(stands("GENERAL", 12, 24, false)));
        tally.add("m-1", shop(stands("SERIOUS", 48, 48, false)));

        assertThat(tally.thresholds())
                .containsExactly(
                        new ImpactTally.AtThreshold("GENERAL", 12, 1, 2),
                        new ImpactTally.AtThreshold("GENERAL", 24, 0, 1));
    }

    @Test
    void a_threshold_of_either_version_has_its_line_before_any_shop_comes() {
        assertThat(new ImpactTally(List.of(TWELVE), List.of(TWENTY_FOUR)).thresholds())
                .containsExactly(
                        new ImpactTally.AtThreshold("GENERAL", 12, 0, 0),
                        new ImpactTally.AtThreshold("GENERAL", 24, 0, 0));
    }

    @Test
    void a_shop_is_in_one_band_by_the_points_of_all_its_buckets() {
        tally.add("m-1", shop(stands("GENERAL", 12, 0, false), stands("SERIOUS", 12, 1, false)));
        tally.add("m-1", shop(stands("GENERAL", 12, 0, false), stands("SERIOUS", 12, 0, false)));
        tally.add("m-1", shop(stands("GENERAL", 0, 24, false)));
        tally.add("m-1", shop(stands("GENERAL", 6, 12, false), stands("SERIOUS", 6, 0, false)));

        assertThat(tally.histogram().stream().filter(band -> band.shops() > 0))
                .containsExactly(
                        new ImpactTally.Band(OptionalInt.empty(), OptionalInt.of(-24), 1),
                        new ImpactTally.Band(OptionalInt.of(-23), OptionalInt.of(-12), 1),
                        new ImpactTally.Band(OptionalInt.of(0), OptionalInt.of(0), 1),
                        new ImpactTally.Band(OptionalInt.of(24), OptionalInt.empty(), 1));
    }

    private static ShopImpact shop(Change... stands) {
        return new ShopImpact(List.of(stands), 0, 0);
    }

    private static Change stands(String bucket, int before, int after, boolean measures) {
        return new Change("m-1", "s-1", bucket, before, after, OptionalInt.empty(), OptionalInt.empty(), measures);
    }
}
