package io.redress.cases.api;

import io.redress.cases.app.CaseResult;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.Ground;
import java.time.Instant;
import java.util.List;

/** The brief; whoever adjudicates does not see its evidence of hardship. */
record BriefView(
        String id,
        String advocateId,
        String relief,
        List<BriefPointView> violations,
        List<PrecedentViews.RequirementEvidenceView> evidence,
        Instant filedAt) {

    record BriefPointView(
            String violationId,
            List<Ground> grounds,
            BilingualText argument,
            List<EvidenceView> evidence,
            List<String> precedents) {}

    record EvidenceView(String kind, String reference) {}

    private static boolean hidesHardship(CaseResult result) {
        String viewer = result.viewer().id();
        return result.viewer().roles().contains("adjudicator")
                && !result.file().people().advocate(viewer);
    }

    static BriefView of(Brief brief, CaseResult result) {
        boolean hidesHardship = hidesHardship(result);
        List<BriefPointView> points = brief.points().stream()
                .map(point -> new BriefPointView(
                        point.violationId(),
                        point.grounds(),
                        point.argument(),
                        point.evidence().stream()
                                .filter(evidence -> !(hidesHardship && evidence.hardship()))
                                .map(evidence -> new EvidenceView(evidence.kind(), evidence.reference()))
                                .toList(),
                        point.precedents()))
                .toList();
        return new BriefView(
                brief.briefId(),
                brief.advocateId(),
                brief.relief(),
                points,
                PrecedentViews.RequirementEvidenceView.of(brief, hidesHardship),
                brief.filedAt());
    }
}
