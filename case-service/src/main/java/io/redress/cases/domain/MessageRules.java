package io.redress.cases.domain;

import io.redress.kit.outcome.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who writes in a case, and what of it may be opened to everybody in the case. */
public final class MessageRules {

    /** In one case, of both sides together. */
    public static final int MOST_MESSAGES = 2000;

    private MessageRules() {}

    /** Whose message this person's is; of nobody else is one taken. */
    public static Correspondent correspondent(Actor actor) {
        return actor.ofMerchantSide() ? Correspondent.MERCHANT : Correspondent.ADVOCATE;
    }

    /** Why this person writes no message now; empty when he may. */
    public static Optional<Refusal> sending(CaseFile file, Actor actor, boolean asks) {
        if (file.status().ended()) {
            return Optional.of(illegal(file, "takes no messages"));
        }
        Optional<Refusal> stranger = taking(file, actor);
        if (stranger.isPresent()) {
            return stranger;
        }
        return asks && actor.ofMerchantSide()
                ? refuse(CaseRefusal.NOT_THE_ADVOCATE, "Only the case's advocate asks so that the case waits.")
                : Optional.empty();
    }

    /** Why this person has no part in the messages; empty when he has one. */
    public static Optional<Refusal> taking(CaseFile file, Actor actor) {
        return actor.ofMerchantSide() || file.people().advocate(actor.id())
                ? Optional.empty()
                : refuse(
                        CaseRefusal.NOT_THE_ADVOCATE,
                        "The merchant's side and the case's advocate write to each other.");
    }

    /** Why one more is too many; empty when it is not. */
    public static Optional<Refusal> oneMore(int messages) {
        return messages < MOST_MESSAGES
                ? Optional.empty()
                : refuse(CaseRefusal.MESSAGE_LIMIT_REACHED, "A case has at most " + MOST_MESSAGES + " messages.");
    }

    /**
     * Why a message cannot name these files; empty when it can.
     *
     * @param known the files of the case that have one of these ids
     */
    public static Optional<Refusal> naming(Set<String> evidence, Map<String, EvidenceFile> known, EvidenceSight sight) {
        boolean all = evidence.stream().allMatch(id -> known.containsKey(id) && sight.sees(known.get(id)));
        return all
                ? Optional.empty()
                : refuse(CaseRefusal.UNKNOWN_EVIDENCE, "A message names files of its own case and side.");
    }

    /** Why this person cannot open it to everybody in the case; empty when he can. */
    public static Optional<Refusal> filing(CaseFile file, Message message, Actor actor) {
        Optional<Refusal> closed = EvidenceRules.adding(file, actor).or(() -> taking(file, actor));
        if (closed.isPresent()) {
            return closed;
        }
        return actor.ofMerchantSide() && message.from() != Correspondent.MERCHANT
                ? refuse(CaseRefusal.NOT_THE_ADVOCATE, "The advocate's words are the advocate's to file.")
                : Optional.empty();
    }

    private static Refusal illegal(CaseFile file, String detail) {
        return Refusal.of(CaseRefusal.ILLEGAL_TRANSITION, "A case that is " + file.status() + " " + detail + ".")
                .with("currentStatus", file.status().name());
    }

    private static Optional<Refusal> refuse(CaseRefusal code, String detail) {
        return Optional.of(Refusal.of(code, detail));
    }
}
