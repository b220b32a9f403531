package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Checklist;
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
        Optional<CaseView.EvidenceView> evidence,
        Optional<BilingualText> reasons,
        Optional<String> changedBy,
        Optional<Instant> changedAt) {

    static List<RequirementView> of(Checklist checklist) {
        return checklist.requirements().stream().map(RequirementView::of).toList();
    }

    private static RequirementView of(Requirement requirement) {
        RequirementRule rule = requirement.rule();
        Optional<Requirement.Entry> entry = requirement.entry();
        return new RequirementView(
                requirement.id(),
                requirement.about().or(rule::about),
                rule.provedBy(),
                rule.owner(),
                rule.toExclude(),
                requirement.state(),
                entry.flatMap(Requirement.Entry::evidence)
                        .map(evidence -> new CaseView.EvidenceView(evidence.kind(), evidence.reference())),
                entry.flatMap(Requirement.Entry::reasons),
                entry.map(Requirement.Entry::by),
                entry.map(Requirement.Entry::at));
    }
}
