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
