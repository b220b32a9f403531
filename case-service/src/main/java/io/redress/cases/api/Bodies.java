package io.redress.cases.api;

import io.redress.cases.domain.BilingualText;
import io.redress.cases.domain.BriefPoint;
import io.redress.cases.domain.Deliberation.DraftContent;
import io.redress.cases.domain.EarlierRulings;
import io.redress.cases.domain.EffectState;
import io.redress.cases.domain.Evidence;
import io.redress.cases.domain.Ground;
import io.redress.cases.domain.Money;
import io.redress.cases.domain.PrecedentAnswer;
import io.redress.cases.domain.Reopening;
import io.redress.cases.domain.RequirementState;
import io.redress.cases.domain.RulingOutcome;
import io.redress.cases.domain.TiedEvidence;
import io.redress.cases.domain.ViolationRuling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Request bodies about cases, as the contract has validated them. What may be left out is empty. */
final class Bodies {

    record Text(Optional<String> zh, Optional<String> en) {

        BilingualText asDomain() {
            return new BilingualText(zh.orElse(""), en.orElse(""));
        }
    }

    record Amount(String amountMinor, String currency) {

        Money asDomain() {
            return new Money(Long.parseLong(amountMinor), currency);
        }
    }

    record AssignAdvocateBody(Optional<String> advocateId) {}

    record ChangeAdvocateBody(Optional<String> reason) {}

    record RateAdvocateBody(int score) {}

    record EvidenceBody(String kind, String reference) {
        Evidence asDomain() {
            return new Evidence(kind, reference);
        }
    }

    record BriefPointBody(
            String violationId,
            List<Ground> grounds,
            Text argument,
            Optional<List<EvidenceBody>> evidence,
            Optional<List<String>> precedents) {

        BriefPoint asDomain() {
            List<Evidence> all = evidence.orElse(List.of()).stream()
                    .map(EvidenceBody::asDomain)
                    .toList();
            return new BriefPoint(violationId, grounds, argument.asDomain(), all, precedents.orElse(List.of()));
        }
    }

    record TiedEvidenceBody(
            String kind, String reference, Optional<String> violationId, Optional<String> requirementId) {

        TiedEvidence asDomain() {
            return new TiedEvidence(new Evidence(kind, reference), violationId, requirementId);
        }
    }

    record FileBriefBody(
            Optional<List<BriefPointBody>> violations,
            Optional<String> relief,
            Optional<List<TiedEvidenceBody>> evidence,
            Optional<Boolean> staged) {}

    record PrecedentAnswerBody(String rulingId, PrecedentAnswer.Stance stance, Optional<Text> reasons) {

        PrecedentAnswer asDomain() {
            return new PrecedentAnswer(rulingId, stance, text(reasons));
        }
    }

    record TextBody(Text text) {}

    record ReasonsBody(Text reasons) {}

    record RequirementBody(
            String requirementId, RequirementState state, Optional<EvidenceBody> evidence, Optional<Text> reasons) {}

    record TransferConfirmationBody(String effectId, EffectState result, Optional<String> reason) {}

    record ReopenBody(Optional<Reopening.Ground> ground, Optional<Text> reasons, Optional<String> reopeningRequestId) {}

    record ReopeningDecisionBody(boolean confirmed, Optional<Text> reasons) {}

    record FileReplyBody(String text, Optional<Boolean> undertakes) {}

    record ViolationRulingBody(
            String violationId,
            RulingOutcome outcome,
            Optional<Text> reasons,
            Optional<List<String>> facts,
            Optional<Text> deviationReasons) {

        ViolationRuling asDomain() {
            return new ViolationRuling(violationId, outcome, text(reasons), facts.orElse(List.of()));
        }
    }

    record DraftRulingBody(
            RulingOutcome outcome,
            Optional<Integer> points,
            Optional<Amount> moneyBack,
            List<ViolationRulingBody> violations,
            Optional<TermsBody> terms,
            Optional<List<PrecedentAnswerBody>> precedents,
            Optional<List<String>> measuresLifted) {

        DraftContent asDomain() {
            return new DraftContent(
                    outcome,
                    points,
                    moneyBack.map(Amount::asDomain),
                    rulings(violations),
                    terms.map(TermsBody::asDomain),
                    earlier(),
                    measuresLifted.orElse(List.of()));
        }

        private EarlierRulings earlier() {
            Map<String, BilingualText> deviations = new HashMap<>();
            violations.forEach(violation -> violation
                    .deviationReasons()
                    .ifPresent(reasons -> deviations.put(violation.violationId(), reasons.asDomain())));
            return new EarlierRulings(
                    precedents.orElse(List.of()).stream()
                            .map(PrecedentAnswerBody::asDomain)
                            .toList(),
                    deviations);
        }
    }

    record RulingBody(String draftId, List<ViolationRulingBody> violations) {}

    private Bodies() {}

    static BilingualText text(Optional<Text> text) {
        return text.map(Text::asDomain).orElse(BilingualText.EMPTY);
    }

    static List<ViolationRuling> rulings(List<ViolationRulingBody> violations) {
        return violations.stream().map(ViolationRulingBody::asDomain).toList();
    }
}
