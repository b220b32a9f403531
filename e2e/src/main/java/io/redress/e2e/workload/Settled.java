package io.redress.e2e.workload;

import java.util.Optional;
import java.util.Set;

/**
 * A command and what became of it, as its client saw it.
 *
 * @param attempts how often it was sent
 * @param lost attempts that may have had an effect and were not answered, or with an error of the server's
 * @param answer the last one that came
 */
public record Settled(Command command, Outcome outcome, int attempts, int lost, Optional<Answer> answer) {

    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;
    private static final Set<String> ABOUT_THE_KEY = Set.of("idempotency-key-running", "idempotency-key-reused");

    /** Whether an answer is a refusal that stays with its key, so that it is the last word about it. */
    static boolean isKept(Answer answer) {
        return (answer.status() == CONFLICT || answer.status() == UNPROCESSABLE)
                && !ABOUT_THE_KEY.contains(answer.code());
    }

    /** Whether the suite has kept the answer under the key, to be given again. */
    public boolean replayable() {
        boolean ended = outcome == Outcome.OK
                || (outcome == Outcome.REFUSED && answer.filter(Settled::isKept).isPresent());
        return ended && command.key().isPresent();
    }

    /** How it ended, in the words of {@link Command#expected()}; empty while that is not known. */
    Optional<String> end() {
        return switch (outcome) {
            case OK -> Optional.of(Command.ACCEPTED);
            case REFUSED -> answer.map(Answer::code);
            case UNKNOWN -> Optional.empty();
        };
    }

    /** The same command sent once more, or by several clients: the better known of two ends. */
    Settled with(Settled other) {
        boolean otherKnowsMore = other.outcome.ordinal() < outcome.ordinal();
        Settled best = otherKnowsMore ? other : this;
        return new Settled(
                command, best.outcome, attempts + other.attempts, lost + other.lost, best.answer.or(() -> answer));
    }
}
