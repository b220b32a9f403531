package io.redress.benchmarks.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EstimateTest {

    @Test
    void the_median_of_an_odd_number_is_the_middle_one() {
        assertThat(Medians.of(9, 1, 5)).isEqualTo(5);
    }

    @Test
    void the_median_of_an_even_number_is_the_mean_of_the_two_in_the_middle() {
        assertThat(Medians.of(8, 1, 100, 2)).isEqualTo(5);
    }

    @Test
    void there_is_no_median_of_nothing() {
        assertThatThrownBy(Medians::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ratio_is_taken_round_by_round_and_not_of_the_medians() {
        // 2, 3 and 0.5; the medians' own ratio would be 6 / 4
        Estimate ratio = Estimate.ofRatios(new double[] {8, 6, 2}, new double[] {4, 2, 4}, 1);

        assertThat(ratio.median()).isEqualTo(2);
    }

    @Test
    void the_interval_of_equal_figures_is_that_figure() {
        assertThat(Estimate.of(new double[] {1.5, 1.5, 1.5}, 1)).isEqualTo(new Estimate(1.5, 1.5, 1.5));
    }

    @Test
    void with_three_figures_the_interval_reaches_from_the_least_to_the_greatest() {
        // the least is the median of a resample with probability 7/27, far more than the 2.5% that are cut off
        assertThat(Estimate.of(new double[] {1, 2, 4}, 7)).isEqualTo(new Estimate(2, 1, 4));
    }

    @Test
    void one_outlier_of_eleven_does_not_reach_the_interval() {
        double[] figures = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 50};

        assertThat(Estimate.of(figures, 3)).isEqualTo(new Estimate(1, 1, 1));
    }

    @Test
    void sides_of_different_length_and_rounds_without_time_have_no_ratio() {
        assertThatThrownBy(() -> Estimate.ofRatios(new double[] {1, 2}, new double[] {1}, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Estimate.ofRatios(new double[] {1}, new double[] {0}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void it_reads_as_a_ratio_with_its_interval() {
        assertThat(new Estimate(1.987, 1.5, 2.25)).hasToString("1.99 (1.50–2.25)");
    }
}
