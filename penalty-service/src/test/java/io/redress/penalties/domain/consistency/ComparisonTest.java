package io.redress.penalties.domain.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

    @Test
    void of_ten_decisions_each_quantile_is_the_one_that_its_share_does_not_exceed() {
        // 6 6 7 8 8 | 9 10 10 12 20: ranks 1, 3, 5, 8, 9
        Distribution ten =
                Distribution.of(decisions(6, 6, 7, 8, 8, 9, 10, 10, 12, 20)).orElseThrow();

        assertThat(ten).isEqualTo(new Distribution(10, 6, 6, 7, 8, 10, 12, 20));
    }

    @Test
    void of_eleven_decisions_the_median_is_the_sixth() {
        // ranks 2, 3, 6, 9, 10
        Distribution eleven =
                Distribution.of(decisions(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)).orElseThrow();

        assertThat(eleven).isEqualTo(new Distribution(11, 1, 2, 3, 6, 9, 10, 11));
    }

    @Test
    void of_eight_decisions_the_band_runs_from_the_lowest_to_the_highest() {
        // ranks 1, 2, 4, 6, 8
        Distribution eight =
                Distribution.of(decisions(6, 7, 8, 9, 10, 11, 12, 13)).orElseThrow();

        assertThat(eight).isEqualTo(new Distribution(8, 6, 6, 7, 9, 11, 13, 13));
    }

    @Test
    void a_single_decision_is_every_quantile_and_none_is_no_distribution() {
        assertThat(Distribution.of(decisions(9))).contains(new Distribution(1, 9, 9, 9, 9, 9, 9, 9));
        assertThat(Distribution.of(decisions())).isEmpty();
    }

    /** The band of 6 6 7 8 8 9 10 10 12 20 is 6 to 12. */
    @ParameterizedTest
    @CsvSource({"5, 0, 0, 10, true", "6, 0, 2, 8, false", "9, 5, 1, 4, false", "12, 8, 1, 1, false", "13, 9, 0, 1, true"
    })
    void the_place_is_counted_and_the_ends_of_the_band_are_inside(
            int points, int below, int equal, int above, boolean outside) {
        Comparison comparison = Comparison.of(points, decisions(6, 6, 7, 8, 8, 9, 10, 10, 12, 20), 8);

        assertThat(comparison.below()).isEqualTo(below);
        assertThat(comparison.equal()).isEqualTo(equal);
        assertThat(comparison.above()).isEqualTo(above);
        assertThat(comparison.outside()).isEqualTo(outside);
    }

    @Test
    void few_decisions_make_no_band_and_as_many_as_are_asked_for_do() {
        SortedMap<Integer, Integer> seven = decisions(6, 6, 6, 6, 6, 6, 6);
        SortedMap<Integer, Integer> eight = decisions(6, 6, 6, 6, 6, 6, 6, 6);

        assertThat(Comparison.of(24, seven, 8).outside()).isFalse();
        assertThat(Comparison.of(24, eight, 8).outside()).isTrue();
        assertThat(Comparison.of(24, decisions(), 1).comparable()).isZero();
        assertThat(Comparison.of(24, decisions(), 1).outside()).isFalse();
    }

    private static SortedMap<Integer, Integer> decisions(int... points) {
        SortedMap<Integer, Integer> byPoints = new TreeMap<>();
        for (int one : points) {
            byPoints.merge(one, 1, Integer::sum);
        }
        return byPoints;
    }
}
