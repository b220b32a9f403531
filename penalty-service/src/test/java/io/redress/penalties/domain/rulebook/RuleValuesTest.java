package io.redress.penalties.domain.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.penalties.SampleRulebooks;
import io.redress.penalties.api.RulebookDocument;
import java.time.Instant;
import java.time.MonthDay;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The parts of a rulebook: what none of them can be, and what they say. */
class RuleValuesTest {

    private static final Rulebook TWELVE =
            RulebookDocument.parse(SampleRulebooks.json(12).encode());

    @Test
    void a_tariff_gives_at_least_a_point_and_a_range_does_not_run_downwards() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tariff.Fixed(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tariff.Range(0, 6, List.of("harm")));
        assertThatIllegalArgumentException().isThrownBy(() -> new Tariff.Range(6, 5, List.of("harm")));
        assertThat(new Tariff.Fixed(1).highest()).isEqualTo(1);
        assertThat(new Tariff.Range(1, 1, List.of("harm")).highest()).isEqualTo(1);
        assertThat(new Tariff.Range(2, 12, List.of("harm")).highest()).isEqualTo(12);
    }

    @Test
    void a_text_is_in_both_languages() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Text(" ", "words"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Text("文字", ""));
    }

    @Test
    void an_entry_counts_for_at_least_a_day() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ResetRule.Rolling(Period.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new ResetRule.Rolling(Period.ofDays(-1)));
        assertThat(new ResetRule.Rolling(Period.ofDays(1)).keep()).isEqualTo(Period.ofDays(1));
    }

    @Test
    void a_yearly_reset_is_at_the_end_of_its_day_and_behind_the_instant_asked_about() {
        ResetRule.Yearly summer = new ResetRule.Yearly(MonthDay.of(6, 30), Optional.empty());
        ZoneId utc = ZoneId.of("UTC");
        Instant july = Instant.parse("2018-07-01T00:00:00Z");

        assertThat(summer.next(Instant.parse("2018-01-01T00:00:00Z"), utc)).isEqualTo(july);
        assertThat(summer.next(july.minusNanos(1), utc)).isEqualTo(july);
        assertThat(summer.next(july, utc)).isEqualTo(Instant.parse("2019-07-01T00:00:00Z"));
    }

    @Test
    void a_threshold_says_what_it_orders_of_a_kind() {
        Threshold general = TWELVE.thresholds().get(0);

        assertThat(general.order("SHOP_HIDDEN")).contains(new Threshold.Order("SHOP_HIDDEN", OptionalInt.of(7)));
        assertThat(general.order("PROMOTION_BAN")).contains(new Threshold.Order("PROMOTION_BAN", OptionalInt.of(7)));
        assertThat(general.order("SHOP_CLOSURE")).isEmpty();
    }

    @Test
    void a_measure_contains_itself_and_what_its_policy_includes() {
        assertThat(TWELVE.includes("SHOP_CLOSURE", "SHOP_HIDDEN")).isTrue();
        assertThat(TWELVE.includes("SHOP_HIDDEN", "SHOP_CLOSURE")).isFalse();
        assertThat(TWELVE.includes("SHOP_HIDDEN", "SHOP_HIDDEN")).isTrue();
        assertThat(TWELVE.includes("PILLORY", "PILLORY")).isTrue();
        assertThat(TWELVE.includes("PILLORY", "SHOP_HIDDEN")).isFalse();
    }

    @Test
    void a_measure_is_held_where_its_policy_says_so() {
        assertThat(TWELVE.held("SHOP_CLOSURE")).isTrue();
        assertThat(TWELVE.held("SHOP_HIDDEN")).isFalse();
        assertThat(TWELVE.held("PILLORY")).isFalse();
    }

    @Test
    void an_exception_from_notice_has_the_words_of_the_rulebook() {
        assertThat(TWELVE.withoutNotice("REPEATED_INFRINGEMENT"))
                .contains(new Text("店铺屡次违反规则。", "the shop has repeatedly broken the rules."));
        assertThat(TWELVE.withoutNotice("CONVENIENCE")).isEmpty();
    }

    @Test
    void as_many_problems_as_a_person_reads_are_told_and_all_are_counted() {
        RulebookProblem problem = RulebookProblem.invalid("/zone", "no zone of this name is known");

        var one = RulebookProblem.refusal(List.of(problem)).orElseThrow();
        var many = RulebookProblem.refusal(Collections.nCopies(101, problem)).orElseThrow();

        assertThat(one.detail()).isEqualTo("One thing stands against these rules.");
        assertThat(many.detail()).isEqualTo("101 things stand against these rules.");
        assertThat(many.wrong()).hasSize(100);
    }
}
