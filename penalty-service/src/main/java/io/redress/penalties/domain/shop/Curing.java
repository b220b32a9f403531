package io.redress.penalties.domain.shop;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.IdSource;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.penalty.Cure;
import io.redress.penalties.domain.penalty.Penalty;
import io.redress.penalties.domain.penalty.PenaltyCommand;
import io.redress.penalties.domain.penalty.PenaltyStatus;
import io.redress.penalties.domain.penalty.ProofOfCure;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The merchant makes good what it did before the penalty enters into force, and proves it. A proof that is accepted puts
 * education in place of the penalty: no points, no measures; it counts as the earlier breach when the clause is broken
 * again. The penalty does not enter into force while a proof is unanswered, however long it takes: silence decides
 * neither way.
 */
public final class Curing {

    private static final Text VERIFIED =
            new Text("核验方已签名证实整改完成。", "A partner has verified, by its signature, that it was made good.");

    private Curing() {}

    /** What a merchant shows. */
    public record Shown(String filedBy, String text, List<String> attachments) {
        public Shown {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A milestone that a partner verified.
     *
     * @param achievedAt when the breach was made good
     */
    public record Verified(String verificationId, String verifierId, Instant achievedAt) {}

    /** Refusals: NOT_CURABLE, DUPLICATE (one waits for its answer), CURE_PERIOD_OVER. */
    public static Outcome<ShopChange> file(
            ShopFile file, Penalty penalty, Shown shown, Duration answerWithin, IdSource ids, Instant now) {
        Optional<Refusal> refusal =
                notCurable(penalty).or(() -> waiting(penalty)).or(() -> over(penalty, now));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        ProofOfCure filed = new ProofOfCure(
                draft.newId("prf"),
                shown.filedBy(),
                now,
                Optional.of(shown.text()),
                shown.attachments(),
                Optional.empty(),
                now.plus(answerWithin),
                false,
                Optional.empty());
        draft.say(new ShopEvent.ProofOfCureFiled(put(draft, penalty, filed), filed));
        return Outcome.done(draft.change());
    }

    /**
     * A person answers. Refused: the penalty takes its course. Refusals: ILLEGAL_TRANSITION (none waits), OWN_CAUSE
     * (whoever proposed the penalty may accept a proof, not refuse it).
     */
    public static Outcome<ShopChange> answer(
            ShopFile file, Penalty penalty, ProofOfCure.Answer answer, IdSource ids, Instant now) {
        Optional<ProofOfCure> open = penalty.cure().proof().filter(ProofOfCure::unanswered);
        if (open.isEmpty() || !PenaltyCommand.CURE.allowedIn(penalty.status())) {
            return Outcome.refused(Refusal.of(
                            PenaltyRefusal.ILLEGAL_TRANSITION, "No proof of cure of this penalty waits for an answer.")
                    .with("currentStatus", penalty.status().name()));
        }
        boolean accepted = answer.outcome() == ProofOfCure.Outcome.ACCEPTED;
        if (!accepted && answer.answeredBy().equals(penalty.basis().proposedBy())) {
            return Outcome.refused(
                    PenaltyRefusal.OWN_CAUSE,
                    "Whoever proposed a penalty may accept that it was made good, and does not decide that it was not.");
        }
        ShopDraft draft = new ShopDraft(file, ids);
        answered(draft, penalty, open.get().answered(answer));
        if (!accepted) {
            EnteringIntoForce.enterIfDue(draft, penalty.id(), now);
        }
        return Outcome.done(draft.change());
    }

    /**
     * A verified milestone is a proof that needs no answer; it answers the one that waits, if one does. Refusals:
     * NOT_CURABLE, CURE_PERIOD_OVER, MILESTONE_MATTER_MISMATCH (achieved before the breach).
     */
    public static Outcome<ShopChange> verified(
            ShopFile file, Penalty penalty, Verified milestone, IdSource ids, Instant now) {
        Optional<Refusal> refusal = notCurable(penalty)
                .or(() -> penalty.cure().waits() && PenaltyCommand.CURE.allowedIn(penalty.status())
                        ? Optional.empty()
                        : over(penalty, now))
                .or(() -> beforeTheBreach(penalty, milestone));
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        ShopDraft draft = new ShopDraft(file, ids);
        ProofOfCure.Answer answer =
                new ProofOfCure.Answer(ProofOfCure.Outcome.ACCEPTED, VERIFIED, milestone.verifierId(), now);
        ProofOfCure proof = penalty.cure()
                .proof()
                .filter(ProofOfCure::unanswered)
                .orElseGet(() -> new ProofOfCure(
                        draft.newId("prf"),
                        milestone.verifierId(),
                        now,
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        now,
                        false,
                        Optional.empty()));
        answered(draft, penalty, proof.verified(milestone.verificationId(), answer));
        return Outcome.done(draft.change());
    }

    /** The clock has run out: it goes to the approvers. Empty when there is nothing left to answer. */
    public static Optional<ShopChange> unanswered(ShopFile file, String penaltyId, IdSource ids) {
        return file.penalty(penaltyId)
                .filter(penalty -> PenaltyCommand.CURE.allowedIn(penalty.status()))
                .flatMap(penalty -> penalty.cure()
                        .proof()
                        .filter(filed -> filed.state() == ProofOfCure.State.OPEN)
                        .map(filed -> {
                            ShopDraft draft = new ShopDraft(file, ids);
                            ProofOfCure late = filed.asEscalated();
                            draft.say(new ShopEvent.ProofOfCureEscalated(put(draft, penalty, late), late));
                            return draft.change();
                        }));
    }

    private static void answered(ShopDraft draft, Penalty penalty, ProofOfCure proof) {
        Penalty with = put(draft, penalty, proof);
        draft.say(new ShopEvent.ProofOfCureAnswered(with, proof));
        if (proof.state() == ProofOfCure.State.ACCEPTED) {
            Penalty cured = with.change(change -> change.status(PenaltyStatus.REPLACED)
                    .violations(with.violations().stream()
                            .map(violation -> violation.withPoints(0))
                            .toList()));
            draft.put(cured);
            draft.say(new ShopEvent.PenaltyCured(cured));
        }
    }

    private static Optional<Refusal> notCurable(Penalty penalty) {
        Cure cure = penalty.cure();
        if (cure.until().isPresent()) {
            return Optional.empty();
        }
        String why = cure.repeats()
                .map(earlier -> "It repeats the breach of penalty " + earlier + ".")
                .orElse("Its clauses cannot all be cured, or it is held.");
        Refusal refusal = Refusal.of(PenaltyRefusal.NOT_CURABLE, "The penalty has no cure window. " + why);
        return Optional.of(cure.repeats()
                .map(earlier -> refusal.with("penaltyId", earlier))
                .orElse(refusal));
    }

    private static Optional<Refusal> waiting(Penalty penalty) {
        return penalty.cure().waits()
                ? Optional.of(Refusal.of(
                        PenaltyRefusal.DUPLICATE, "A proof of cure of this penalty waits for its answer already."))
                : Optional.empty();
    }

    private static Optional<Refusal> over(Penalty penalty, Instant now) {
        boolean running = PenaltyCommand.CURE.allowedIn(penalty.status())
                && penalty.cure().openAt(now);
        return running
                ? Optional.empty()
                : Optional.of(
                        Refusal.of(PenaltyRefusal.CURE_PERIOD_OVER, "A breach is cured while the cure window runs.")
                                .with("currentStatus", penalty.status().name()));
    }

    private static Optional<Refusal> beforeTheBreach(Penalty penalty, Verified milestone) {
        return penalty.violations().stream()
                        .anyMatch(violation -> milestone.achievedAt().isBefore(violation.actTo()))
                ? Optional.of(Refusal.of(
                        PenaltyRefusal.MILESTONE_MATTER_MISMATCH, "It was achieved before the breach had ended."))
                : Optional.empty();
    }

    private static Penalty put(ShopDraft draft, Penalty penalty, ProofOfCure proof) {
        Penalty with = penalty.change(change -> change.cure(penalty.cure().with(proof)));
        draft.put(with);
        return with;
    }
}
