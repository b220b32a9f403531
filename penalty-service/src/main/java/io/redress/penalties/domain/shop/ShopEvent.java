package io.redress.penalties.domain.shop;

import io.redress.penalties.domain.measures.InterimRelief;
import io.redress.penalties.domain.measures.Measure;
import io.redress.penalties.domain.measures.TargetSet;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.penalty.Statement;
import io.redress.penalties.domain.points.Credit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What happened to a shop's penalties, points and measures; each carries the state right after it. */
public sealed interface ShopEvent {

    /** The aggregate it belongs to. */
    String subject();

    /** An event of a penalty. */
    sealed interface OfPenalty extends ShopEvent {
        Penalty penalty();

        @Override
        default String subject() {
            return penalty().id();
        }
    }

    /** An event of a penalty's cure. */
    sealed interface OfCure extends OfPenalty {}

    /** An event of a measure. */
    sealed interface OfMeasure extends ShopEvent {
        Measure measure();

        @Override
        default String subject() {
            return measure().id();
        }
    }

    record PenaltyProposed(Penalty penalty) implements OfPenalty {}

    record PenaltyHeld(Penalty penalty) implements OfPenalty {}

    record PenaltyApproved(Penalty penalty) implements OfPenalty {}

    record PenaltyRefused(Penalty penalty, String refusedBy, String reason) implements OfPenalty {}

    record PenaltyAnnounced(Penalty penalty, Instant until) implements OfPenalty {}

    record StatementIssued(Penalty penalty, Statement statement) implements OfPenalty {}

    record StatementStored(Penalty penalty, Statement statement) implements OfPenalty {}

    record StatementDelivered(Penalty penalty, Statement statement) implements OfPenalty {}

    record PenaltyInForce(Penalty penalty) implements OfPenalty {}

    /** Points were taken back by a ruling, in part or, with status REVERSED, all of them. */
    record PenaltyCorrected(
            Penalty penalty, int pointsBefore, RulingRef ruling, List<Measure> remaining, Instant effectiveAt)
            implements OfPenalty {
        public PenaltyCorrected {
            remaining = List.copyOf(remaining);
        }
    }

    /** What a reversed penalty of the same decision had taken of the cap came to this one. */
    record PenaltyRefolded(Penalty penalty, int pointsBefore, String reversedPenaltyId) implements OfPenalty {}

    record PenaltyServed(Penalty penalty) implements OfPenalty {}

    /** None of its points counts any more, and none of its measures runs. */
    record PenaltyExpired(Penalty penalty) implements OfPenalty {}

    record ClarificationFiled(Penalty penalty, Clarification clarification) implements OfPenalty {}

    /** Nobody answered it in time. */
    record ClarificationEscalated(Penalty penalty, Clarification clarification) implements OfPenalty {}

    record ClarificationAnswered(Penalty penalty, Clarification clarification) implements OfPenalty {}

    /** What the merchant clarified ended the penalty before it entered into force. */
    record PenaltyWithdrawn(Penalty penalty) implements OfPenalty {}

    record ProofOfCureFiled(Penalty penalty, ProofOfCure proof) implements OfCure {}

    /** Nobody answered it in time. */
    record ProofOfCureEscalated(Penalty penalty, ProofOfCure proof) implements OfCure {}

    record ProofOfCureAnswered(Penalty penalty, ProofOfCure proof) implements OfCure {}

    /** Education stands in place of the penalty, which never enters into force. */
    record PenaltyCured(Penalty penalty) implements OfCure {}

    record PenaltyFinal(Penalty penalty) implements OfPenalty {}

    record PenaltyAppealOpened(Penalty penalty, String caseId) implements OfPenalty {}

    record PenaltyAppealEnded(Penalty penalty, String caseId) implements OfPenalty {}

    /** The bucket crossed a threshold upwards, and it fired. */
    record ThresholdReached(String bucketId, String bucket, int threshold, int tally, List<String> measureIds)
            implements ShopEvent {
        public ThresholdReached {
            measureIds = List.copyOf(measureIds);
        }

        @Override
        public String subject() {
            return bucketId;
        }
    }

    /**
     * A verified milestone took points off the bucket.
     *
     * @param tally of the bucket with it
     */
    record PointsCredited(String bucketId, Credit credit, int tally) implements ShopEvent {
        @Override
        public String subject() {
            return bucketId;
        }
    }

    /** A measure came into the state it now has; carries the shop's whole target set. */
    record MeasureChanged(Measure measure, TargetSet target) implements OfMeasure {}

    record MeasureConfirmed(Measure measure, Measure.Confirmation confirmation) implements OfMeasure {}

    record InterimReliefAsked(Measure measure, InterimRelief relief) implements OfMeasure {}

    /** Granted or refused. */
    record InterimReliefDecided(Measure measure, InterimRelief relief) implements OfMeasure {}

    /** Nobody decided in time, and silence did not grant. */
    record InterimReliefLapsed(Measure measure, InterimRelief relief) implements OfMeasure {}

    /** There is nothing left to decide. */
    record InterimReliefClosed(Measure measure, InterimRelief relief) implements OfMeasure {}

    /** The owner's answer to one effect line of a ruling. */
    record EffectAnswered(String subject, EffectLine line, EffectResult result, Optional<String> reason)
            implements ShopEvent {}
}
