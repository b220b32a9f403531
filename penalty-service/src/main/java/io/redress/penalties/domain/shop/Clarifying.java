package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Clarification;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The merchant clarifies the facts of a penalty that would bring a measure with advance notice, before it enters into
 * force. The penalty does not enter into force while that is unanswered, however long it takes: silence never decides
 * it.
 */
public final class Clarifying {

    private Clarifying() {}

    /** What a merchant says. */
    public record Said(String filedBy, String text, List<String> attachments) {
        public Said {
            attachments = List.copyOf(attachments);
        }
    }

    /** Refusals: DUPLICATE, CLARIFICATION_PERIOD_OVER, NO_NOTICE_DUE. */
    public static Outcome<ShopChange> file(
            ShopFile file, Penalty penalty, Said said, Duration answerWithin, IdSource ids, Instant now) {
        Optional<Refusal> refusal = refusal(file, penalty, now);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Clarification filed = new Clarification(
                draft.newId("cla"),
                said.filedBy(),
                now,
                said.text(),
                said.attachments(),
                now.plus(answerWithin),
                false,
                Optional.empty());
        Penalty heard = put(draft, penalty, filed);
        draft.say(new ShopEvent.ClarificationFiled(heard, filed));
        return Outcome.done(draft.change());
    }

    /** Whether the merchant may clarify the facts of it now. */
    public static boolean possible(ShopFile file, Penalty penalty, Instant now) {
        return refusal(file, penalty, now).isEmpty();
    }

    private static Optional<Refusal> refusal(ShopFile file, Penalty penalty, Instant now) {
        if (penalty.hearing().clarification().isPresent()) {
            return Optional.of(
                    Refusal.of(PenaltyRefusal.DUPLICATE, "The facts of this penalty were clarified already, once."));
        }
        boolean over = !PenaltyCommand.CLARIFY.allowedIn(penalty.status())
                || penalty.announcedUntil().filter(until -> !until.isAfter(now)).isPresent();
        if (over) {
            return Optional.of(Refusal.of(
                            PenaltyRefusal.CLARIFICATION_PERIOD_OVER,
                            "Facts are clarified while the penalty is held or its advance notice runs.")
                    .with("currentStatus", penalty.status().name()));
        }
        return AdvanceNotice.of(file, penalty, now).due()
                ? Optional.empty()
                : Optional.of(Refusal.of(
                        PenaltyRefusal.NO_NOTICE_DUE,
                        "The penalty would bring no measure with advance notice; an appeal is the way to be heard."));
    }

    /**
     * A person answers; a penalty that is withdrawn never enters into force and its facts are free again. Refusals:
     * OWN_CAUSE, ILLEGAL_TRANSITION.
     */
    public static Outcome<ShopChange> answer(
            ShopFile file, Penalty penalty, Clarification.Answer answer, IdSource ids, Instant now) {
        Optional<Clarification> open = penalty.hearing().clarification().filter(Clarification::unanswered);
        if (open.isEmpty() || !PenaltyCommand.WITHDRAW.allowedIn(penalty.status())) {
            return Outcome.refused(Refusal.of(
                            PenaltyRefusal.ILLEGAL_TRANSITION, "No clarification of this penalty waits for an answer.")
                    .with("currentStatus", penalty.status().name()));
        }
        boolean upheld = answer.outcome() == Clarification.Outcome.UPHELD;
        if (upheld && answer.answeredBy().equals(penalty.basis().proposedBy())) {
            return Outcome.refused(
                    PenaltyRefusal.OWN_CAUSE,
                    "Whoever proposed a penalty may withdraw it, and does not decide that it stands.");
        }
        ShopDraft draft = new ShopDraft(file, ids);
        Clarification answered = open.get().answered(answer);
        draft.say(new ShopEvent.ClarificationAnswered(put(draft, penalty, answered), answered));
        if (upheld) {
            EnteringIntoForce.enterIfDue(draft, penalty.id(), now);
        } else {
            Penalty withdrawn = draft.penalty(penalty.id()).change(change -> change.status(PenaltyStatus.REVERSED));
            draft.put(withdrawn);
            draft.say(new ShopEvent.PenaltyWithdrawn(withdrawn));
        }
        return Outcome.done(draft.change());
    }

    /** The clock has run out: it goes to the approvers. Empty when there is nothing left to answer. */
    public static Optional<ShopChange> unanswered(ShopFile file, String penaltyId, IdSource ids) {
        return file.penalty(penaltyId)
                .filter(penalty -> PenaltyCommand.WITHDRAW.allowedIn(penalty.status()))
                .flatMap(penalty -> penalty.hearing()
                        .clarification()
                        .filter(said -> said.state() == Clarification.State.OPEN)
                        .map(said -> {
                            ShopDraft draft = new ShopDraft(file, ids);
                            Clarification late = said.asEscalated();
                            draft.say(new ShopEvent.ClarificationEscalated(put(draft, penalty, late), late));
                            return draft.change();
                        }));
    }

    private static Penalty put(ShopDraft draft, Penalty penalty, Clarification said) {
        Penalty heard =
                penalty.change(change -> change.hearing(penalty.hearing().with(said)));
        draft.put(heard);
        return heard;
    }
}
