package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.WithoutNotice;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A second person decides on a penalty that is held. Refusals: OWN_CAUSE, ILLEGAL_TRANSITION, NO_NOTICE_DUE,
 * UNKNOWN_NOTICE_EXCEPTION.
 */
public final class Approving {

    private Approving() {}

    /** Approved: the statement is issued, and the advance notice of what it would bring begins, unless there is none. */
    public static Outcome<ShopChange> approve(
            ShopFile file,
            Penalty penalty,
            String approver,
            Optional<WithoutNotice> exception,
            IdSource ids,
            Instant now) {
        AdvanceNotice notice = AdvanceNotice.of(file, penalty, now);
        Optional<Refusal> refusal = refusal(penalty, PenaltyCommand.APPROVE, approver)
                .or(() -> exception.flatMap(stated -> refusal(notice, stated)));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Cure cure = exception.isPresent() ? penalty.cure() : cure(file, penalty, now);
        Optional<Instant> until = exception.isPresent()
                ? Optional.empty()
                : later(notice.length().map(now::plus), cure.until().filter(end -> end.isAfter(now)));
        Penalty approved = penalty.change(change -> {
            until.ifPresent(change::announcedUntil);
            exception.ifPresent(stated -> change.hearing(penalty.hearing().with(stated)));
            return change.cure(cure)
                    .approvedBy(approver)
                    .status(until.isPresent() ? PenaltyStatus.ANNOUNCED : PenaltyStatus.PROPOSED);
        });
        draft.put(approved);
        draft.say(new ShopEvent.PenaltyApproved(approved));
        until.ifPresent(instant -> draft.say(new ShopEvent.PenaltyAnnounced(approved, instant)));
        Issuing.statement(draft, penalty.id(), now);
        return Outcome.done(draft.change());
    }

    /** The cure window of a penalty that had none yet; what is held is cured before it brings what it was held for. */
    private static Cure cure(ShopFile file, Penalty penalty, Instant now) {
        return penalty.cure().equals(Cure.NONE) && !penalty.imported()
                ? CureRight.of(file, penalty.violations()).from(now)
                : penalty.cure();
    }

    private static Optional<Instant> later(Optional<Instant> notice, Optional<Instant> cure) {
        return Stream.concat(notice.stream(), cure.stream()).max(Comparator.naturalOrder());
    }

    /** Refused: it never enters into force, and its facts are free again. */
    public static Outcome<ShopChange> refuse(
            ShopFile file, Penalty penalty, String refuser, String reason, IdSource ids) {
        Optional<Refusal> refusal = refusal(penalty, PenaltyCommand.REFUSE, refuser);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Penalty refused = penalty.change(change -> change.status(PenaltyStatus.REVERSED));
        draft.put(refused);
        draft.say(new ShopEvent.PenaltyRefused(refused, refuser, reason));
        return Outcome.done(draft.change());
    }

    private static Optional<Refusal> refusal(Penalty penalty, PenaltyCommand command, String person) {
        if (person.equals(penalty.basis().proposedBy())) {
            return Optional.of(Refusal.of(
                    PenaltyRefusal.OWN_CAUSE, "Whoever proposed a penalty does not decide whether it is approved."));
        }
        return penalty.refuses(command);
    }

    private static Optional<Refusal> refusal(AdvanceNotice notice, WithoutNotice stated) {
        if (!notice.due()) {
            return Optional.of(Refusal.of(
                    PenaltyRefusal.NO_NOTICE_DUE, "None of the measures that the penalty would bring is announced."));
        }
        return notice.allows(stated.kind())
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        PenaltyRefusal.UNKNOWN_NOTICE_EXCEPTION,
                        "The rulebook does not let these measures begin without notice for " + stated.kind() + "."));
    }
}
