package io.redress.penalties.domain.rulebook.draft;

import io.redress.kit.outcome.Outcome;
import io.redress.kit.outcome.Refusal;
import io.redress.penalties.domain.PenaltyRefusal;
import io.redress.penalties.domain.rulebook.Text;
import java.time.Instant;
import java.util.Optional;

/**
 * What merchants have against a draft, in the words of the one who raised it. It stands as long as one of them stands
 * behind it, and is answered once, in public.
 *
 * @param merchantId who raised it
 * @param clauseId the clause that it is about; empty when it is about the rules as a whole
 * @param language of its words, zh or en
 * @param supporters merchants that stand behind it; the one who raised it is the first of them
 */
public record Objection(
        String id,
        String draftId,
        String merchantId,
        Optional<String> clauseId,
        String language,
        String words,
        Instant raisedAt,
        long supporters,
        Optional<Answer> answer) {

    /** What the owner of the rules says to it. */
    public record Answer(Text reasons, String answeredBy, Instant answeredAt) {}

    /** Where it stands. */
    public enum Status {
        OPEN,
        ANSWERED,
        /** Nobody stands behind it any more; it needs no answer. */
        WITHDRAWN
    }

    public static Objection raised(
            String id,
            RulebookDraft draft,
            String merchantId,
            Optional<String> clauseId,
            String language,
            String words,
            Instant at) {
        return new Objection(id, draft.id(), merchantId, clauseId, language, words, at, 1, Optional.empty());
    }

    public Status status() {
        if (answer.isPresent()) {
            return Status.ANSWERED;
        }
        return supporters == 0 ? Status.WITHDRAWN : Status.OPEN;
    }

    /** One more merchant stands behind it. */
    public Outcome<Objection> joined() {
        return status() == Status.OPEN ? Outcome.done(with(supporters + 1, answer)) : illegal();
    }

    /** One of its merchants does not stand behind it any more. */
    public Outcome<Objection> left() {
        return status() == Status.OPEN ? Outcome.done(with(supporters - 1, answer)) : illegal();
    }

    public Outcome<Objection> answered(Answer given) {
        return status() == Status.OPEN ? Outcome.done(with(supporters, Optional.of(given))) : illegal();
    }

    private Outcome<Objection> illegal() {
        String why = status() == Status.ANSWERED ? "It has been answered." : "It has been withdrawn.";
        return Outcome.refused(
                Refusal.of(PenaltyRefusal.ILLEGAL_TRANSITION, why).with("currentStatus", status().name()));
    }

    private Objection with(long behind, Optional<Answer> given) {
        return new Objection(id, draftId, merchantId, clauseId, language, words, raisedAt, behind, given);
    }
}
