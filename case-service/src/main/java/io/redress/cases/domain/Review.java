package io.redress.cases.domain;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The commands by which a closed case is reopened, and what a case that was reopened cannot come to. */
public final class Review {

    /** How often a case can be proposed for reopening. */
    static final int MAX_REOPENINGS = 5;

    private Review() {}

    /**
     * The first adjudicator proposes to reopen.
     *
     * @param requestId of the merchant's side, that this takes up
     */
    public static Outcome<CaseChange> propose(
            CaseFile file,
            Actor actor,
            String reopeningId,
            Optional<Reopening.Ground> ground,
            BilingualText reasons,
            Optional<String> requestId,
            Instant now) {
        Optional<ReopeningRequest> request = requestId.flatMap(id -> ReopeningRequests.waiting(file, id));
        Optional<Refusal> refusal = CaseAdmission.refusal(file, CaseCommand.REOPEN, actor, now)
                .or(() -> contentRefusal(ground, reasons))
                .or(() -> requestId.isPresent() && request.isEmpty()
                        ? Optional.of(ReopeningRequests.notRequested())
                        : Optional.empty());
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Reopening proposed = Reopening.proposed(
                reopeningId, ground.orElseThrow(), reasons, actor.id(), now, Reopening.Former.of(file.proceedings()));
        Proceedings before = request.map(taken -> file.proceedings().with(taken.takenUp(reopeningId)))
                .orElse(file.proceedings());
        CaseFile reopened = file.with(before.with(proposed)).with(CaseStatus.REOPENED);
        return Outcome.done(
                new CaseChange(reopened, List.of(new CaseEvent.CaseReopeningProposed(proposed, requestId))));
    }

    /**
     * The second one confirms, and takes the case for decision; or refuses, and the ruling stands. The request that the
     * proposal takes up is answered with it; confirmed, any other has what it asks for too.
     */
    public static Outcome<CaseChange> decide(
            CaseFile file, Actor actor, boolean confirmed, BilingualText reasons, Instant now) {
        CaseCommand command = confirmed ? CaseCommand.CONFIRM_REOPENING : CaseCommand.REFUSE_REOPENING;
        Optional<Refusal> refusal =
                CaseAdmission.refusal(file, command, actor, now).or(() -> reasonsRefusal(reasons));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        Reopening decided = file.proceedings()
                .reopening()
                .orElseThrow()
                .decided(new Reopening.Decision(confirmed, reasons, actor.id(), now));
        Optional<ReopeningRequest> answered = file.proceedings()
                .waitingRequest()
                .filter(request -> confirmed || request.reopeningId().equals(Optional.of(decided.reopeningId())))
                .map(request -> request.answered(new ReopeningRequest.Answer(confirmed, reasons, actor.id(), now)));
        Optional<String> requestId = answered.map(ReopeningRequest::requestId);
        Proceedings said = answered.map(file.proceedings()::with).orElse(file.proceedings());
        if (!confirmed) {
            CaseFile closed = file.with(said.refused(decided)).with(CaseStatus.CLOSED);
            return Outcome.done(
                    new CaseChange(closed, List.of(new CaseEvent.CaseReopeningRefused(decided, requestId))));
        }
        CaseFile open = file.with(file.people().withAdjudicator(actor.id()))
                .with(said.confirmed(decided))
                .with(file.hearing().left(Hearing.Cause.REOPENED, actor.id(), now))
                .with(CaseStatus.IN_DELIBERATION);
        return Outcome.done(new CaseChange(open, List.of(new CaseEvent.CaseReopened(decided, requestId))));
    }

    /**
     * Whether the merchant could gain from deciding again: an overturned penalty is as good as it gets; of requests only
     * one that was denied, since what was given would be given twice, and a transfer can be asked for again.
     */
    static boolean canGain(CaseFile file) {
        return file.proceedings().ruling().isPresent()
                && file.kind() != CaseKind.SHOP_TRANSFER
                && left(Reopening.Former.of(file.proceedings())) > 0;
    }

    /** Whether it can be proposed once more. */
    static boolean withinLimit(CaseFile file) {
        return file.proceedings().reopenings().size() < MAX_REOPENINGS;
    }

    /** Whether this person decided the case before, or proposed that it be reopened. */
    static boolean tookPart(CaseFile file, Actor actor) {
        return tookPart(file, actor.id());
    }

    static boolean tookPart(CaseFile file, String employee) {
        return file.proceedings()
                        .ruling()
                        .filter(ruling -> ruling.ruledBy().equals(employee))
                        .isPresent()
                || file.proceedings().reopenings().stream()
                        .anyMatch(before -> before.former().ruledBy().equals(employee)
                                || before.proposedBy().equals(employee));
    }

    /** Nobody is worse off for a case that was reopened: the draft leaves at most what the ruling before it left. */
    static Optional<Refusal> worseOff(CaseFile file, Deliberation.DraftContent content) {
        Optional<Reopening> reopening = file.proceedings().reopening().filter(Reopening::confirmed);
        if (reopening.isEmpty()) {
            return Optional.empty();
        }
        int worst = content.terms()
                .map(terms -> left(terms.otherwise(), terms.otherwisePoints()))
                .orElseGet(() -> left(content.outcome(), content.points()));
        return worst > left(reopening.get().former())
                ? Optional.of(Refusal.of(
                        CaseRefusal.WORSE_OFF,
                        "The ruling before left less of the penalty; a case that is reopened leaves no more."))
                : Optional.empty();
    }

    private static int left(Reopening.Former former) {
        return left(former.outcome(), former.points());
    }

    /** Points left of the penalty; all of them without end, as where measures alone were lifted. Of a request that was granted nothing is left to gain. */
    private static int left(RulingOutcome outcome, Optional<Integer> points) {
        return switch (outcome) {
            case OVERTURN, GRANT, PARTLY_GRANT -> 0;
            case PARTIAL -> points.orElse(Integer.MAX_VALUE);
            case UPHOLD, CONDITIONAL, DENY -> Integer.MAX_VALUE;
        };
    }

    private static Optional<Refusal> contentRefusal(Optional<Reopening.Ground> ground, BilingualText reasons) {
        return ground.isEmpty()
                ? Optional.of(Refusal.of(CaseRefusal.GROUNDS_MISSING, "A reopening names its ground."))
                : reasonsRefusal(reasons);
    }

    private static Optional<Refusal> reasonsRefusal(BilingualText reasons) {
        return reasons.incomplete()
                ? Optional.of(
                        Refusal.of(CaseRefusal.REASONS_MISSING, "To reopen or not needs its reasons in zh and in en."))
                : Optional.empty();
    }
}
