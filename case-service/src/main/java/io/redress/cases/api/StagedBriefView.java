package io.redress.cases.api;

import io.redress.cases.app.StagedResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Filability.Missing;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.StagedBrief;
import io.redress.cases.domain.StagedBrief.Staging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A brief that is being written, with what it lacks to be filed. */
record StagedBriefView(
        String caseId,
        String relief,
        List<PointView> violations,
        Optional<String> stagedBy,
        Optional<Instant> stagedAt,
        List<Missing> missing,
        long version) {

    record PointView(String violationId, List<Ground> grounds, BilingualText argument, List<Evidence> evidence) {}

    static StagedBriefView of(StagedResult result) {
        StagedBrief brief = result.brief();
        return new StagedBriefView(
                brief.caseId(),
                brief.relief(),
                brief.points().stream()
                        .map(point ->
                                new PointView(point.violationId(), point.grounds(), point.argument(), point.evidence()))
                        .toList(),
                brief.staging().map(Staging::by),
                brief.staging().map(Staging::at),
                result.missing(),
                brief.version());
    }
}
