package io.redress.cases.api;

import io.redress.cases.domain.Actor;
import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.CaseFile;
import io.redress.cases.domain.Requirement;
import io.redress.cases.domain.RequirementRule;
import io.redress.cases.domain.RequirementState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A requirement of a case, as policy asks for it and as it stands. */
record RequirementView(
        String id,
        Optional<String> about,
        List<String> provedBy,
        Optional<String> owner,
        Optional<String> toExclude,
        RequirementState state,
        Optional<BriefView.EvidenceView> evidence,
        Optional<BilingualText> reasons,
        Optional<String> changedBy,
        Optional<Instant> changedAt) {

    /** What the advocate has gathered is hers and the merchant's until the brief is filed; to others it is open till then. */
    static List<RequirementView> of(CaseFile file, Actor viewer) {
        boolean mayKnow = file.counted()
                || viewer.ofMerchantSide()
                || file.people().advocate(viewer.id())
                || viewer.roles().contains("integrity");
        return file.checklist().requirements().stream()
                .map(requirement -> of(requirement, requirement.entry().filter(entry -> mayKnow)))
                .toList();
    }

    private static RequirementView of(Requirement requirement, Optional<Requirement.Entry> entry) {
        RequirementRule rule = requirement.rule();
        return new RequirementView(
                requirement.id(),
                requirement.about().or(rule::about),
                rule.provedBy(),
                rule.owner(),
                rule.toExclude(),
                entry.map(Requirement.Entry::state).orElse(RequirementState.OPEN),
                entry.flatMap(Requirement.Entry::evidence)
                        .map(evidence -> new BriefView.EvidenceView(evidence.kind(), evidence.reference())),
                entry.flatMap(Requirement.Entry::reasons),
                entry.map(Requirement.Entry::by),
                entry.map(Requirement.Entry::at));
    }
}
