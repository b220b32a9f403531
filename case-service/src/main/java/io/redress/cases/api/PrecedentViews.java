package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.Brief;
import io.redress.cases.domain.CaseKind;
import io.redress.cases.domain.EarlierRulings;
import io.redress.cases.domain.Precedent;
import io.redress.cases.domain.PrecedentAnswer;
import io.redress.cases.domain.RulingOutcome;
import java.time.Instant;
import java.util.List;

/** Earlier rulings as a reader of another case sees them: neither whose they were nor a word of theirs. */
final class PrecedentViews {

    /** @param stands false once its case was reopened */
    record PrecedentView(
            String rulingId,
            CaseKind kind,
            List<String> clauses,
            RulingOutcome outcome,
            Instant ruledAt,
            boolean stands) {

        static PrecedentView of(Precedent precedent) {
            return new PrecedentView(
                    precedent.rulingId(),
                    precedent.kind(),
                    precedent.clauses(),
                    precedent.outcome(),
                    precedent.ruledAt(),
                    precedent.stands());
        }
    }

    record AnswerView(String rulingId, PrecedentAnswer.Stance stance, BilingualText reasons) {

        static List<AnswerView> of(EarlierRulings earlier) {
            return earlier.precedents().stream()
                    .map(answer -> new AnswerView(answer.rulingId(), answer.stance(), answer.reasons()))
                    .toList();
        }
    }

    /** What a brief puts forward for a requirement. */
    record RequirementEvidenceView(String requirementId, String kind, String reference) {

        static List<RequirementEvidenceView> of(Brief brief, boolean hidesHardship) {
            return brief.forRequirements().stream()
                    .filter(one -> !(hidesHardship && one.evidence().hardship()))
                    .map(one -> new RequirementEvidenceView(
                            one.requirementId(),
                            one.evidence().kind(),
                            one.evidence().reference()))
                    .toList();
        }
    }

    private PrecedentViews() {}
}
