package io.redress.cases.api;

import io.redress.cases.app.argument.StagedResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Filability.Missing;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.StagedBrief;
import io.redress.cases.domain.StagedBrief.Staging;
import io.redress.cases.domain.TiedEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A brief that is being written, with what it lacks to be filed. */
record StagedBriefView(
        String caseId,
        String relief,
        List<PointView> violations,
        List<TiedView> evidence,
        Optional<String> stagedBy,
        Optional<Instant> stagedAt,
        List<Missing> missing,
        long version) {

    record PointView(
            String violationId,
            List<Ground> grounds,
            BilingualText argument,
            List<Evidence> evidence,
            List<String> precedents) {}

    record TiedView(String kind, String reference, Optional<String> violationId, Optional<String> requirementId) {

        static TiedView of(TiedEvidence tied) {
            Evidence piece = tied.evidence();
            return new TiedView(piece.kind(), piece.reference(), tied.violationId(), tied.requirementId());
        }
    }

    static StagedBriefView of(StagedResult result) {
        StagedBrief brief = result.brief();
        return new StagedBriefView(
                brief.caseId(),
                brief.content().relief(),
                brief.content().points().stream()
                        .map(point -> new PointView(
                                point.violationId(),
                                point.grounds(),
                                point.argument(),
                                point.evidence(),
                                point.precedents()))
                        .toList(),
                brief.content().evidence().stream().map(TiedView::of).toList(),
                brief.staging().map(Staging::by),
                brief.staging().map(Staging::at),
                result.missing(),
                brief.version());
    }
}
