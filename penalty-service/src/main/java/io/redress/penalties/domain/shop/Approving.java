package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.rulebook.MeasurePolicy;
import io.redress.penalties.domain.rulebook.Rulebook;
import io.redress.penalties.domain.rulebook.Threshold;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** A second person decides on a penalty that is held. Refusals: OWN_CAUSE, ILLEGAL_TRANSITION. */
public final class Approving {

    private Approving() {}

    /** Approved: the statement is issued, and the advance notice of what it would bring begins. */
    public static Outcome<ShopChange> approve(
            ShopFile file, Penalty penalty, String approver, IdSource ids, Instant now) {
        Optional<Refusal> refusal = refusal(penalty, PenaltyCommand.APPROVE, approver);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Optional<Instant> until = advanceNotice(file, penalty, now).map(now::plus);
        Penalty approved = penalty.change(change -> {
            until.ifPresent(change::announcedUntil);
            return change.approvedBy(approver)
                    .status(until.isPresent() ? PenaltyStatus.ANNOUNCED : PenaltyStatus.PROPOSED);
        });
        draft.put(approved);
        draft.say(new ShopEvent.PenaltyApproved(approved));
        until.ifPresent(instant -> draft.say(new ShopEvent.PenaltyAnnounced(approved, instant)));
        Issuing.statement(draft, penalty.id(), now);
        return Outcome.done(draft.change());
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

    private static Optional<Duration> advanceNotice(ShopFile file, Penalty penalty, Instant now) {
        Rulebook rulebook = file.rulebookOf(penalty);
        return Prospect.of(file, penalty, now, true).orders().stream()
                .map(Threshold.Order::kind)
                .map(rulebook::policy)
                .flatMap(Optional::stream)
                .map(MeasurePolicy::advanceNotice)
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
