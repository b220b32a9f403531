package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about one case is no copy of what is said about another. */
class IndividualReasonsTest {

    @ParameterizedTest
    @CsvSource({
        "三单为自买自卖。, Three orders were its own., true",
        "三单为 自买自卖!, 'Other words, and a 2.', true",
        "别的话, 'THREE orders   were its own', true",
        "别的话, 'Ｔｈｒｅｅ orders were its own.', true",
        "别的话, Four orders were its own., false",
        "四单为自买自卖。, Three orders were its own: 3., false"
    })
    void spaces_signs_and_capitals_make_nothing_individual(String zh, String en, boolean copy) {
        IndividualReasons first = of("三单为自买自卖。", "Three orders were its own.");

        assertThat(of(zh, en).copyOf(first)).isEqualTo(copy);
        assertThat(first.copyOf(of(zh, en))).isEqualTo(copy);
    }

    @Test
    void the_common_reasons_are_not_individual() {
        BilingualText common = new BilingualText("共同理由", "common reasons");

        assertThat(of("共同理由。", "of this case").copyOf(common)).isTrue();
        assertThat(of("本案理由", "of this case").copyOf(common)).isFalse();
    }

    @Test
    void the_merchant_is_told_the_common_ones_and_then_his_own() {
        List<ViolationRuling> whole = IndividualReasons.after(
                new BilingualText("共同", "common"), CaseFixtures.ruling(new BilingualText("本案", "own"), "description"));

        assertThat(whole)
                .containsExactly(new ViolationRuling(
                        "vio_1",
                        RulingOutcome.PARTIAL,
                        new BilingualText("共同\n\n本案", "common\n\nown"),
                        List.of("description")));
    }

    @Test
    void common_reasons_do_not_stand_in_for_missing_ones() {
        List<ViolationRuling> half = CaseFixtures.ruling(new BilingualText("", "own"), "description");

        assertThat(IndividualReasons.of(half)).isEmpty();
        assertThat(IndividualReasons.of(List.of())).isEmpty();
        assertThat(IndividualReasons.after(new BilingualText("共同", "common"), half))
                .isEqualTo(half);
    }

    private static IndividualReasons of(String zh, String en) {
        return IndividualReasons.of(CaseFixtures.ruling(new BilingualText(zh, en), "description"))
                .orElseThrow();
    }
}
