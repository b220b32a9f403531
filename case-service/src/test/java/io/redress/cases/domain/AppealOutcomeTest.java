package io.redress.cases.domain;

import static io.redress.cases.domain.RulingOutcome.CONDITIONAL;
import static io.redress.cases.domain.RulingOutcome.OVERTURN;
import static io.redress.cases.domain.RulingOutcome.PARTIAL;
import static io.redress.cases.domain.RulingOutcome.UPHOLD;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppealOutcomeTest {

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "UPHOLD, UPHOLD UPHOLD",
        "OVERTURN, OVERTURN OVERTURN",
        "PARTIAL, PARTIAL",
        "PARTIAL, UPHOLD OVERTURN",
        "PARTIAL, UPHOLD PARTIAL",
        "PARTIAL, OVERTURN PARTIAL",
        "CONDITIONAL, CONDITIONAL UPHOLD",
        "CONDITIONAL, PARTIAL OVERTURN"
    })
    void the_whole_may_follow_from_its_violations(RulingOutcome whole, String violations) {
        assertThat(AppealOutcome.refusal(content(whole, violations, Optional.empty())))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} with {1}")
    @CsvSource({
        "UPHOLD, OVERTURN",
        "UPHOLD, UPHOLD OVERTURN",
        "UPHOLD, UPHOLD PARTIAL",
        "UPHOLD, CONDITIONAL",
        "OVERTURN, UPHOLD",
        "OVERTURN, OVERTURN UPHOLD",
        "OVERTURN, PARTIAL",
        "PARTIAL, UPHOLD UPHOLD",
        "PARTIAL, OVERTURN OVERTURN",
        "PARTIAL, PARTIAL CONDITIONAL"
    })
    void a_whole_that_contradicts_its_violations_is_refused(RulingOutcome whole, String violations) {
        assertThat(AppealOutcome.refusal(content(whole, violations, Optional.empty())))
                .map(Refusal::code)
                .contains(CaseRefusal.OUTCOME_MISMATCH);
    }

    @Test
    void points_are_said_of_what_is_left_in_part() {
        assertThat(AppealOutcome.refusal(content(PARTIAL, "PARTIAL", Optional.of(24))))
                .isEmpty();
        assertThat(AppealOutcome.refusal(content(CONDITIONAL, "PARTIAL", Optional.of(24))))
                .isEmpty();
        for (RulingOutcome whole : List.of(UPHOLD, OVERTURN)) {
            assertThat(AppealOutcome.refusal(content(whole, whole.name(), Optional.of(24))))
                    .map(Refusal::code)
                    .contains(CaseRefusal.OUTCOME_MISMATCH);
        }
    }

    @Test
    void measures_are_named_of_what_is_left_in_part() {
        assertThat(AppealOutcome.refusal(lifting(PARTIAL, Optional.empty(), Optional.empty())))
                .isEmpty();
        assertThat(AppealOutcome.refusal(lifting(CONDITIONAL, Optional.empty(), terms(PARTIAL, Optional.empty()))))
                .isEmpty();
        assertThat(AppealOutcome.refusal(lifting(CONDITIONAL, Optional.empty(), terms(OVERTURN, Optional.empty()))))
                .map(Refusal::code)
                .contains(CaseRefusal.OUTCOME_MISMATCH);
        for (RulingOutcome whole : List.of(UPHOLD, OVERTURN)) {
            assertThat(AppealOutcome.refusal(lifting(whole, Optional.empty(), Optional.empty())))
                    .map(Refusal::code)
                    .contains(CaseRefusal.OUTCOME_MISMATCH);
        }
    }

    @Test
    void what_is_decided_in_part_changes_something_of_48_points() {
        assertThat(unchanged(content(PARTIAL, "PARTIAL", Optional.of(48)))).isTrue();
        assertThat(unchanged(content(PARTIAL, "PARTIAL", Optional.of(47)))).isFalse();
        assertThat(unchanged(content(UPHOLD, "UPHOLD", Optional.empty()))).isFalse();
        assertThat(unchanged(lifting(PARTIAL, Optional.empty(), Optional.empty())))
                .isFalse();
        assertThat(unchanged(lifting(PARTIAL, Optional.of(48), Optional.empty())))
                .isFalse();
        assertThat(unchanged(lifting(CONDITIONAL, Optional.empty(), terms(PARTIAL, Optional.of(48)))))
                .as("a condition that lapses leaves all of them")
                .isTrue();
        assertThat(unchanged(lifting(CONDITIONAL, Optional.empty(), terms(PARTIAL, Optional.of(36)))))
                .isFalse();
    }

    @Test
    void money_that_goes_back_is_a_change() {
        Deliberation.DraftContent all = content(PARTIAL, "PARTIAL", Optional.of(48));

        assertThat(unchanged(new Deliberation.DraftContent(
                        PARTIAL,
                        all.points(),
                        Optional.of(new Money(450_000, "CNY")),
                        all.violations(),
                        Optional.empty())))
                .isFalse();
    }

    private static boolean unchanged(Deliberation.DraftContent content) {
        return AppealOutcome.unchanged(CaseFixtures.answered(), content).isPresent();
    }

    private static Optional<TermsContent> terms(RulingOutcome fulfilled, Optional<Integer> otherwise) {
        return Optional.of(new TermsContent(fulfilled, otherwise.isPresent() ? PARTIAL : UPHOLD, otherwise, List.of()));
    }

    /** One that lifts a measure, with every violation decided as the whole is. */
    private static Deliberation.DraftContent lifting(
            RulingOutcome whole, Optional<Integer> points, Optional<TermsContent> terms) {
        return new Deliberation.DraftContent(
                whole,
                points,
                Optional.empty(),
                content(whole, whole.name(), points).violations(),
                terms,
                EarlierRulings.NONE,
                List.of("mea_1"));
    }

    private static Deliberation.DraftContent content(RulingOutcome whole, String violations, Optional<Integer> points) {
        List<RulingOutcome> each =
                Arrays.stream(violations.split(" ")).map(RulingOutcome::valueOf).collect(Collectors.toList());
        List<ViolationRuling> rulings = new ArrayList<>();
        for (int i = 0; i < each.size(); i++) {
            rulings.add(new ViolationRuling("vio_" + i, each.get(i), CaseFixtures.TEXT, List.of("description")));
        }
        return new Deliberation.DraftContent(whole, points, Optional.empty(), rulings, Optional.empty());
    }
}
