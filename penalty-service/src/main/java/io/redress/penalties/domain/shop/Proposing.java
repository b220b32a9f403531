package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.DecisionFold;
import io.redress.penalties.domain.penalty.Hearing;
import io.redress.penalties.domain.penalty.LegacyMeasure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.rulebook.Assessment;
import io.redress.penalties.domain.rulebook.Clause;
import io.redress.penalties.domain.rulebook.Rulebook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Proposes or imports a penalty: derives its points, joins it to a decision, holds it or announces it. */
public final class Proposing {

    private Proposing() {}

    /** The new penalty and what follows from proposing it at {@code now}. */
    public record Proposed(String penaltyId, ShopChange change) {}

    /**
     * Refusals: CLAUSE_NOT_IN_FORCE, CLOSURE_NOT_ENUMERATED (before) TARIFF_MISMATCH, UNKNOWN_FACTOR,
     * POINTS_NOT_REASONED, ACT_TIME_INVALID, NO_DISCLOSED_FACT, MEASURE_INVALID, FACT_ALREADY_PUNISHED.
     */
    public static Outcome<Proposed> propose(ShopFile file, Proposal proposal, IdSource ids, Instant now) {
        List<Violation> violations = new ArrayList<>();
        List<Assessment> assessments = new ArrayList<>();
        for (Proposal.Charge charge : proposal.charges()) {
            Outcome<Assessment> assessed = assess(file, proposal, charge, now);
            if (assessed instanceof Outcome.Refused<Assessment> refused) {
                return Outcome.refused(ChargeRefusals.of(violations.size(), refused.refusal()));
            }
            Assessment assessment = ((Outcome.Done<Assessment>) assessed).value();
            assessments.add(assessment);
            violations.add(violation(
                    ids.next("vio"), charge, assessment, proposal.legacy().isPresent()));
        }
        return refusal(file, proposal, violations, now)
                .<Outcome<Proposed>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(open(file, proposal, violations, assessments, ids, now)));
    }

    private static Outcome<Assessment> assess(ShopFile file, Proposal proposal, Proposal.Charge charge, Instant now) {
        return proposal.legacy().isPresent()
                ? Assessment.clauseAtAct(file.rulebooks(), charge.request())
                : Assessment.of(file.rulebooks(), charge.request(), now);
    }

    static Violation violation(String id, Proposal.Charge charge, Assessment assessment, boolean imported) {
        Clause clause = assessment.clause();
        int asked = imported ? charge.request().points().orElse(assessment.points()) : assessment.points();
        return new Violation(
                id,
                clause.id(),
                assessment.rulebook().version(),
                clause.bucket(),
                assessment.points(),
                asked,
                asked,
                clause.closureEligible(),
                clause.actKind(),
                charge.request().actFrom(),
                charge.actTo(),
                charge.objects(),
                charge.facts(),
                charge.request().factors(),
                charge.request().factorReasons(),
                charge.unintentional());
    }

    static Optional<Refusal> refusal(ShopFile file, Proposal proposal, List<Violation> violations, Instant now) {
        for (int i = 0; i < violations.size(); i++) {
            Violation violation = violations.get(i);
            if (violation.actTo().isBefore(violation.actFrom())
                    || violation.actTo().isAfter(now)) {
                return Optional.of(ChargeRefusals.of(
                        i,
                        Refusal.of(
                                PenaltyRefusal.ACT_TIME_INVALID,
                                "An act ends after it begins, and not in the future.")));
            }
            if (violation.facts().empty()) {
                return Optional.of(ChargeRefusals.of(
                        i,
                        Refusal.of(
                                PenaltyRefusal.NO_DISCLOSED_FACT,
                                "The violation of " + violation.clauseId()
                                        + " names no fact that the merchant may read.")));
            }
        }
        return legacyRefusal(file, proposal, violations, now).or(() -> punished(file, violations));
    }

    private static Optional<Refusal> legacyRefusal(
            ShopFile file, Proposal proposal, List<Violation> violations, Instant now) {
        if (proposal.legacy().isEmpty()) {
            return Optional.empty();
        }
        Proposal.Legacy legacy = proposal.legacy().get();
        Rulebook rulebook =
                file.rulebooks().version(violations.get(0).rulebookVersion()).orElseThrow();
        for (LegacyMeasure measure : legacy.measures()) {
            if (rulebook.policy(measure.kind()).isEmpty() || measure.startedAt().isAfter(now)) {
                return Optional.of(Refusal.of(
                        PenaltyRefusal.MEASURE_INVALID,
                        "Measure " + measure.kind() + " is unknown to the rulebook, or has not begun."));
            }
        }
        boolean beforeItsActs =
                violations.stream().anyMatch(violation -> legacy.inForceAt().isBefore(violation.actFrom()));
        return legacy.inForceAt().isAfter(now) || beforeItsActs
                ? Optional.of(Refusal.of(
                        PenaltyRefusal.ACT_TIME_INVALID,
                        "A legacy penalty came into force after its acts, and not in the future."))
                : Optional.empty();
    }

    private static Optional<Refusal> punished(ShopFile file, List<Violation> violations) {
        return file.penalties().stream()
                .filter(Penalty::punishes)
                .filter(penalty -> penalty.violations().stream()
                        .anyMatch(earlier -> violations.stream().anyMatch(earlier::sameFactAs)))
                .findFirst()
                .map(penalty -> Refusal.of(
                                PenaltyRefusal.FACT_ALREADY_PUNISHED,
                                "Penalty " + penalty.id()
                                        + " stands for the same kind of act on one of these objects at the same time.")
                        .with("penaltyId", penalty.id()));
    }

    private static Proposed open(
            ShopFile file,
            Proposal proposal,
            List<Violation> violations,
            List<Assessment> assessments,
            IdSource ids,
            Instant now) {
        ShopDraft draft = new ShopDraft(file, ids);
        Instant earliest = violations.stream()
                .map(Violation::actFrom)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        String decisionId = DecisionFold.joined(file.penalties(), proposal.investigationId(), earliest)
                .orElseGet(() -> draft.newId("dec"));
        String id = draft.newId("pen");
        Penalty fresh = fresh(id, decisionId, file, proposal, violations, now);
        draft.put(fresh);
        Penalty penalty = withProvisionalPoints(draft, fresh, assessments.get(0).rulebook());
        boolean highImpact = Prospect.of(draft.now(), penalty, now, true).held();
        Penalty decided = penalty.change(change -> highImpact
                ? change.status(PenaltyStatus.HELD).asHighImpact()
                : curable(change, file, proposal, violations, now));
        draft.put(decided);
        draft.say(new ShopEvent.PenaltyProposed(decided));
        if (highImpact) {
            draft.say(new ShopEvent.PenaltyHeld(decided));
            return new Proposed(id, draft.change());
        }
        decided.announcedUntil().ifPresent(until -> draft.say(new ShopEvent.PenaltyAnnounced(decided, until)));
        Issuing.statement(draft, id, now);
        return new Proposed(id, draft.change());
    }

    private static Penalty fresh(
            String id, String decisionId, ShopFile file, Proposal proposal, List<Violation> violations, Instant now) {
        Penalty.Basis basis = new Penalty.Basis(
                decisionId,
                file.merchantId(),
                file.shopId(),
                proposal.investigationId(),
                proposal.departmentId(),
                proposal.proposedBy(),
                proposal.legacy().map(Proposal.Legacy::importedBy),
                proposal.legacy().map(Proposal.Legacy::inForceAt),
                now,
                violations.get(0).rulebookVersion(),
                proposal.explanation(),
                proposal.automatedDetection(),
                proposal.automatedDecision(),
                proposal.territory(),
                proposal.legacy().map(Proposal.Legacy::measures).orElse(List.of()));
        return new Penalty(
                id,
                basis,
                violations,
                PenaltyStatus.PROPOSED,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty(),
                Hearing.NONE,
                Cure.NONE);
    }

    private static Penalty withProvisionalPoints(ShopDraft draft, Penalty penalty, Rulebook rulebook) {
        List<Penalty> decision = draft.now().decision(penalty.basis().decisionId());
        Map<String, Integer> points = DecisionFold.points(decision, rulebook.singleDecisionCap());
        return penalty.change(change -> change.violations(penalty.violations().stream()
                .map(violation -> violation.withPoints(points.get(violation.id())))
                .toList()));
    }

    /** What can be cured is announced, so that it can be. */
    private static Penalty.Draft curable(
            Penalty.Draft change, ShopFile file, Proposal proposal, List<Violation> violations, Instant now) {
        Cure cure = proposal.legacy().isPresent()
                ? Cure.NONE
                : CureRight.of(file, violations).from(now);
        cure.until().ifPresent(change::announcedUntil);
        return change.cure(cure).status(cure.until().isPresent() ? PenaltyStatus.ANNOUNCED : PenaltyStatus.PROPOSED);
    }
}
