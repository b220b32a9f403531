package io.redress.penalties.api;

import io.redress.kit.command.Caller;
import io.redress.kit.command.Revision;
import io.redress.penalties.app.PenaltyResult;
import io.redress.penalties.domain.penalty.ObjectRef;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.penalty.Violation;
import io.redress.penalties.domain.penalty.WithoutNotice;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A penalty as callers see it; names of staff are shown to staff only. */
record PenaltyView(
        String id,
        String decisionId,
        String merchantId,
        String shopId,
        Optional<String> investigationId,
        Optional<String> departmentId,
        Optional<String> proposedBy,
        boolean imported,
        Instant proposedAt,
        String status,

        @com.fasterxml.jackson.annotation.JsonProperty("final")
        boolean isFinal,

        boolean highImpact,
        Optional<String> approvedBy,
        Optional<Instant> announcedUntil,
        Optional<WithoutNotice> withoutNotice,
        Optional<String> clarification,
        Optional<CureViews.CureView> cure,
        Optional<Instant> effectiveAt,
        int points,
        int rulebookVersion,
        Text explanation,
        PenaltyRequests.Automation automation,
        String territory,
        List<ViolationView> violations,
        List<MeasureView> measures,
        Optional<String> statementId,
        Optional<Instant> statementDeliveredAt,
        Optional<String> appealCaseId,
        List<String> nextActions,
        long version) {

    /** A violation with its disclosed facts. */
    record ViolationView(
            String violationId,
            String clauseId,
            int rulebookVersion,
            String bucket,
            int tariff,
            int points,
            String actKind,
            Instant from,
            Instant to,
            List<ObjectRef> objects,
            FactsView facts,
            Map<String, String> factors,
            Optional<String> factorReasons,
            Optional<Text> unintentional) {

        static ViolationView of(Violation violation) {
            return new ViolationView(
                    violation.id(),
                    violation.clauseId(),
                    violation.rulebookVersion(),
                    violation.bucket(),
                    violation.tariff(),
                    violation.points(),
                    violation.actKind(),
                    violation.actFrom(),
                    violation.actTo(),
                    violation.objects(),
                    FactsView.of(violation.facts()),
                    violation.factors(),
                    violation.factorReasons(),
                    violation.unintentional());
        }
    }

    /** @param now decides what the caller may still do */
    static PenaltyView of(PenaltyResult result, Revision revision, Caller caller, Instant now) {
        return of(result, revision, caller, NextActions.of(result.penalty(), caller, now));
    }

    static PenaltyView of(PenaltyResult result, Revision revision, Caller caller, List<String> nextActions) {
        Penalty penalty = result.penalty();
        Penalty.Basis basis = penalty.basis();
        boolean staff = !caller.ofMerchantSide();
        return new PenaltyView(
                penalty.id(),
                basis.decisionId(),
                basis.merchantId(),
                basis.shopId(),
                basis.investigationId(),
                basis.departmentId(),
                Optional.of(basis.proposedBy()).filter(name -> staff),
                penalty.imported(),
                basis.proposedAt(),
                penalty.status().name(),
                penalty.isFinal(),
                penalty.highImpact(),
                penalty.approvedBy().filter(name -> staff),
                penalty.announcedUntil(),
                penalty.hearing().exception(),
                penalty.hearing().clarification().map(said -> said.state().name()),
                CureViews.CureView.of(penalty.cure()),
                penalty.effectiveAt(),
                penalty.points(),
                basis.rulebookVersion(),
                basis.explanation(),
                new PenaltyRequests.Automation(basis.automatedDetection(), basis.automatedDecision()),
                basis.territory(),
                penalty.violations().stream().map(ViolationView::of).toList(),
                result.measures().stream().map(MeasureView::of).toList(),
                penalty.statement().map(Statement::id),
                penalty.statement().flatMap(Statement::deliveredAt),
                penalty.appealCaseId(),
                nextActions,
                revision.version());
    }
}
