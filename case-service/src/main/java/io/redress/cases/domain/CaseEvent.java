package io.redress.cases.domain;

import io.redress.cases.domain.queue.Destination;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has happened to a case. The case it happened to says the rest. */
public sealed interface CaseEvent {

    record CaseOpened() implements CaseEvent {}

    record AdvocateAssigned(String advocateId) implements CaseEvent {}

    record RequirementChanged(Requirement requirement) implements CaseEvent {}

    record AdvocateChanged(String advocateId, String formerAdvocateId, AdvocateChanges.Cause cause)
            implements CaseEvent {}

    /** After a reorganisation; empty where no superior is free of the respondents' line. */
    record AdvocateReportingMoved(
            String advocateId, Optional<String> reportedTo, Optional<String> reportsTo, long orgVersion)
            implements CaseEvent {}

    /** This merchant's cases are more of the advocate's work than the policy allows. */
    record AdvocateConcentrated(String advocateId, long cases, long ofCases, int percent, Instant since)
            implements CaseEvent {}

    /**
     * Nobody was free to defend when an advocate was looked for; it is looked for again.
     *
     * @param absentId the advocate who has the case and is away; empty where it has none
     * @param headId of the advocates, where the head may know of the case
     */
    record NoAdvocateFree(Optional<String> absentId, Optional<String> headId) implements CaseEvent {}

    /** @param files of the merchant's side that it puts forward */
    record BriefFiled(String briefId, String advocateId, List<FiledFile> files) implements CaseEvent {

        public BriefFiled {
            files = List.copyOf(files);
        }
    }

    /** A file that was put forward, by its id and its content. */
    record FiledFile(String evidenceId, String sha256) {}

    /** @param headId of the department that is to answer, where it is told so */
    record CaseClaimed(String adjudicatorId, Optional<String> headId) implements CaseEvent {

        public CaseClaimed(String adjudicatorId) {
            this(adjudicatorId, Optional.empty());
        }
    }

    /**
     * The adjudicator has given the case back, another one has taken it, or was given it.
     *
     * @param formerOutside whether the case's queue hides it from now on from the one who had it
     * @param heardAlone whether it was heard together with others until then
     */
    record AdjudicatorChanged(
            Optional<String> adjudicatorId,
            Optional<String> formerAdjudicatorId,
            AdjudicatorChanges.Cause cause,
            Optional<BilingualText> reasons,
            boolean formerOutside,
            boolean heardAlone)
            implements CaseEvent {}

    /** Somebody has put it into another queue. */
    record CaseMoved(String fromQueue, Destination to, String movedBy, String reasons) implements CaseEvent {}

    record AnswerFiled(String answeredBy) implements CaseEvent {}

    /** @param headId of the department that may reply, where nobody has answered for it */
    record DraftRulingIssued(Draft draft, Optional<String> headId) implements CaseEvent {

        public DraftRulingIssued(Draft draft) {
            this(draft, Optional.empty());
        }
    }

    record ReplyFiled(String by, Side side) implements CaseEvent {}

    /** @param files of the merchant's side that were filed by then */
    record RulingIssued(Ruling ruling, List<FiledFile> files) implements CaseEvent {

        public RulingIssued {
            files = List.copyOf(files);
        }
    }

    /** The marketplace shall give the shop another owner. */
    record ShopTransferOrdered(String rulingId, EffectLine line, Optional<Again> again) implements CaseEvent {}

    /** An operator has given the same order once more, and says why. */
    record Again(String by, BilingualText reasons) {}

    record ConditionFulfilled(Condition condition) implements CaseEvent {}

    /** Every condition is fulfilled: the draft's effect lines are ordered. */
    record ConditionalRulingFulfilled() implements CaseEvent {}

    /** A condition has lapsed: what the ruling says for that case is ordered. */
    record ConditionalRulingLapsed(Condition condition) implements CaseEvent {}

    record EffectConfirmed(String effectId, EffectState result, Optional<ByHand> byHand) implements CaseEvent {}

    /** What one operator has proposed and another has confirmed. */
    record ByHand(Settlement settlement, String confirmedBy) {}

    /** An operator says what has become of an effect line that did not come; it counts once a second one confirms it. */
    record EffectSettlementProposed(Settlement settlement) implements CaseEvent {}

    record EffectOverdue(String effectId, Instant dueAt) implements CaseEvent {}

    record CaseClosed() implements CaseEvent {}

    /**
     * @param files of the merchant's side that it puts forward
     * @param headId of the department that decides, where it is told so
     */
    record ReopeningRequested(ReopeningRequest request, List<FiledFile> files, Optional<String> headId)
            implements CaseEvent {

        public ReopeningRequested {
            files = List.copyOf(files);
        }
    }

    record ReopeningRequestRefused(ReopeningRequest request) implements CaseEvent {}

    /** @param headId of the department that decides, where it is told so */
    record ReopeningRequestOverdue(ReopeningRequest request, Optional<String> headId) implements CaseEvent {}

    /** @param requestId that it takes up */
    record CaseReopeningProposed(Reopening reopening, Optional<String> requestId) implements CaseEvent {}

    /**
     * The second adjudicator has confirmed it, and decides the case anew.
     *
     * @param requestId that is granted with it
     */
    record CaseReopened(Reopening reopening, Optional<String> requestId) implements CaseEvent {}

    /** @param requestId that is refused with it */
    record CaseReopeningRefused(Reopening reopening, Optional<String> requestId) implements CaseEvent {}

    /** An advocate goes on with it on her own motion. */
    record CaseContinued(String advocateId) implements CaseEvent {}

    /** It is heard together with others; of the lead too. */
    record CaseJoined(Hearing.Group group) implements CaseEvent {}

    /** It is heard alone again, and goes on. */
    record CaseLeft(Hearing.Departure departure) implements CaseEvent {}

    record CaseWithdrawn(Ending ending) implements CaseEvent {}

    record CaseInadmissible(Ending ending) implements CaseEvent {}
}
