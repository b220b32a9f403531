package io.redress.cases.domain;

import static io.redress.cases.domain.CaseFixtures.ADVOCATE;
import static io.redress.cases.domain.CaseFixtures.OPENED;
import static io.redress.cases.domain.CaseFixtures.TEXT;
import static io.redress.cases.domain.CaseFixtures.inAdvocacy;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.kit.outcome.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a staged brief is said to lack is what its filing would be refused for. */
class FilabilityTest {

    private static final BriefPoint WHOLE = point("vio_1", Ground.FACTS_WRONG);

    private static BriefPoint point(String violationId, Ground... grounds) {
        return new BriefPoint(violationId, List.of(grounds), TEXT, List.of());
    }

    private static List<Filability.Missing> missing(List<BriefPoint> points, List<TiedEvidence> evidence) {
        return Filability.missing(inAdvocacy(), new BriefContent("", points, evidence), Map.of(), Map.of());
    }

    static Stream<List<BriefPoint>> contents() {
        return Stream.of(
                List.of(),
                List.of(WHOLE),
                List.of(point("vio_1")),
                List.of(point("vio_2", Ground.FACTS_WRONG)),
                List.of(WHOLE, WHOLE),
                List.of(WHOLE, point("vio_2")),
                List.of(point("vio_1", Ground.FACTS_WRONG, Ground.HARDSHIP)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void nothing_is_missing_exactly_when_it_can_be_filed(List<BriefPoint> points) {
        Outcome<CaseChange> filed = Advocacy.fileBrief(inAdvocacy(), ADVOCATE, "brf_1", "", points, OPENED);

        assertThat(missing(points, List.of()).isEmpty()).isEqualTo(filed instanceof Outcome.Done<CaseChange>);
    }

    @Test
    void each_point_is_said_what_it_lacks_with_its_place() {
        BriefPoint unknownFile = new BriefPoint(
                "vio_1", List.of(), TEXT, List.of(new Evidence("receipt", "evd_1"), new Evidence("letter", "doc-1")));

        assertThat(missing(List.of(unknownFile, WHOLE), List.of()))
                .extracting(missing -> missing.code() + " " + missing.pointer())
                .containsExactly(
                        "grounds-missing /violations/0",
                        "unknown-evidence /violations/0/evidence",
                        "unknown-violation /violations/1");
    }

    @Test
    void evidence_that_is_tied_to_nothing_and_a_ruling_that_is_unknown_are_said_with_their_place() {
        BriefPoint citing =
                new BriefPoint("vio_1", List.of(Ground.FACTS_WRONG), TEXT, List.of(), List.of("rul_unknown"));
        TiedEvidence untied = new TiedEvidence(new Evidence("letter", "doc-1"), Optional.empty(), Optional.empty());

        assertThat(missing(List.of(citing), List.of(untied)))
                .extracting(missing -> missing.code() + " " + missing.pointer())
                .containsExactly("evidence-not-tied /evidence/0", "unknown-precedent /violations/0/precedents/0");
    }
}
