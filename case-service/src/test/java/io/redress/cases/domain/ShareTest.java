package io.redress.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.consistency.Share;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** By how much a penalty of 48 points is decided. */
class ShareTest {

    @Test
    void aReductionHasTheShareOfThePointsThatAreLeft() {
        assertThat(share(Optional.of(24), List.of())).contains(50);
        assertThat(share(Optional.of(24), List.of("mea_1"))).contains(50);
    }

    @Test
    void aReductionByMeasuresAloneHasNone() {
        assertThat(share(Optional.empty(), List.of("mea_1"))).isEmpty();
        assertThat(share(Optional.of(48), List.of("mea_1"))).isEmpty();
    }

    private static Optional<Integer> share(Optional<Integer> points, List<String> measuresLifted) {
        DraftContent content = new DraftContent(
                RulingOutcome.PARTIAL,
                points,
                Optional.empty(),
                CaseFixtures.ruling(),
                Optional.empty(),
                EarlierRulings.NONE,
                measuresLifted);
        return Share.of(CaseFixtures.answered(), content, CaseFixtures.ruling().get(0));
    }
}
